import type { Order, OrderStatus } from '@kasera/shared/order.ts';
import type { BoardEvent } from '@kasera/shared/socket.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import { saving, type StoredChange } from './saving.ts';

export interface OrderStore {
  byId(id: string): Promise<Order | null>;
  byExternalId(source: string, externalId: string): Promise<Order | null>;
  /** The kitchen's number of the newest change, and the identity of this data. */
  head(kitchenId: string): Promise<{ seq: number; epoch: string }>;
  /** Everything a screen has to hold: what is open, what is ready, and what ended after `endedAfter`. */
  board(kitchenId: string, endedAfter: number): Promise<BoardEvent[]>;
  /** Orders changed after `seq`, as they are now, in the order of their last change; at most `limit`. */
  since(kitchenId: string, seq: number, limit: number): Promise<BoardEvent[]>;
  /** What a cook still has to see, the most urgent first. */
  open(kitchenId: string): Promise<Order[]>;
  /** Newest arrivals first, from the cursor on. */
  page(kitchenId: string, limit: number, cursor: PageCursor | null): Promise<Order[]>;
  /** Orders in a status since before `before`. */
  idle(kitchenId: string, status: OrderStatus, before: number, limit: number): Promise<Order[]>;
  /** `leftOpen`: due before `openSince` and still open; an order for tomorrow is not due. */
  counts(kitchenId: string, openSince: number): Promise<{ open: number; leftOpen: number; arrivedLate: number }>;
  /** The statements of one change. The first one answers the new `seq` where the change has an event. */
  saving(change: StoredChange): Sql[];
  paints(paints: readonly { orderId: string; screen: string; at: number }[]): Promise<void>;
}

export interface PageCursor {
  arrivedAt: number;
  id: string;
}

interface DocumentRow {
  document: string;
  /** Of a shop that is connected no more, other than the document says. */
  source: string;
  seq: number | null;
}

/** The orders' SQL (tables `orders`, `order_events`, `kitchens`, `order_paints`, `ticket_times`); what writes a change stands in `saving.ts`. */
export function createOrderStore({ database }: { database: Database }): OrderStore {
  const one = async (statement: Sql): Promise<Order | null> => {
    const [row] = await database.query<DocumentRow>(statement);
    return row ? read(row) : null;
  };
  const many = async (statement: Sql): Promise<Order[]> => (await database.query<DocumentRow>(statement)).map(read);
  const events = async (statement: Sql): Promise<BoardEvent[]> =>
    (await database.query<DocumentRow>(statement)).map((row) => ({ seq: row.seq ?? 0, order: read(row) }));
  return {
    byId: (id) => one(sql`select document, seq, source from orders where id = ${id}`),
    byExternalId: (source, externalId) =>
      one(sql`select document, seq, source from orders where source = ${source} and external_id = ${externalId}`),
    async head(kitchenId) {
      const [row] = await database.query<{ seq: number; epoch: string }>(
        sql`select seq, epoch from kitchens where id = ${kitchenId}`,
      );
      if (!row) throw new Error(`there is no kitchen "${kitchenId}" in the database`);
      return row;
    },
    board: (kitchenId, endedAfter) =>
      events(sql`
        select document, seq, source from orders where kitchen_id = ${kitchenId} and open = 1
        union all
        select document, seq, source from orders
        where kitchen_id = ${kitchenId} and open = 0 and status = 'ready'
        union all
        select document, seq, source from orders
        where kitchen_id = ${kitchenId} and open = 0 and status in ('completed', 'cancelled')
          and status_at > ${endedAfter} and seq is not null`),
    since: (kitchenId, seq, limit) =>
      events(sql`
        select document, seq, source from orders where kitchen_id = ${kitchenId} and seq > ${seq}
        order by seq limit ${limit}`),
    open: (kitchenId) =>
      many(
        sql`select document, seq, source from orders where kitchen_id = ${kitchenId} and open = 1 order by due_at, id`,
      ),
    page: (kitchenId, limit, cursor) => many(pageStatement(kitchenId, limit, cursor)),
    idle: (kitchenId, status, before, limit) =>
      many(sql`
        select document, seq, source from orders
        where kitchen_id = ${kitchenId} and status = ${status} and status_at <= ${before}
        order by status_at limit ${limit}`),
    counts: (kitchenId, openSince) => countOpen(database, kitchenId, openSince),
    saving,
    async paints(paints) {
      await database.write(
        paints.map(
          ({ orderId, screen, at }) => sql`
            insert into order_paints (order_id, screen, painted_at) values (${orderId}, ${screen}, ${at})
            on conflict (order_id, screen) do nothing`,
        ),
      );
    },
  };
}

async function countOpen(database: Database, kitchenId: string, openSince: number): ReturnType<OrderStore['counts']> {
  const [row] = await database.query<{ open: number; leftOpen: number; arrivedLate: number }>(sql`
    select count(*) as open,
      coalesce(sum(case when arrived_late = 0 and due_at <= ${openSince} then 1 else 0 end), 0) as "leftOpen",
      coalesce(sum(arrived_late), 0) as "arrivedLate"
    from orders where kitchen_id = ${kitchenId} and open = 1`);
  return { open: Number(row?.open), leftOpen: Number(row?.leftOpen), arrivedLate: Number(row?.arrivedLate) };
}

/** The database holds only what this program wrote after its own checks; a document is trusted as such. */
function read(row: DocumentRow): Order {
  const order = JSON.parse(row.document) as Order;
  return order.source === row.source ? order : { ...order, source: row.source };
}

function pageStatement(kitchenId: string, limit: number, cursor: PageCursor | null): Sql {
  if (!cursor) {
    return sql`
      select document, seq, source from orders where kitchen_id = ${kitchenId} and status <> 'unreleased'
      order by arrived_at desc, id desc limit ${limit}`;
  }
  return sql`
    select document, seq, source from orders where kitchen_id = ${kitchenId} and status <> 'unreleased'
      and (arrived_at, id) < (${cursor.arrivedAt}, ${cursor.id})
    order by arrived_at desc, id desc limit ${limit}`;
}
