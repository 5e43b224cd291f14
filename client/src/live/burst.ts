/** What comes so soon after something else waits for what may follow. Nobody sees or hears the difference. */
const togetherMs = 16;

/** Hands on what comes alone at once, and what comes closely upon each other as one. */
export interface Burst<T> {
  add(item: T): void;
  /** Hands on at once what waits. */
  flush(): void;
}

/** @param deps `monotonic` in milliseconds */
export function createBurst<T>(
  deps: { monotonic(): number; setTimer(run: () => void, ms: number): void },
  handOn: (items: readonly T[]) => void,
): Burst<T> {
  let waiting: T[] = [];
  let handedOnAt = -Infinity;

  function flush(): void {
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    handedOnAt = deps.monotonic();
    handOn(items);
  }
  return {
    flush,
    add(item) {
      waiting.push(item);
      if (waiting.length > 1) return;
      const dueInMs = handedOnAt + togetherMs - deps.monotonic();
      if (dueInMs <= 0) flush();
      else deps.setTimer(flush, dueInMs);
    },
  };
}
