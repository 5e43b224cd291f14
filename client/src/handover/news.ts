import type { Order } from '@kasera/shared/order.ts';
import { isNothingToCook } from '@kasera/shared/parts.ts';

/** One order as the server told it, before and after. */
interface Told {
  before: Order | undefined;
  after: Order;
}

/** What is news for the counter. */
export interface CounterNews {
  /** Became ready just now. */
  ready: Order[];
  /** Came in with nothing to cook. */
  fresh: Order[];
  /** Cancelled while it stood there. */
  stopped: Order[];
}

/**
 * Finds the news in what the server told. An order this screen first hears of as ready stood there before; undoing a
 * hand-over is no news either, nor what was accepted here with nothing to cook.
 */
export function newsOf(changes: readonly Told[]): CounterNews {
  const ordersOf = (isNews: (told: Told) => boolean) => changes.filter(isNews).map(({ after }) => after);
  return {
    ready: ordersOf(({ before, after }) => after.status === 'ready' && isCooking(before)),
    fresh: ordersOf(
      ({ before, after }) => after.status === 'new' && !before && !after.arrivedLate && isNothingToCook(after),
    ),
    stopped: ordersOf(({ before, after }) => before?.status === 'ready' && after.stop !== null),
  };
}

function isCooking(order: Order | undefined): boolean {
  return order?.status === 'acknowledged' || order?.status === 'preparing';
}
