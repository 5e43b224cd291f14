import type { Order } from '../order.ts';
import type { DecisionContext } from './decision.ts';
import { dueAt } from './draft-order.ts';

/**
 * Takes over the time the guest chose in the shop, or that there is none any more.
 *
 * The guest's own time replaces every promise; without it the kitchen's own holds again, and what was accepted is
 * never left without one. The place in the order of time is fixed at acceptance.
 */
export function movePromise(order: Order, guestPromisedAt: number | null, context: DecisionContext): Order {
  if (order.guestPromisedAt === guestPromisedAt) return order;
  const isAccepted = order.times.acknowledgedAt !== null;
  const promisedAt = guestPromisedAt ?? (isAccepted ? (kitchensPromise(order) ?? order.promisedAt) : null);
  const moved = { ...order, guestPromisedAt, promisedAt };
  return {
    ...moved,
    promises: guestPromisedAt === null ? order.promises : withGuestPromise(moved, context.now),
    dueAt: isAccepted ? order.dueAt : dueAt(promisedAt, order.clockAt, context.rules),
  };
}

/** Every promise made is kept for the day after; the guest's once the order is on the board. */
export function withGuestPromise(order: Order, now: number): Order['promises'] {
  const { guestPromisedAt, promises, status } = order;
  if (status === 'unreleased' || guestPromisedAt === null) return promises;
  if (promises.findLast((promise) => promise.by === 'guest')?.promisedAt === guestPromisedAt) return promises;
  return [...promises, { at: now, promisedAt: guestPromisedAt, by: 'guest' }];
}

/** The last one made since the order was accepted: one from before a cancellation holds no more. */
function kitchensPromise({ promises, times }: Order): number | undefined {
  const since = times.acknowledgedAt ?? Infinity;
  return promises.findLast((promise) => promise.by === 'kitchen' && promise.at >= since)?.promisedAt;
}
