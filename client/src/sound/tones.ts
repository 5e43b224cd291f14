/** What a sound says; each is told from the others with eyes shut. */
export const soundNames = ['new', 'changed', 'stop', 'late', 'disconnected'] as const;
export type SoundName = (typeof soundNames)[number];

export interface Tone {
  hertz: number;
  startMs: number;
  lengthMs: number;
  shape: OscillatorType;
  /** Its amplitude before the filter takes the highest overtones off: chosen so that the peak is just below 1. */
  loudness: number;
}

const tone = (hertz: number, startMs: number, lengthMs: number, shape: OscillatorType, loudness: number): Tone => ({
  ...{ hertz, startMs, lengthMs, shape, loudness },
});

/**
 * Two or three tones each, between 500 and 3000 Hz, where an extractor hood masks least: new climbs, changed
 * alternates, stop falls hard, late knocks twice, disconnected drags down. New, stop and disconnected have overtones,
 * which carry further; all are as loud as they can be without clipping (SPEC BD1.17).
 */
export const sounds: Record<SoundName, Tone[]> = {
  new: [
    tone(880, 0, 160, 'square', 1.02),
    tone(1_175, 170, 160, 'square', 1.02),
    tone(1_760, 340, 360, 'square', 1.02),
  ],
  changed: [
    tone(1_320, 0, 120, 'triangle', 1.08),
    tone(990, 140, 120, 'triangle', 1.08),
    tone(1_320, 280, 160, 'triangle', 1.08),
  ],
  stop: [tone(1_480, 0, 220, 'square', 1.02), tone(740, 240, 220, 'square', 1.02), tone(560, 480, 420, 'square', 1.02)],
  late: [tone(2_093, 0, 110, 'triangle', 1.24), tone(2_093, 200, 220, 'triangle', 1.24)],
  disconnected: [tone(900, 0, 420, 'sawtooth', 1.2), tone(600, 450, 650, 'sawtooth', 1.2)],
};

/** How long a sound takes, to the end of its last tone. */
export function soundLengthMs(name: SoundName): number {
  return Math.max(...sounds[name].map((one) => one.startMs + one.lengthMs));
}
