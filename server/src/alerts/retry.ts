/** When a delivery that could not be delivered is tried again. */

const firstWaitMs = 2_000;
const maxWaitMs = 60_000;
/** A provider that asks for longer is not believed: setTimeout and kitchens have limits. */
const maxRetryAfterMs = 24 * 3_600_000;

/**
 * Waits 2, 4, 8 … 60 s, each shortened by up to half by chance, so that deliveries which failed together do not come
 * back together.
 * @param failedTries how many tries have failed so far, from 1
 * @param retryAfterMs what the provider asked for, or null
 * @param random a number in [0, 1)
 * @returns milliseconds to wait: never less than the provider asked for, else at most 60 s
 */
export function retryDelayMs(failedTries: number, retryAfterMs: number | null, random: number): number {
  const doublings = Math.min(Math.max(failedTries, 1) - 1, 10);
  const fullWaitMs = Math.min(firstWaitMs * 2 ** doublings, maxWaitMs);
  const backoffMs = Math.round(fullWaitMs * (0.5 + random / 2));
  return Math.max(backoffMs, Math.min(retryAfterMs ?? 0, maxRetryAfterMs));
}
