import type { WhyRefused } from './why-refused.ts';

/** How long a refused screen waits before it asks again. */
export interface RetryPace {
  /**
   * @param why null: it did not say
   * @returns milliseconds
   */
  next(why: WhyRefused | null): number;
  /** It was let in. */
  reset(): void;
}

const usualMs = 2_000;
const firstMs = 4_000;
const mostMs = 30_000;

/**
 * A missing key is looked for again at once. Where there is no place, each attempt takes something of a server that has
 * too much to do: 4 s, and twice as long each time up to 30 s, a quarter more or less, so that those who were refused
 * together do not come again together.
 * @param random from 0 to below 1
 */
export function createRetryPace(random: () => number): RetryPace {
  let tries = 0;
  return {
    next(why) {
      if (why !== 'too-many-connections') return usualMs;
      const ms = Math.min(mostMs, firstMs * 2 ** tries);
      tries += 1;
      return Math.round(ms * (0.75 + random() / 2));
    },
    reset() {
      tries = 0;
    },
  };
}
