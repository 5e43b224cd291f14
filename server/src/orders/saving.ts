import { isOpen } from '@kasera/shared/api.ts';
import type { OrderEvent } from '@kasera/shared/decide/decision.ts';
import type { Order } from '@kasera/shared/order.ts';
import { sql, type Sql } from '../db/sql.ts';
import { latenessOf } from './lateness.ts';
import { wordsOf } from './order-words.ts';
import { timing } from './ticket-times.ts';

/** A change as it is to be stored: what the order was (null: unknown), what it is, and the line in the log. */
export interface StoredChange {
  before: Order | null;
  order: Order;
  event: OrderEvent | null;
  /** Whose press it was; absent: nobody's. */
  by?: PressedBy | undefined;
}

export interface PressedBy {
  /** The screen's id. */
  screen?: string | undefined;
  /** The stations whose part was meant; absent: the whole order. */
  stations?: readonly string[] | undefined;
}

/** The statements of one change. The first one answers the new `seq` where the change has an event. */
export function saving({ before, order, event, by }: StoredChange): Sql[] {
  const kitchen = order.kitchenId;
  const numbering = event
    ? [sql`update kitchens set seq = seq + 1 where id = ${kitchen} returning seq`.expecting(1)]
    : [];
  const row = before ? updating(before, order, event !== null) : inserting(order, event !== null);
  return [...numbering, row, ...(event ? [logging(order, event, by)] : []), ...timing(order)];
}

/** Counting costs as much as it finds, with every order: beyond this, "very many" is all that a report wants to know. */
const maxOpenCounted = 300;

function inserting(order: Order, numbered: boolean): Sql {
  const { id, kitchenId, source, externalId, number, version, status, statusAt, shop, dueAt, times } = order;
  const flag = numbered ? 1 : 0;
  const { foundBy, dishes } = wordsOf(order);
  const { lateMs, lateFrom } = latenessOf(order);
  return sql`
    insert into orders (id, kitchen_id, source, external_id, number, version, status, status_at, open, arrived_late, seq,
      arrived_at, due_at, shop_status, shop_modified_at, open_at_arrival, document, found_by, dishes, late_ms, late_from)
    values (${id}, ${kitchenId}, ${source}, ${externalId}, ${number}, ${version}, ${status}, ${statusAt},
      ${isOpen(order) ? 1 : 0}, ${order.arrivedLate ? 1 : 0}, (select seq from kitchens where id = ${kitchenId} and 1 = ${flag}),
      ${times.arrivedAt}, ${dueAt}, ${shop.status}, ${shop.modifiedAt},
      (select count(*) from (select 1 from orders where kitchen_id = ${kitchenId} and open = 1 limit ${maxOpenCounted}) as one),
      ${JSON.stringify(order)}, ${foundBy}, ${dishes}, ${lateMs}, ${lateFrom})
    on conflict (source, external_id) do nothing`.expecting(1);
}

function updating(before: Order, order: Order, numbered: boolean): Sql {
  const { id, kitchenId, number, version, status, statusAt, shop, dueAt, times } = order;
  const open = isOpen(order) ? 1 : 0;
  const late = order.arrivedLate ? 1 : 0;
  const document = JSON.stringify(order);
  const { foundBy, dishes } = wordsOf(order);
  const { lateMs, lateFrom } = latenessOf(order);
  if (!numbered) {
    return sql`
      update orders set number = ${number}, version = ${version}, status = ${status}, status_at = ${statusAt},
        open = ${open}, arrived_late = ${late}, arrived_at = ${times.arrivedAt}, due_at = ${dueAt}, shop_status = ${shop.status},
        shop_modified_at = ${shop.modifiedAt}, document = ${document}, found_by = ${foundBy}, dishes = ${dishes},
        late_ms = ${lateMs}, late_from = ${lateFrom}
      where id = ${id} and version = ${before.version}`.expecting(1);
  }
  return sql`
    update orders set number = ${number}, version = ${version}, status = ${status}, status_at = ${statusAt},
      open = ${open}, arrived_late = ${late}, seq = (select seq from kitchens where id = ${kitchenId}), arrived_at = ${times.arrivedAt},
      due_at = ${dueAt}, shop_status = ${shop.status}, shop_modified_at = ${shop.modifiedAt}, document = ${document},
      found_by = ${foundBy}, dishes = ${dishes}, late_ms = ${lateMs}, late_from = ${lateFrom}
    where id = ${id} and version = ${before.version}`.expecting(1);
}

function logging(order: Order, { type, at, actor, detail }: OrderEvent, by: PressedBy | undefined): Sql {
  return sql`
    insert into order_events (kitchen_id, seq, order_id, version, type, at, actor, detail, screen, stations)
    values (${order.kitchenId}, (select seq from kitchens where id = ${order.kitchenId}), ${order.id},
      ${order.version}, ${type}, ${at}, ${actor}, ${JSON.stringify(detail)}, ${by?.screen ?? null},
      ${by?.stations ? JSON.stringify(by.stations) : null})`.expecting(1);
}
