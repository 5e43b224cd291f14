/** A burst is one news, however many messages it came in. */
const usuallyMs = 8;
/** A frame and a half: what is out within that costs none. */
const bearableMs = 25;
/** What goes beyond that many times over is the rest between two showings: of twenty frames at most one is lost. */
const restTimes = 50;
const longestMs = 800;

export interface StormPace {
  defer(run: () => void): void;
  /** Whether news come faster than this screen can well draw them. */
  isStorm(): boolean;
}

/** The rest from which on a storm is one. */
const stormFromMs = 300;
/** Nothing was shown for so long: it is over. */
const overAfterMs = 3_000;

/**
 * Puts off what is to be shown: a few milliseconds usually; in a storm, on a screen that is slow to draw, so long that
 * it stays smooth, but never so long that anybody waits for an order.
 * @param deps `monotonic` in milliseconds; `nextFrame` runs something before the next frame is drawn, and a timer of 0 ms
 * set there strikes when that is out
 */
export function createStormPace(deps: {
  monotonic(): number;
  nextFrame(run: () => void): void;
  setTimer(run: () => void, ms: number): void;
}): StormPace {
  const { monotonic, nextFrame, setTimer } = deps;
  let restMs = usuallyMs;
  let lastMs = [0, 0];
  let shownAt = -Infinity;

  function show(run: () => void): void {
    const startedAt = monotonic();
    shownAt = startedAt;
    run();
    nextFrame(() => setTimer(() => isOut(monotonic() - startedAt), 0));
  }
  function isOut(tookMs: number): void {
    // Once is no storm: a quick screen is held up now and then, too.
    const [, usual = 0] = [tookMs, ...lastMs].toSorted((a, b) => a - b);
    restMs = Math.min(longestMs, usuallyMs + Math.max(0, usual - bearableMs) * restTimes);
    lastMs = [...lastMs.slice(1), tookMs];
    shownAt = monotonic();
  }
  return {
    defer: (run) => setTimer(() => show(run), Math.max(usuallyMs, shownAt + restMs - monotonic())),
    isStorm: () => restMs >= stormFromMs && monotonic() - shownAt < overAfterMs,
  };
}
