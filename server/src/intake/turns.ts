/** When the next stored request may be begun. */
export interface Turns {
  /** Whether one more may be begun beside `running`. */
  free(running: number): boolean;
  /** @returns to be told when the one just begun has only the disk to wait for */
  begin(): () => void;
  /** Wakes when another may be begun, as far as the clock decides it; not at all if it does not. */
  whenRested(wake: () => void): void;
}

export interface TurnsDeps {
  /** How many requests waited to be stored at once lately. */
  pressure(): number;
  /** A clock in milliseconds, finer than one of them, that is never set. */
  elapsed(): number;
  schedule(work: () => void, afterMs: number): void;
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
const restTimes = 49;
const longestRestMs = 100;

/** Shares the thread out between taking orders in and carrying them out ([IN3c]). */
export function createTurns({ pressure, elapsed, schedule }: TurnsDeps): Turns {
  let restedAt = -Infinity;
  let sleeping = false;
  const inFlood = () => pressure() >= floodPressure;
  const restMs = () => (inFlood() ? Math.max(restedAt - elapsed(), 0) : 0);
  return {
    free: (running) => (inFlood() ? running < maxAtOnceInFlood && restMs() === 0 : running < maxAtOnce),
    begin() {
      const beganAt = elapsed();
      restedAt = beganAt + longestRestMs;
      return () => {
        const now = elapsed();
        restedAt = now + Math.min(restTimes * (now - beganAt), longestRestMs);
      };
    },
    whenRested(wake) {
      const ms = restMs();
      if (sleeping || ms === 0) return;
      sleeping = true;
      schedule(() => {
        sleeping = false;
        wake();
      }, Math.ceil(ms));
    },
  };
}
