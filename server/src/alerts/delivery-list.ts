import type { ApiDelivery, AttemptOutcome, DeliveryState } from '@kasera/shared/alert.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';

export interface DeliveryPage {
  deliveries: ApiDelivery[];
  nextCursor: string | null;
}

interface DeliveryRow {
  id: string;
  channel: string;
  audience: string;
  about: string | null;
  state: DeliveryState;
  reason: string | null;
  providerId: string | null;
  error: string | null;
  createdAt: number;
  dueAt: number;
  settledAt: number | null;
  mergedInto: string | null;
}

interface AttemptRow {
  deliveryId: string;
  at: number;
  durationMs: number;
  outcome: AttemptOutcome;
  status: number | null;
  error: string | null;
}

/**
 * Lists deliveries, newest first, with their attempts ([PU5]).
 * @param limit at most so many
 * @param cursor `nextCursor` of the page before; null, or one nobody gave out: from the newest
 */
export async function listDeliveries(
  { database }: { database: Pick<Database, 'query'> },
  limit: number,
  cursor: string | null,
): Promise<DeliveryPage> {
  const from = readCursor(cursor);
  const rows = await database.query<DeliveryRow>(sql`
    select id, channel, audience, about, state, reason, provider_id as "providerId", error, created_at as "createdAt",
      due_at as "dueAt", settled_at as "settledAt", merged_into as "mergedInto"
    from deliveries where (created_at, id) < (${from.createdAt}, ${from.id})
    order by created_at desc, id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const details = last ? await readDetails(database, from, last) : { orders: [], attempts: [] };
  return {
    deliveries: page.map((row) => toApi(row, details)),
    nextCursor: rows.length > limit && last ? `${last.createdAt}.${last.id}` : null,
  };
}

interface Place {
  createdAt: number;
  id: string;
}

function readCursor(cursor: string | null): Place {
  const [, createdAt, id] = /^(\d{1,15})\.(.+)$/.exec(cursor ?? '') ?? [];
  return createdAt && id ? { createdAt: Number(createdAt), id } : { createdAt: Number.MAX_SAFE_INTEGER, id: '' };
}

interface Details {
  orders: { deliveryId: string; id: string; number: string }[];
  attempts: AttemptRow[];
}

/** What belongs to the deliveries of a page, which lies between its place and its last row. */
async function readDetails(database: Pick<Database, 'query'>, from: Place, last: DeliveryRow): Promise<Details> {
  const orders = await database.query<Details['orders'][number]>(sql`
    select named.delivery_id as "deliveryId", named.order_id as id, named.number
    from deliveries d join delivery_orders named on named.delivery_id = d.id
    where (d.created_at, d.id) < (${from.createdAt}, ${from.id})
      and (d.created_at, d.id) >= (${last.createdAt}, ${last.id})
    order by named.order_id`);
  const attempts = await database.query<AttemptRow>(sql`
    select tried.delivery_id as "deliveryId", tried.at, tried.duration_ms as "durationMs", tried.outcome, tried.status,
      tried.error
    from deliveries d join delivery_attempts tried on tried.delivery_id = d.id
    where (d.created_at, d.id) < (${from.createdAt}, ${from.id})
      and (d.created_at, d.id) >= (${last.createdAt}, ${last.id})
    order by tried.delivery_id, tried.attempt`);
  return { orders, attempts };
}

function toApi(row: DeliveryRow, { orders, attempts }: Details): ApiDelivery {
  const { id, channel, audience, about, state, reason, providerId, error, mergedInto } = row;
  const isDue = state === 'waiting' || state === 'held';
  return {
    ...{ id, channel, audience, about, state, reason, providerId, error, mergedInto },
    orders: orders.filter((named) => named.deliveryId === id).map((named) => ({ id: named.id, number: named.number })),
    createdAt: iso(row.createdAt),
    dueAt: isDue ? iso(row.dueAt) : null,
    sentAt: (state === 'sent' || state === 'nobody') && row.settledAt !== null ? iso(row.settledAt) : null,
    attempts: attempts
      .filter((tried) => tried.deliveryId === id)
      .map(({ at, durationMs, outcome, status, error: said }) => ({
        ...{ at: iso(at), durationMs, outcome, status },
        error: said,
      })),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
