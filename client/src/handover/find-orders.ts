import type { Order } from '@kasera/shared/order.ts';

const most = 12;
const goneAfterMs = 6 * 3_600_000;

/**
 * Finds orders by what somebody at the counter says: digits of the number, or the beginning of a name. What ends in
 * the digits comes first, since the last ones are what people read out; then what still has to be handed over.
 * @param words as typed; blank finds nothing
 */
export function findOrders(orders: readonly Order[], words: string, now: number): Order[] {
  const sought = plain(words.replace(/^\s*#/, ''));
  if (!sought) return [];
  const found = orders.flatMap((order) => {
    const rank = isFindable(order, now) ? rankOf(order, sought) : null;
    return rank === null ? [] : { order, rank };
  });
  return found
    .toSorted((a, b) => a.rank - b.rank || places[a.order.status] - places[b.order.status] || newer(a.order, b.order))
    .slice(0, most)
    .map(({ order }) => order);
}

const places: Record<Order['status'], number> = {
  ready: 0,
  preparing: 1,
  acknowledged: 2,
  new: 3,
  completed: 4,
  cancelled: 5,
  unreleased: 6,
};

function isFindable({ status, statusAt, arrivedLate }: Order, now: number): boolean {
  if (status === 'unreleased' || (status === 'new' && arrivedLate)) return false;
  const isOver = status === 'completed' || status === 'cancelled';
  return !isOver || now - statusAt < goneAfterMs;
}

/** Lower is nearer; null: it is not what is sought. */
function rankOf({ number, guest }: Order, sought: string): number | null {
  const called = plain(number);
  if (called === sought) return 0;
  if (called.endsWith(sought)) return 1;
  if (called.includes(sought)) return 2;
  return plain(guest.name)
    .split(' ')
    .some((word) => word.startsWith(sought))
    ? 3
    : null;
}

function newer(a: Order, b: Order): number {
  return b.statusAt - a.statusAt || (a.id < b.id ? 1 : -1);
}

/** Without case and accents: "jose" is José. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
