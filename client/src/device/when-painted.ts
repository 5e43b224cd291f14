/**
 * Runs something once, when this page's first ticket is in front of people's eyes; on a page that has none, or while
 * the server is away, a moment after the page began.
 * @param deps `onFirst` tells of the first painting; `setTimer` takes milliseconds
 */
export function whenPainted(
  run: () => void,
  deps: { onFirst(run: () => void): void; setTimer(run: () => void, ms: number): void },
): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  // The frame after it is not a good moment for a new script, either.
  deps.onFirst(() => deps.setTimer(once, restMs));
  deps.setTimer(once, longestMs);
}

const restMs = 250;
const longestMs = 2_000;
