import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { isLive, partStations, stationsOf } from '@kasera/shared/parts.ts';
import { sql, type Sql } from '../db/sql.ts';

/**
 * The flat rows of an ended order for the reports: one of the whole kitchen, one of each station with a part. They are
 * written anew if it was recalled and ends again; what is in no figure has none ([OR7]).
 */
export function timing(order: Order): Sql[] {
  if (order.test || (order.status !== 'completed' && order.status !== 'cancelled')) return [];
  if (order.notClosed) return [sql`delete from ticket_times where order_id = ${order.id}`];
  const stations = partStations(order);
  // It may have been elsewhere when it ended before.
  const former = stations.length > 0 ? [formerStations(order)] : [];
  return [ofKitchen(order), ...former, ...stations.map((station) => ofStation(order, station))];
}

function ofKitchen(order: Order): Sql {
  const { id, kitchenId, number, kind, times, promises, status } = order;
  return sql`
    insert into ticket_times (order_id, station, kitchen_id, number, kind, placed_at, arrived_at, painted_at,
      acknowledged_at, first_touch_at, ready_at, completed_at, cancelled_at, first_promised_at, last_promised_at,
      open_at_arrival, dishes, status)
    values (${id}, '', ${kitchenId}, ${number}, ${kind}, ${times.placedAt}, ${times.arrivedAt},
      (select min(painted_at) from order_paints where order_id = ${id}), ${times.acknowledgedAt},
      ${times.firstTouchAt}, ${times.readyAt}, ${times.completedAt}, ${times.cancelledAt},
      ${promises[0]?.promisedAt ?? null}, ${promises.at(-1)?.promisedAt ?? null},
      (select open_at_arrival from orders where id = ${id}), ${dishesOf(order.items)}, ${status})
    on conflict (order_id, station) do update set painted_at = excluded.painted_at,
      acknowledged_at = excluded.acknowledged_at, first_touch_at = excluded.first_touch_at,
      ready_at = excluded.ready_at, completed_at = excluded.completed_at, cancelled_at = excluded.cancelled_at,
      first_promised_at = excluded.first_promised_at, last_promised_at = excluded.last_promised_at,
      dishes = excluded.dishes, status = excluded.status, number = excluded.number, kind = excluded.kind`;
}

function formerStations({ id }: Order): Sql {
  return sql`delete from ticket_times where order_id = ${id} and station <> ''`;
}

/** Ready when it bumped its part, else when the whole order was (Expo finished it). First touches are not known by station. */
function ofStation(order: Order, station: string): Sql {
  const { id, kitchenId, number, kind, times, promises, status } = order;
  const own = order.items.filter((item) => isLive(item) && stationsOf(item).includes(station));
  const readyAt = order.finished?.[station]?.at ?? times.readyAt;
  return sql`
    insert into ticket_times (order_id, station, kitchen_id, number, kind, placed_at, arrived_at, acknowledged_at,
      ready_at, completed_at, cancelled_at, first_promised_at, last_promised_at, open_at_arrival, dishes, status)
    values (${id}, ${station}, ${kitchenId}, ${number}, ${kind}, ${times.placedAt}, ${times.arrivedAt},
      ${times.acknowledgedAt}, ${readyAt}, ${times.completedAt}, ${times.cancelledAt},
      ${promises[0]?.promisedAt ?? null}, ${promises.at(-1)?.promisedAt ?? null},
      (select open_at_arrival from orders where id = ${id}), ${dishesOf(own)}, ${status})`;
}

function dishesOf(items: readonly OrderItem[]): number {
  return items.reduce((sum, item) => sum + Math.ceil(item.quantity), 0);
}
