import type { Order } from '@kasera/shared/order.ts';
import { byDone, byDueAt, listOf } from '@kasera/shared/tickets.ts';

/** All orders of a screen, each in its list, each list in its order. */
export interface Listing {
  /** Unanswered, the longest waiting first. */
  fresh: Order[];
  /** Cooking and STOP, by due time. */
  main: Order[];
  /** Finished and cancelled, the last first. */
  done: Order[];
  leftOpen: Order[];
  /** Accepted and not yet to be begun, by due time. */
  later: Order[];
}

/** @param now epoch milliseconds by the server's clock */
export function listOrders(orders: readonly Order[], now: number): Listing {
  const listing: Listing = { fresh: [], main: [], done: [], leftOpen: [], later: [] };
  for (const order of orders) listFor(listing, listOf(order, now))?.push(order);
  listing.fresh.sort((a, b) => a.clockAt - b.clockAt || byDueAt(a, b));
  listing.main.sort(byDueAt);
  listing.done.sort(byDone);
  listing.leftOpen.sort(byDueAt);
  listing.later.sort(byDueAt);
  return listing;
}

function listFor(listing: Listing, list: ReturnType<typeof listOf>): Order[] | null {
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
