import type { Order } from '../order.ts';

/**
 * What every order of arrival of the same shop messages must end in ([OR2], `shared/SPEC.md`): the order without what
 * necessarily depends on when the kitchen saw what. Left out are ids and versions, the marks of unseen changes and the
 * struck-through lines that only they keep, the times at which the kitchen learned of something, the clock and ring
 * that began then, and the history of promises.
 */
export function settled(order: Order): Record<string, unknown> {
  const { times, cancellation, promisedAt, dueAt } = order;
  return {
    ...without(order, dependsOnWhen),
    items: order.items.filter((item) => item.change?.type !== 'removed').map((item) => without(item, ['change'])),
    // With a promise the place in the order of time is the promise; without one it hangs on the clock.
    dueAt: promisedAt === null ? null : dueAt,
    cancellation: cancellation && without(cancellation, ['at']),
    times: { placedAt: times.placedAt, paidAt: times.paidAt, isCancelled: times.cancelledAt !== null },
  };
}

const dependsOnWhen = [
  ...['id', 'version', 'dishesVersion', 'unseenVersion', 'changed', 'restored', 'arrivedLate'],
  ...['promises', 'clockAt', 'statusAt'],
];

function without(value: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
