import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import { withRoute } from '@kasera/shared/decide/route.ts';
import type { Order, OrderSnapshot, SnapshotItem } from '@kasera/shared/order.ts';
import { isSameRoute } from '@kasera/shared/routing.ts';

/**
 * Where a line goes by catalogue and settings; undefined: no station claims it.
 * @param source whose order it is
 * @param held where it goes by now
 */
export type RouteOf = (item: SnapshotItem, source: string, held: ItemRoute | undefined) => ItemRoute | undefined;

/** Writes on each line which stations make it ([BO2]), before anything is decided about the order. */
export function withRoutes(
  snapshot: OrderSnapshot,
  held: Pick<Order, 'items'> | null,
  routeOf: RouteOf,
): OrderSnapshot {
  const before = new Map(held?.items.map((item) => [item.id, item.route]));
  const items = snapshot.items.map(({ route: _route, ...item }): SnapshotItem => {
    const had = before.get(item.id);
    const found = routeOf(item, snapshot.source, had);
    // The same stations told in another way are no change of the shop's.
    const route = isSameRoute(found, had) ? had : found;
    return route ? { ...item, route } : item;
  });
  return { ...snapshot, items };
}

/**
 * What was handed over is not routed anew when stations change: whoever takes it back out finds it where its lines go
 * by now, and never at a station that is gone.
 */
export function withRoutesOfNow(order: Order, routeOf: RouteOf): Order {
  const items = order.items.map((item) => withRoute(item, routeOf(item, order.source, item.route)));
  return items.every((item, index) => item === order.items[index]) ? order : { ...order, items };
}
