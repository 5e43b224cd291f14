import type { Order } from '@kasera/shared/order.ts';

const noteLength = 30;

/** About how many lines an order has on a ticket; what was measured of others is carried over to it by that. */
export function lineCount({ items, note, kitchenNotes }: Order): number {
  const notes = [note, ...kitchenNotes.map(({ text }) => text)].filter(Boolean);
  const noteLines = notes.reduce((sum, text) => sum + Math.ceil(text.length / noteLength), 0);
  return noteLines + items.reduce((sum, { options }) => sum + 1 + 0.7 * options.length, 0);
}
