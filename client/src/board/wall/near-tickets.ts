import type { Zone } from './wall-state.ts';

/**
 * Which tickets are drawn at all: those of the shown page, of every page before it and of the next one. What stands
 * before is drawn so that each page is exactly what its tickets' real heights make it; what is further on is only
 * counted, by heights that were measured before or are estimated. The first ticket of the next page is always drawn: the
 * shown one may have room for it, and it comes as soon as another leaves.
 * @param places each piece's order and the page it belongs to
 * @param before what is drawn now: it stays for one page more, so that nothing is drawn and dropped in turn
 * @param pagesAhead how many pages after the shown one are drawn as well: none while somebody waits for this one
 * @returns the ids of the orders, those that wait for an answer first; the same set where nothing changed
 */
export function nearTickets(
  places: readonly { orderId: string; page: number; zone: Zone }[],
  before: ReadonlySet<string>,
  shownPage: number,
  pagesAhead: number,
): ReadonlySet<string> {
  const near = new Set<string>();
  for (const { orderId, page, zone } of places) if (zone === 'new' && page === shownPage) near.add(orderId);
  let spare: string | undefined;
  for (const { orderId, page } of places) {
    if (page <= shownPage + (before.has(orderId) ? 2 : pagesAhead)) near.add(orderId);
    else if (page === shownPage + 1) spare ??= orderId;
  }
  if (spare !== undefined) near.add(spare);
  return isSame(before, near) ? before : near;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}
