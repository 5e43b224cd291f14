import { silentAfterMs } from '@kasera/shared/socket.ts';

/** Longer between two looks than any page that runs takes. */
const asleepMs = 5_000;
/** A beat and a half: who heard one since was not asleep, however seldom a page in the background looks. */
const freshMs = 7_500;

/**
 * Tells whether a page that was asleep knows yet what happened meanwhile. Until it has heard the server again it would
 * ring for what others answered, and alarm about a silence that was its own; it is not waited for longer than the board
 * waits with words. All times are the device's wall clock: the monotonic one may stand still in a sleep.
 */
export function createAfterSleep(): { heard(now: number): void; isDazed(now: number): boolean } {
  let heardAt: number | null = null;
  let lookedAt: number | null = null;
  let wokeAt: number | null = null;
  return {
    heard(now) {
      heardAt = now;
      wokeAt = null;
    },
    isDazed(now) {
      const slept = lookedAt !== null && now - lookedAt > asleepMs;
      lookedAt = now;
      if (slept && heardAt !== null && now - heardAt > freshMs) wokeAt = now;
      return wokeAt !== null && now - wokeAt < silentAfterMs;
    },
  };
}
