/** Calls once, later; what it returns calls it off. */
export type Schedule = (run: () => void, afterMs: number) => () => void;

export interface Looks {
  /** Says that there may be something to see. Returns at once. */
  wake(): void;
  start(): void;
  /** No look begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** Many wakes in a row are one look; in a storm, when a look takes long, they come further apart. */
const fastestPaceMs = 20;
const slowestPaceMs = 250;

/**
 * Looks one at a time: soon after a wake, and when the last look said there is something to see again.
 * @param deps.look resolves to the milliseconds until the next look is needed; must not reject
 */
export function createLooks(deps: { look(): Promise<number>; now(): number; schedule: Schedule }): Looks {
  let running = false;
  let look: Promise<void> | null = null;
  let woken = false;
  let timer: 'none' | 'soon' | 'later' = 'none';
  let cancelTimer = (): void => undefined;
  let paceMs = fastestPaceMs;

  function lookIn(ms: number): void {
    if (!running || timer === 'soon') return;
    cancelTimer();
    timer = ms <= paceMs ? 'soon' : 'later';
    cancelTimer = deps.schedule(
      () => {
        timer = 'none';
        look ??= lookOnce();
      },
      Math.max(ms, paceMs),
    );
  }

  async function lookOnce(): Promise<void> {
    woken = false;
    const beganAt = deps.now();
    const nextInMs = await deps.look();
    paceMs = Math.min(Math.max(5 * (deps.now() - beganAt), fastestPaceMs), slowestPaceMs);
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
