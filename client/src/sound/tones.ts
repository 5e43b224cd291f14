/** What a sound says; each is told from the others with eyes shut. */
export const soundNames = ['new', 'changed', 'stop', 'late', 'fired', 'counter', 'disconnected'] as const;
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
 * alternates, stop falls hard, late knocks twice, fired (an order for later is to be begun) climbs softly from a held
 * tone, counter (ready to be handed over) is a doorbell, disconnected drags down. New, stop and disconnected have overtones,
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
  fired: [
    tone(660, 0, 260, 'triangle', 1.24),
    tone(880, 280, 120, 'triangle', 1.24),
    tone(1_320, 420, 260, 'triangle', 1.24),
  ],
  counter: [tone(1_568, 0, 260, 'triangle', 1.24), tone(1_245, 280, 420, 'triangle', 1.24)],
  disconnected: [tone(900, 0, 420, 'sawtooth', 1.2), tone(600, 450, 650, 'sawtooth', 1.2)],
};

const againAfterMs = 130;
const againLengthMs = 110;
/** More than three are not counted by ear. */
const mostCounted = 3;

/**
 * A sound with how many it is about, said by its last tone: struck once more, shortly, for each one after the first, up
 * to three. One ring for several is so told from one for one.
 */
export function counted(name: SoundName, count: number): readonly Tone[] {
  const melody = sounds[name];
  const last = melody.at(-1);
  if (!last) return melody;
  const end = last.startMs + last.lengthMs;
  const more = Array.from({ length: Math.min(mostCounted, Math.max(1, count)) - 1 }, (_, index) => ({
    ...last,
    startMs: end + 30 + index * againAfterMs,
    lengthMs: againLengthMs,
  }));
  return [...melody, ...more];
}

/** How long tones take, to the end of the last one. */
export function lengthOfMs(tones: readonly Tone[]): number {
  return Math.max(...tones.map((one) => one.startMs + one.lengthMs));
}
