/** A burst is one news, however many messages it came in. */
const usuallyMs = 8;
/** What is shown within this costs hardly a frame. */
const bearableMs = 20;
/** What goes beyond that many times over is the rest between two showings: of twenty frames at most one is lost. */
const restTimes = 50;
const longestMs = 800;

/**
 * Puts off what is to be shown: a few milliseconds usually; in a storm, on a screen that is slow to draw, so long that
 * it stays smooth, but never so long that anybody waits for an order.
 * @param deps `monotonic` in milliseconds; a timer of 0 ms strikes after what `run` began is drawn
 */
export function createStormPace(deps: {
  monotonic(): number;
  setTimer(run: () => void, ms: number): void;
}): (run: () => void) => void {
  const { monotonic, setTimer } = deps;
  let restMs = usuallyMs;
  let lastMs = [0, 0];
  let shownAt = -Infinity;

  function show(run: () => void): void {
    const startedAt = monotonic();
    shownAt = startedAt;
    run();
    setTimer(() => {
      const tookMs = monotonic() - startedAt;
      // Once or twice is no storm: a quick screen is held up now and then, too.
      const beyondMs = Math.max(0, Math.min(tookMs, ...lastMs) - bearableMs);
      restMs = Math.min(longestMs, usuallyMs + beyondMs * restTimes);
      lastMs = [...lastMs.slice(1), tookMs];
      shownAt = monotonic();
    }, 0);
  }
  return (run) => setTimer(() => show(run), Math.max(usuallyMs, shownAt + restMs - monotonic()));
}
