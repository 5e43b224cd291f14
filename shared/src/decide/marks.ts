import { expoStation } from '../kitchen.ts';
import type { Order } from '../order.ts';
import { concerns, finishedPart, isLive, isUnclaimed, ownStations, partStations, type Viewer } from '../parts.ts';

/** Whether anything on the ticket waits to be seen by that screen (or, without one, by anybody). */
export function hasUnseen(order: Order, screen?: string): boolean {
  const note = order.kitchenNotes.some((one) => !isNoteSeen(one.seenBy, screen));
  const shops = order.closedInShop || order.shopConflict !== undefined;
  return order.stop !== null || shops || hasUnseenChange(order) || note;
}

/** Whether dishes, note, kind or promise changed and nobody has said so yet. */
export function hasUnseenChange(order: Order): boolean {
  return order.changed !== null || order.items.some((item) => item.change !== null);
}

/** Whether that screen has confirmed a kitchen note; without a screen: whether everybody has. */
export function isNoteSeen(seenBy: readonly string[], screen?: string): boolean {
  return seenBy.includes('*') || (screen !== undefined && seenBy.includes(screen));
}

/** Whether that screen, or each station it shows, has confirmed a kitchen note. */
export function isNoteSeenBy(seenBy: readonly string[], { screen, stations }: Viewer): boolean {
  if (isNoteSeen(seenBy, screen)) return true;
  return stations !== null && stations.length > 0 && stations.every((station) => seenBy.includes(seenAtMark(station)));
}

/** How a station stands in a note's `seenBy`, among the ids of screens. */
export function seenAtMark(station: string): string {
  return `@${station}`;
}

/** Whether every station that screen answers for said it saw what is unseen now; a whole screen's word ends it for all. */
export function isSeenAt(order: Order, viewer: Viewer): boolean {
  const { stations } = viewer;
  if (stations === null) return false;
  const own = stations.includes(expoStation) ? [expoStation] : ownStations(order, viewer);
  return (own.length > 0 ? own : stations).every((station) => order.seenAt?.includes(station));
}

/** Whether something changed that concerns that screen and that it has not said it saw. */
export function hasUnseenChangeFor(order: Order, viewer: Viewer): boolean {
  if (!hasUnseenChange(order) || isSeenAt(order, viewer)) return false;
  return order.changed !== null || order.items.some((item) => item.change !== null && concerns(item, viewer));
}

/** Whether who acts on that version of the order (none: a script, on the newest) had everything before their eyes. */
export function hadSeenAll(order: Order, version: number | undefined): boolean {
  return version === undefined || version >= (order.unseenVersion ?? 0);
}

/** Whether anything waits to be seen at the stations that screen shows. */
export function hasUnseenAt(order: Order, viewer: Viewer): boolean {
  if (order.closedInShop || order.shopConflict !== undefined) return true;
  if (order.kitchenNotes.some((note) => !isNoteSeenBy(note.seenBy, viewer))) return true;
  if (!order.stop && !hasUnseenChange(order)) return false;
  return viewer.stations === null || viewer.stations.some((station) => !order.seenAt?.includes(station));
}

/** Seen: the marks go, and with them the lines that were only still there to be seen struck through. */
export function withoutChanges(order: Order): Order {
  if (!hasUnseenChange(order)) return order;
  const items = order.items.filter(isLive).map((item) => (item.change ? { ...item, change: null } : item));
  const { seenAt: _seen, ...rest } = order;
  return { ...(order.stop ? order : rest), changed: null, items };
}

/** All of it seen by that screen; `*` is everybody. */
export function withAllSeen(order: Order, screen: string): Order {
  const kitchenNotes = order.kitchenNotes.map((note) =>
    isNoteSeen(note.seenBy, screen) ? note : { ...note, seenBy: [...note.seenBy, screen] },
  );
  const { shopConflict: _conflict, seenAt: _seen, ...rest } = withoutChanges(order);
  return { ...rest, stop: null, closedInShop: false, kitchenNotes };
}

/**
 * All of it seen by those stations. A note stays marked at each other one; a STOP and what changed leave when every
 * station they concern has said so. What only the shop's books say needs one word.
 */
export function withSeenAt(order: Order, stations: readonly string[]): Order {
  const marks = stations.map(seenAtMark);
  const kitchenNotes = order.kitchenNotes.map((note) => {
    const added = marks.filter((mark) => !note.seenBy.includes(mark));
    return added.length > 0 && !isNoteSeen(note.seenBy) ? { ...note, seenBy: [...note.seenBy, ...added] } : note;
  });
  const { shopConflict: _conflict, ...rest } = order;
  return withChangesSeenAt({ ...rest, closedInShop: false, kitchenNotes }, stations);
}

/** STOP and changes seen by those stations; gone when they were the last. */
export function withChangesSeenAt(order: Order, stations: readonly string[]): Order {
  if (!order.stop && !hasUnseenChange(order)) return order;
  const seenAt = [...new Set([...(order.seenAt ?? []), ...stations])];
  if (!isSeenByAll(order, seenAt)) return { ...order, seenAt };
  const { seenAt: _seen, ...rest } = withoutChanges(order);
  return { ...rest, stop: null };
}

/** A change waits for no station that bumped its part: there the ticket is gone. A STOP does. */
function isSeenByAll(order: Order, seenAt: readonly string[]): boolean {
  const concerned = stationsToSee(order);
  if (concerned.length === 0) return partStations(order).length === 0;
  return concerned.every(
    (station) => seenAt.includes(station) || (!order.stop && finishedPart(order, station) !== undefined),
  );
}

/** The stations that have to see what is unseen; with a note, a time or a dish of nobody's changed, all with a part. */
function stationsToSee(order: Order): string[] {
  const changed = order.items.filter((item) => item.change !== null);
  if (order.stop || order.changed || changed.some(isUnclaimed)) return partStations(order);
  return partStations({ items: changed });
}

/** The order after a change: if something else waits to be seen than before, nobody has seen it yet. */
export function withSeenAnew(before: Order | null, order: Order): Order {
  if (!order.seenAt || !before || toBeSeen(before) === toBeSeen(order)) return order;
  const { seenAt: _seen, ...rest } = order;
  return rest;
}

function toBeSeen({ stop, changed, note, kind, guestPromisedAt, items }: Order): string {
  const lines = items.flatMap(
    ({ id, name, quantity, options, change }) => change && [[id, name, quantity, options, change]],
  );
  return JSON.stringify([stop, changed && [changed, note, kind, guestPromisedAt], lines]);
}
