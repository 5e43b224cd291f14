import { isOpenAt, nextClosing, nextOpening } from '@kasera/shared/kitchen-day.ts';
import type { KitchenSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Listing } from '../listing.ts';

type Hours = Pick<KitchenSetup, 'timeZone' | 'hours'>;

/** The kitchen is closed: since when, and when it opens again. Epoch milliseconds. */
export interface Closed {
  since: number;
  opens: number | null;
}

const lookBackMs = 8 * 24 * 3_600_000;
const mostOpenings = 40;

/** Whether the kitchen is closed now; null: it is open, or no hours are known. */
export function closedAt(now: number, hours: Hours): Closed | null {
  if (isOpenAt(now, hours)) return null;
  let since: number | null = null;
  let next = nextClosing(now - lookBackMs, hours);
  for (let tries = 0; next !== null && next <= now && tries < mostOpenings; tries += 1) {
    since = next;
    next = nextClosing(next, hours);
  }
  return since === null ? null : { since, opens: nextOpening(now, hours) };
}

/** What was on the board when the kitchen closed, and still is; not what was ordered for another opening. */
export function leftAtClosing(listing: Pick<Listing, 'main' | 'fresh'>, { since, opens }: Closed): Order[] {
  const isForToday = (order: Order) => opens === null || (order.promisedAt ?? order.guestPromisedAt ?? 0) < opens;
  return [...listing.main, ...listing.fresh].filter(
    (order) => !order.stop && order.clockAt < since && (order.fireAt ?? 0) < since && isForToday(order),
  );
}
