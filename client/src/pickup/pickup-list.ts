import type { Order } from '@kasera/shared/order.ts';
import { byDueAt, listOf } from '@kasera/shared/tickets.ts';

/** An order as guests see it. */
export interface Called {
  id: string;
  number: string;
  /** The first name, where the owner wants it; else empty. */
  name: string;
}

export interface PickupList {
  /** In the order they will be ready. */
  preparing: Called[];
  /** The last one first. */
  ready: Called[];
  /** Ready for so long that their guest is not in the room: said small. The last one first, too. */
  waiting: Called[];
}

const waitingAfterMs = 20 * 60_000;
const goneAfterMs = 60 * 60_000;

/**
 * What the pickup screen shows ([SC1]): what is accepted and being made, and what is ready. A delivery's guest is at
 * home, so it is left out. Ready for 20 minutes is said small, for an hour not at all: the counter knows of it still.
 * @param now epoch milliseconds by the server's clock
 */
export function pickupList(orders: readonly Order[], now: number, withNames: boolean): PickupList {
  const shown = orders.filter(({ kind }) => kind !== 'delivery');
  const called = ({ id, number, guest }: Order): Called => ({ id, number, name: withNames ? guest.name.trim() : '' });
  const readyFor = (order: Order) => now - readyAt(order);
  const ready = shown.filter((order) => order.status === 'ready').toSorted(byReadyLast);
  return {
    preparing: shown
      .filter((order) => listOf(order, now) === 'cooking')
      .toSorted(byDueAt)
      .map(called),
    ready: ready.filter((order) => readyFor(order) < waitingAfterMs).map(called),
    waiting: ready.filter((order) => readyFor(order) >= waitingAfterMs && readyFor(order) < goneAfterMs).map(called),
  };
}

/** When it became ready, epoch milliseconds by the server's clock. */
export function readyAt({ times, statusAt }: Order): number {
  return times.readyAt ?? statusAt;
}

function byReadyLast(a: Order, b: Order): number {
  return readyAt(b) - readyAt(a) || (a.id < b.id ? 1 : -1);
}
