const pointsForMs = 8_000;
/** Until what was just asked for is on the page and placed. */
const placedAfterMs = 60;
/** A list may come in a script of its own: it is looked for during three seconds. */
const mostTries = 50;
const goneWithinMs = 300;

/**
 * Points at an order for a while: turns to its page, or scrolls to it where the tickets stand in one list.
 * @param turnTo shows a page of the wall
 */
export function pointAt(id: string, turnTo: (page: number) => void, tries = mostTries): void {
  setTimeout(() => {
    const element = [...document.querySelectorAll<HTMLElement>('[data-order]')].find((one) => one.dataset.order === id);
    if (!element) {
      if (tries > 1) pointAt(id, turnTo, tries - 1);
      return;
    }
    if (element.dataset.pageNumber) turnTo(Number(element.dataset.pageNumber));
    element.dataset.pointed = '';
    element.scrollIntoView({ block: 'center' });
    setTimeout(() => delete element.dataset.pointed, pointsForMs);
    // It stood in the list that was shown before, and went with it.
    setTimeout(() => element.isConnected || tries <= 1 || pointAt(id, turnTo, tries - 1), goneWithinMs);
  }, placedAfterMs);
}
