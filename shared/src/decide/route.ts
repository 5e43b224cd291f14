import type { ItemRoute } from '../kitchen.ts';
import type { OrderItem } from '../order.ts';
import { isLive } from '../parts.ts';
import { withLevels } from './done.ts';

/** The same line, made elsewhere; the same object if it is made where it was. */
export function withRoute(item: OrderItem, route: ItemRoute | undefined): OrderItem {
  if (isEqualRoute(item.route, route)) return item;
  const { route: _was, ...line } = item;
  const moved: OrderItem = route ? { ...line, route } : line;
  return isLive(item) ? withLevels(moved, (_station, was) => was) : moved;
}

/** Equal to the letter: however messages come in, the same order is written down in the end. */
function isEqualRoute(a: ItemRoute | undefined, b: ItemRoute | undefined): boolean {
  if (!a || !b) return a === b;
  const sameStations =
    a.stations.length === b.stations.length && a.stations.every((station, index) => station === b.stations[index]);
  return sameStations && a.handOver === b.handOver && a.leadMinutes === b.leadMinutes && a.brand === b.brand;
}
