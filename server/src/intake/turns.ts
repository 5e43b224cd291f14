/** When the next stored request may be begun. */
export interface Turns {
  /** Whether one more may be begun beside `running`. */
  free(running: number): boolean;
  began(): void;
  /** What the thread that takes orders in spent on the one just begun, until it waits for the disk. */
  took(ms: number): void;
  /** How long until another may be begun, as far as the clock decides it; 0: it does not. */
  restMs(): number;
}

/** So many at once that their commits are one, and few enough that a storm does not fill the memory. */
const maxAtOnce = 64;
/**
 * While so many requests wait for their 200 at once, answering them comes first: what is not answered is lost, what is
 * answered is safe and only has to wait. A little is carried out all the same, so that the board goes on: after each one
 * the thread belongs to the others for this many times as long, on a fast machine as on a slow one.
 */
const floodPressure = 24;
const maxAtOnceInFlood = 4;
const restTimes = 19;
const longestRestMs = 100;

/**
 * @param deps.pressure how many requests waited to be stored at once lately
 * @param deps.elapsed a clock in milliseconds, finer than one of them, that is never set
 */
export function createTurns({ pressure, elapsed }: { pressure(): number; elapsed(): number }): Turns {
  let restedAt = -Infinity;
  const inFlood = () => pressure() >= floodPressure;
  const restMs = () => (inFlood() ? Math.max(restedAt - elapsed(), 0) : 0);
  return {
    free: (running) => (inFlood() ? running < maxAtOnceInFlood && restMs() === 0 : running < maxAtOnce),
    began: () => void (restedAt = elapsed() + longestRestMs),
    took: (ms) => void (restedAt = elapsed() + Math.min(restTimes * ms, longestRestMs)),
    restMs,
  };
}
