/** A burst is one news, however many messages it came in. */
const usuallyMs = 8;
/** The scripts of a showing; drawing it takes about as long again. */
const bearableMs = 32;
/** What goes beyond that many times over is the rest between two showings: a screen's time is for fingers. */
const restTimes = 25;
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
 * @param deps `monotonic` in milliseconds; a timer of 0 ms strikes when the scripts of `run` are through
 */
export function createStormPace(deps: { monotonic(): number; setTimer(run: () => void, ms: number): void }): StormPace {
  const { monotonic, setTimer } = deps;
  let restMs = usuallyMs;
  let lastMs = [0, 0];
  let shownAt = -Infinity;

  function show(run: () => void): void {
    const startedAt = monotonic();
    shownAt = startedAt;
    run();
    setTimer(() => isOut(monotonic() - startedAt), 0);
  }
  function isOut(tookMs: number): void {
    // Once or twice is no storm: a quick screen is held up now and then, too.
    const beyondMs = Math.max(0, Math.min(tookMs, ...lastMs) - bearableMs);
    restMs = Math.min(longestMs, usuallyMs + beyondMs * restTimes);
    lastMs = [...lastMs.slice(1), tookMs];
    shownAt = monotonic();
  }
  return {
    defer: (run) => setTimer(() => show(run), Math.max(usuallyMs, shownAt + restMs - monotonic())),
    isStorm: () => restMs >= stormFromMs && monotonic() - shownAt < overAfterMs,
  };
}
