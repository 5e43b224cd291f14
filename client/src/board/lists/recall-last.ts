import type { Order } from '@kasera/shared/order.ts';
import type { CommandDraft, Live } from '../../live/live.ts';
import { finishedAt, isRecallable, listOrders } from '../listing.ts';

/** What was finished longer ago than this is not called back by one key, and leaves the Done list. */
export const recallableMs = 3_600_000;
/** So many of the last finished ones stay in the Done list, however long ago that was. */
export const recallableOrders = 50;

export interface RecallDeps extends Pick<Live, 'press'> {
  store: Pick<Live['store'], 'orders'>;
  viewer: Pick<Live['viewer'], 'get'>;
  clock: Pick<Live['clock'], 'now'>;
}

/**
 * Calls back the last order that was finished on this screen, if that was within the hour; what was handed over or
 * cancelled meanwhile is passed over.
 * @returns the order, as it was; null: there is none
 */
export function recallLast({ store, viewer, clock, press }: RecallDeps): Order | null {
  const now = clock.now();
  const { done } = listOrders(store.orders(), now, viewer.get());
  const last = done.find(isRecallable);
  if (!last || now - finishedAt(last, viewer.get()) > recallableMs) return null;
  press(last.id, recallOf(last));
  return last;
}

/**
 * The press that calls a finished order back: a ready one returns to its place on every station that had a part
 * ([BO4]), one that others still make on this screen's only. (The slot a bump leaves takes back that bump alone.)
 */
export function recallOf({ status }: Pick<Order, 'status'>): CommandDraft {
  return status === 'ready' ? { type: 'recall', stations: undefined } : { type: 'recall' };
}
