const pointsForMs = 8_000;
/** Until what was just asked for is on the page and placed. */
const placedAfterMs = 60;
/** A list may come in a script of its own: it is looked for during three seconds. */
const mostTries = 50;
const goneWithinMs = 300;

export interface PagedWall {
  /** Of an order on another page than the shown one; undefined: it is shown, or not on the wall. */
  pageOf(id: string): number | undefined;
  setPage(page: number): void;
}

/**
 * Points at an order for a while: turns to its page, or scrolls to it where the tickets stand in one list.
 * @param wall which page an order that is not shown stands on, and the way to show it
 */
export function pointAt(id: string, wall: PagedWall, tries = mostTries): void {
  setTimeout(() => {
    const page = wall.pageOf(id);
    if (page !== undefined) wall.setPage(page);
    const element = [...document.querySelectorAll<HTMLElement>('[data-order]')].find((one) => one.dataset.order === id);
    if (!element) {
      if (tries > 1) pointAt(id, wall, tries - 1);
      return;
    }
    element.dataset.pointed = '';
    element.scrollIntoView({ block: 'center' });
    setTimeout(() => delete element.dataset.pointed, pointsForMs);
    // It stood in the list that was shown before, and went with it.
    setTimeout(() => element.isConnected || tries <= 1 || pointAt(id, wall, tries - 1), goneWithinMs);
  }, placedAfterMs);
}
