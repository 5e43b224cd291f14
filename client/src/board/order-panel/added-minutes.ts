import type { Order } from '@kasera/shared/order.ts';

const minuteMs = 60_000;
/** What was moved by more than this was put off to another day. */
const mostMinutes = 240;

/**
 * By how many minutes the kitchen has moved the promise back since it accepted the order. It stays on the ticket until
 * that is bumped: it says why the clock has more time than was promised, and that the guest heard another time first.
 * @returns 0 where the first promise holds
 */
export function addedMinutes({ promises, promisedAt, times }: Order): number {
  const last = promises.at(-1);
  if (!last || last.by !== 'kitchen' || last.promisedAt !== promisedAt) return 0;
  const acceptedAt = times.acknowledgedAt ?? Infinity;
  const first = promises.findLast((promise) => promise.at <= acceptedAt) ?? promises[0] ?? last;
  const minutes = Math.round((last.promisedAt - first.promisedAt) / minuteMs);
  return minutes > 0 && minutes <= mostMinutes ? minutes : 0;
}
