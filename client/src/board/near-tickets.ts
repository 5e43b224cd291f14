/**
 * Which tickets are drawn at all: those of the shown page, of every page before it and of the next one. What stands
 * before is drawn so that each page is exactly what its tickets' real heights make it; what is further on is only
 * counted, by heights that were measured before or are estimated.
 * @param places each piece's order and the page it belongs to
 * @param before what is drawn now: it stays for one page more, so that nothing is drawn and dropped in turn
 * @param pagesAhead how many pages after the shown one are drawn as well: none while somebody waits for this one
 * @returns the ids of the orders; the same set where nothing changed
 */
export function nearTickets(
  places: Iterable<{ orderId: string; page: number }>,
  before: ReadonlySet<string>,
  shownPage: number,
  pagesAhead: number,
): ReadonlySet<string> {
  const near = new Set<string>();
  for (const { orderId, page } of places) {
    if (page <= shownPage + (before.has(orderId) ? 2 : pagesAhead)) near.add(orderId);
  }
  return isSame(before, near) ? before : near;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}
