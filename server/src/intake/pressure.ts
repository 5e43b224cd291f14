/** How many requests wait for their 200 at once, with a short memory: between two commits nobody waits for a moment. */
export interface Pressure {
  enter(): void;
  leave(): void;
  /** The most that waited at once lately. */
  lately(): number;
}

const memoryMs = 100;

/** @param now a clock in milliseconds */
export function createPressure(now: () => number): Pressure {
  let waiting = 0;
  let peak = 0;
  let peakAt = -Infinity;
  return {
    enter() {
      waiting++;
      const at = now();
      if (waiting < peak && at - peakAt <= memoryMs) return;
      peak = waiting;
      peakAt = at;
    },
    leave: () => void waiting--,
    lately: () => (now() - peakAt <= memoryMs ? Math.max(peak, waiting) : waiting),
  };
}
