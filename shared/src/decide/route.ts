import type { ItemRoute } from '../kitchen.ts';
import type { OrderItem } from '../order.ts';
import { isLive } from '../parts.ts';
import { isSameRoute } from '../routing.ts';
import { withLevels } from './done.ts';

/** The same line, made elsewhere; the same object if it is made where it was. */
export function withRoute(item: OrderItem, route: ItemRoute | undefined): OrderItem {
  if (isSameRoute(item.route, route)) return item;
  const { route: _was, ...line } = item;
  const moved: OrderItem = route ? { ...line, route } : line;
  return isLive(item) ? withLevels(moved, (_station, was) => was) : moved;
}
