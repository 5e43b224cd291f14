import type { KitchenRules, Order } from '../order.ts';
import { isDoneAt, isEveryPartFinished, isLive, isUnclaimed, partStations, stationsOf } from '../parts.ts';
import { isCooking } from './acting.ts';

/**
 * A bumped part with open work is not finished any more: the ticket comes back there ([TK4]). What nobody claims is on
 * every screen, so that open it brings the ticket back on all of them.
 */
export function withOpenParts(order: Order): Order {
  const open = order.items.filter((item) => isLive(item) && !item.done);
  if (open.some(isUnclaimed)) return withFinishedOnly(order, () => false);
  return withFinishedOnly(order, (station) =>
    open.every((item) => !stationsOf(item).includes(station) || isDoneAt(item, station)),
  );
}

/**
 * Only a person makes an order ready. Where the shop took off the last that was open, no screen would have it any more:
 * the part bumped last comes back, to be bumped again. Expo has it in any case.
 */
export function withSomePartOpen(order: Order, { expo }: Pick<KitchenRules, 'expo'>): Order {
  if (expo || !isCooking(order.status) || !isEveryPartFinished(order)) return order;
  const parts = partStations(order);
  const isPart = (station: string) => parts.length === 0 || parts.includes(station);
  const bumps = Object.entries(order.finished ?? {}).filter(([station]) => isPart(station));
  const last = Math.max(...bumps.map(([, { at }]) => at));
  return withFinishedOnly(order, (station, at) => at !== last || !isPart(station));
}

/** The order with only those of its parts bumped; the same object if that is all. */
export function withFinishedOnly(order: Order, keeps: (station: string, at: number) => boolean): Order {
  const { finished, ...rest } = order;
  if (!finished) return order;
  const parts = Object.entries(finished);
  const kept = parts.filter(([station, { at }]) => keeps(station, at));
  if (kept.length === parts.length) return order;
  return kept.length > 0 ? { ...rest, finished: Object.fromEntries(kept) } : rest;
}
