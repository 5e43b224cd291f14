import type { Order } from '@kasera/shared/order.ts';
import { ownStations, showsAll, type Viewer } from '@kasera/shared/parts.ts';
import { byDueAt, listFor, type TicketList } from '@kasera/shared/tickets.ts';

/** All orders of a screen, each in its list, each list in its order. */
export interface Listing {
  /** Unanswered, what is rushed first, then the longest waiting. */
  fresh: Order[];
  /** Cooking and STOP, by due time. */
  main: Order[];
  /** Finished as far as this screen goes, and cancelled; the last first. */
  done: Order[];
  leftOpen: Order[];
  /** Accepted and not yet to be begun, by the time they are moved to the board. */
  later: Order[];
  /** When the first of `later` is moved to the board by itself, epoch milliseconds; Infinity: none is. */
  nextFireAt: number;
}

/** @param now epoch milliseconds by the server's clock */
export function listOrders(orders: readonly Order[], now: number, viewer: Viewer): Listing {
  const listing: Listing = { fresh: [], main: [], done: [], leftOpen: [], later: [], nextFireAt: Infinity };
  for (const order of orders) within(listing, listFor(order, now, viewer))?.push(order);
  listing.fresh.sort((a, b) => rushed(a) - rushed(b) || a.clockAt - b.clockAt || byDueAt(a, b));
  listing.main.sort(byDueAt);
  listing.done.sort(byFinished(viewer));
  listing.leftOpen.sort(byDueAt);
  listing.later.sort((a, b) => firesAt(a) - firesAt(b) || byDueAt(a, b));
  listing.nextFireAt = Math.min(...listing.later.map(firesAt));
  return listing;
}

function within(listing: Listing, list: TicketList): Order[] | null {
  switch (list) {
    case 'new':
      return listing.fresh;
    case 'cooking':
    case 'stop':
      return listing.main;
    case 'done':
      return listing.done;
    case 'left-open':
      return listing.leftOpen;
    case 'later':
      return listing.later;
    case 'none':
      return null;
  }
}

const rushed = ({ rush }: Order) => (rush ? 0 : 1);
const firesAt = ({ fireAt }: Order) => fireAt ?? Infinity;

/** When an order was finished as far as that screen goes: its stations' own bumps, else the whole order. */
export function finishedAt(order: Order, viewer: Viewer): number {
  const { status, statusAt, times, finished } = order;
  if (status === 'cancelled') return statusAt;
  const parts = showsAll(viewer) ? [] : ownStations(order, viewer).flatMap((station) => finished?.[station]?.at ?? []);
  return parts.length > 0 ? Math.max(...parts) : (times.readyAt ?? statusAt);
}

/** Whether a recall brings it back to this screen's wall: it is finished here, and still in the house. */
export function isRecallable({ status }: Pick<Order, 'status'>): boolean {
  return status !== 'cancelled' && status !== 'completed';
}

/** The last first; handing over, or taking that back, moves nothing under the finger. */
function byFinished(viewer: Viewer): (a: Order, b: Order) => number {
  return (a, b) => finishedAt(b, viewer) - finishedAt(a, viewer) || (a.id < b.id ? 1 : -1);
}
