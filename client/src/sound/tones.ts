/** What a sound says; each is told from the others with eyes shut. */
export const soundNames = ['new', 'changed', 'stop', 'late', 'disconnected'] as const;
export type SoundName = (typeof soundNames)[number];

export interface Tone {
  hertz: number;
  startMs: number;
  lengthMs: number;
  shape: OscillatorType;
}

const tone = (hertz: number, startMs: number, lengthMs: number, shape: OscillatorType = 'triangle'): Tone => ({
  ...{ hertz, startMs, lengthMs, shape },
});

/**
 * Two or three tones each, between 500 and 3000 Hz, where an extractor hood masks least: new climbs, changed
 * alternates, stop falls hard, late knocks twice, disconnected drags down.
 */
export const sounds: Record<SoundName, Tone[]> = {
  new: [tone(880, 0, 160), tone(1_175, 170, 160), tone(1_760, 340, 340)],
  changed: [tone(1_320, 0, 120), tone(990, 140, 120), tone(1_320, 280, 160)],
  stop: [tone(1_480, 0, 220, 'square'), tone(740, 240, 220, 'square'), tone(560, 480, 420, 'square')],
  late: [tone(2_093, 0, 110), tone(2_093, 200, 220)],
  disconnected: [tone(900, 0, 420, 'sawtooth'), tone(600, 450, 650, 'sawtooth')],
};
