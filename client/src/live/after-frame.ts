/** Longer than this no frame takes: the page is hidden, and has none. */
const atLatestMs = 120;

/**
 * Puts work off until what was just changed is in sight.
 * @param deps `nextFrame` runs something before the next frame is drawn, and never while the page is hidden
 * @returns runs its argument once: when the next frame is out, at the latest after 120 ms
 */
export function createAfterFrame(deps: {
  nextFrame(run: () => void): void;
  setTimer(run: () => void, ms: number): void;
}): (run: () => void) => void {
  const { nextFrame, setTimer } = deps;
  return (run) => {
    let isDone = false;
    const once = () => {
      if (isDone) return;
      isDone = true;
      run();
    };
    nextFrame(() => setTimer(once, 0));
    setTimer(once, atLatestMs);
  };
}
