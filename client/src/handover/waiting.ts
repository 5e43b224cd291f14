/** How long something ready has stood there; the steps have a word and a colour each. */
export type WaitStep = 'short' | 'long' | 'too-long';

/** Food that waits for ten minutes is cold, and for twenty its guest is not coming by himself. */
const longFromMinutes = 10;
const tooLongFromMinutes = 20;

/** @param minutes whole minutes since it was ready */
export function waitStep(minutes: number): WaitStep {
  if (minutes >= tooLongFromMinutes) return 'too-long';
  return minutes >= longFromMinutes ? 'long' : 'short';
}

/** Whole minutes that have passed, never below none. */
export function minutesSince(at: number, now: number): number {
  return Math.max(0, Math.floor((now - at) / 60_000));
}
