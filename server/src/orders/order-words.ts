import type { Order } from '@kasera/shared/order.ts';
import { isLive } from '@kasera/shared/parts.ts';

/** What history finds an order by; folded, as whoever searches is. */
export interface OrderWords {
  /** Number and guest. */
  foundBy: string;
  dishes: string;
}

/** They stand in an index, and PostgreSQL takes at most 2.7 kB of each entry there: enough for some 70 dishes. */
const maxBytes = { foundBy: 300, dishes: 1_500 };

/** The words of an order: its number and its guest's name apart from the names of its dishes ([SC3a]). */
export function wordsOf({ number, guest, items }: Pick<Order, 'number' | 'guest' | 'items'>): OrderWords {
  const names = new Set(items.filter(isLive).map(({ name }) => fold(name)));
  return {
    foundBy: cut(fold(`${number} ${guest.name}`), maxBytes.foundBy),
    dishes: cut([...names].join('\n'), maxBytes.dishes),
  };
}

/** As somebody in a hurry types it: "Jamón" is "jamon". */
export function fold(text: string): string {
  // Most text needs none of the work, and this is in the way of every order.
  if (/^[\u0020-\u007e]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function cut(text: string, bytes: number): string {
  if (text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes) return text;
  return Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}
