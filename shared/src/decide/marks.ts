import type { Order } from '../order.ts';
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
