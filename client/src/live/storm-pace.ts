/** A burst is one news, however many messages it came in. */
const usuallyMs = 8;
/**
 * The scripts of a showing, on the mean of the last: a quick screen needs a third of it, a cheap tablet twice as much.
 * How long the frame takes after them says nothing: a large picture takes long on a quick screen, too.
 */
const bearableMs = 10;
const looksBack = 32;
/** Longer than this says no more: a quick screen is held up now and then, too, and a few times are no storm. */
const mostMs = 40;
/** What goes beyond that many times over is the rest between two showings: a screen's time is for fingers. */
const restTimes = 60;
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
 * @param deps `monotonic` in milliseconds
 */
export function createStormPace(deps: { monotonic(): number; setTimer(run: () => void, ms: number): void }): StormPace {
  const { monotonic, setTimer } = deps;
  const took = createMean(looksBack);
  let restMs = usuallyMs;
  let shownAt = -Infinity;

  function show(run: () => void): void {
    const startedAt = monotonic();
    shownAt = startedAt;
    run();
    // React renders what it was told at the end of the task: in a microtask it asked for before this one.
    queueMicrotask(() => isOut(monotonic() - startedAt));
  }
  function isOut(tookMs: number): void {
    const meanMs = took.add(Math.min(tookMs, mostMs));
    restMs = Math.min(longestMs, usuallyMs + Math.max(0, meanMs - bearableMs) * restTimes);
    shownAt = monotonic();
  }
  return {
    defer: (run) => setTimer(() => show(run), Math.max(usuallyMs, shownAt + restMs - monotonic())),
    isStorm: () => restMs >= stormFromMs && monotonic() - shownAt < overAfterMs,
  };
}

/** The mean of the last so many, the first of them taken for 0. */
function createMean(count: number) {
  const last = Array.from({ length: count }, () => 0);
  return {
    add(value: number): number {
      last.shift();
      last.push(value);
      return last.reduce((sum, one) => sum + one, 0) / count;
    },
  };
}
