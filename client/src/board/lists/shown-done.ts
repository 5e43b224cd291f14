import type { Order } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import { finishedAt } from '../listing.ts';
import { recallableMs, recallableOrders } from './recall-last.ts';

/**
 * What stands in the Done list: the last hour, at least the last 50, and whatever waits to be handed over, however long.
 * @param done the last first
 */
export function shownDone(done: readonly Order[], now: number, viewer: Viewer): Order[] {
  return done.filter(
    (order, index) =>
      index < recallableOrders || order.status === 'ready' || now - finishedAt(order, viewer) <= recallableMs,
  );
}
