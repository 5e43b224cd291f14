import { expoStation } from '../kitchen.ts';
import type { Order } from '../order.ts';
import { concerns, ownStations, type Viewer } from '../parts.ts';
import { isLive } from './items.ts';

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
  return stations !== null && stations.every((station) => seenBy.includes(seenAtMark(station)));
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

/** Seen: the marks go, and with them the lines that were only still there to be seen struck through. */
export function withoutChanges(order: Order): Order {
  if (!hasUnseenChange(order)) return order;
  const items = order.items.filter(isLive).map((item) => (item.change ? { ...item, change: null } : item));
  return { ...order, changed: null, items };
}

/** All of it seen by that screen; `*` is everybody. */
export function withAllSeen(order: Order, screen: string): Order {
  const kitchenNotes = order.kitchenNotes.map((note) =>
    isNoteSeen(note.seenBy, screen) ? note : { ...note, seenBy: [...note.seenBy, screen] },
  );
  const { shopConflict: _seen, ...rest } = withoutChanges(order);
  return { ...rest, stop: null, closedInShop: false, kitchenNotes };
}
