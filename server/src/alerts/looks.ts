/** Calls once, later; what it returns calls it off. */
export type Schedule = (run: () => void, afterMs: number) => () => void;

export interface Looks {
  /** Says that there may be something to see. Returns at once. */
  wake(): void;
  start(): void;
  /** No look begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** Many wakes in a row are one look. */
const gatherMs = 20;
/**
 * How long no look follows a look: a multiple of what it took, more where it found nothing to do. In a storm each new
 * order wakes, and what is held back by the budget would be read again each time.
 */
const rest = {
  fruitful: { times: 5, leastMs: 20 },
  fruitless: { times: 25, leastMs: 50 },
};
const longestRestMs = 250;

/**
 * Looks one at a time: soon after a wake, and when the last look said there is something to see again.
 * @param deps.look resolves to the milliseconds until the next look is needed (0: it found something to do, and there
 * may be more); must not reject
 */
export function createLooks(deps: { look(): Promise<number>; now(): number; schedule: Schedule }): Looks {
  let running = false;
  let look: Promise<void> | null = null;
  let woken = false;
  let timer: 'none' | 'soon' | 'later' = 'none';
  let cancelTimer = (): void => undefined;
  let restedAt = -Infinity;

  function lookIn(ms: number): void {
    if (!running || timer === 'soon') return;
    cancelTimer();
    timer = ms <= gatherMs ? 'soon' : 'later';
    cancelTimer = deps.schedule(
      () => {
        timer = 'none';
        look ??= lookOnce();
      },
      // A clock that was put back must not make it a long rest.
      Math.max(ms, gatherMs, Math.min(restedAt - deps.now(), longestRestMs)),
    );
  }

  async function lookOnce(): Promise<void> {
    woken = false;
    const beganAt = deps.now();
    const nextInMs = await deps.look();
    const endedAt = deps.now();
    const { times, leastMs } = nextInMs === 0 ? rest.fruitful : rest.fruitless;
    restedAt = endedAt + Math.min(Math.max(times * (endedAt - beganAt), leastMs), longestRestMs);
    look = null;
    lookIn(woken ? 0 : nextInMs);
  }

  function wake(): void {
    woken = true;
    if (look === null) lookIn(0);
  }

  return {
    wake,
    start() {
      running = true;
      wake();
    },
    async stop() {
      running = false;
      cancelTimer();
      await look;
    },
  };
}
