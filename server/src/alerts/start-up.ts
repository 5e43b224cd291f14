import type { Order } from '@kasera/shared/order.ts';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { PushRules } from './push-config.ts';

/** A parked push is tried again at a start within this time; later its news is old. */
const parkedForMs = 12 * 3_600_000;

interface UnsettledRow {
  id: string;
  audience: string;
  state: 'waiting' | 'held' | 'parked';
  createdAt: number;
  payload: string;
  idempotencyKey: string;
}

interface StartUpDeps {
  database: Pick<Database, 'query' | 'write'>;
  rules: Pick<PushRules, 'addressee' | 'render' | 'appId'>;
}

const appSchema = z.object({ app_id: z.string() });

/**
 * Makes the outbox ready after a start: no lease holds any more, what was parked is due again, and what has not left yet
 * fits the configuration as it is now. Bytes change only where the app or the audience did.
 * @returns how many parked deliveries are due again
 */
export async function prepareOutbox(deps: StartUpDeps, now: number): Promise<{ revived: number }> {
  const { database } = deps;
  await database.write([
    sql`update deliveries set state = 'waiting', due_at = ${now}, lease_until = null
      where channel = 'onesignal' and state = 'sending'`,
  ]);
  const rows = await database.query<UnsettledRow>(sql`
    select id, audience, state, created_at as "createdAt", payload, idempotency_key as "idempotencyKey"
    from deliveries where channel = 'onesignal' and state in ('waiting', 'held')
    union all
    select id, audience, state, created_at, payload, idempotency_key from deliveries
    where channel = 'onesignal' and state = 'parked'`);
  for (const row of rows) {
    const statements = await fitting(deps, row, now);
    if (statements.length > 0) await database.write(statements);
  }
  return { revived: rows.filter(({ state }) => state === 'parked').length };
}

async function fitting({ database, rules }: StartUpDeps, row: UnsettledRow, now: number): Promise<Sql[]> {
  const orders = await readUnanswered(database, row.id);
  const [first] = orders;
  if (!first) return [ending(row, 'dropped', 'answered', now)];
  if (row.state === 'parked' && row.createdAt < now - parkedForMs) return [ending(row, 'dropped', 'expired', now)];
  const addressee = rules.addressee(first);
  if (addressee.type === 'unconfigured') return [ending(row, 'unconfigured', addressee.reason, now)];
  const unchanged = addressee.key === row.audience && appOf(row.payload) === rules.appId;
  const payload = unchanged ? row.payload : rules.render(orders, addressee.targeting, row.idempotencyKey);
  const changes = unchanged ? [] : [rewriting(row.id, addressee.key, payload)];
  return row.state === 'parked' ? [...changes, reviving(row.id, now)] : changes;
}

async function readUnanswered(database: StartUpDeps['database'], deliveryId: string): Promise<Order[]> {
  const rows = await database.query<{ document: string }>(sql`
    select o.document from delivery_orders named join orders o on o.id = named.order_id
    where named.delivery_id = ${deliveryId} and o.status = 'new' order by o.arrived_at, o.id`);
  return rows.map(({ document }) => JSON.parse(document) as Order);
}

function appOf(payload: string): string | null {
  const read = appSchema.safeParse(JSON.parse(payload));
  return read.success ? read.data.app_id : null;
}

function ending(row: UnsettledRow, state: 'dropped' | 'unconfigured', reason: string, now: number): Sql {
  return sql`update deliveries set state = ${state}, reason = ${reason}, settled_at = ${now} where id = ${row.id}`;
}

function rewriting(id: string, audience: string, payload: string): Sql {
  return sql`update deliveries set audience = ${audience}, payload = ${payload} where id = ${id}`;
}

/** As if it had never been tried: the provider took nothing, so it needs a slot of the budget like a new one. */
function reviving(id: string, now: number): Sql {
  return sql`
    update deliveries set state = 'waiting', due_at = ${now}, first_sent_at = null, settled_at = null, error = null
    where id = ${id}`;
}
