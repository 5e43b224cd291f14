import { isLive } from '@kasera/shared/decide/items.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { isUnclaimed, progressOf } from '@kasera/shared/parts.ts';

/** How many parts an order has, and how many of them are still being made. */
export interface Parts {
  open: number;
  all: number;
}

/** Each station with something to make is one part; what no station claims is one together. */
export function openParts(order: Order, stations: readonly Station[]): Parts {
  const parts = progressOf(order, stations).map(({ finished, left }) => finished || left === 0);
  const unclaimed = order.items.filter((item) => isLive(item) && isUnclaimed(item));
  if (unclaimed.length > 0) parts.push(unclaimed.every((item) => item.done));
  return { open: parts.filter((done) => !done).length, all: parts.length };
}
