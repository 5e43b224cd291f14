import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';

export interface RetentionDeps {
  database: Pick<Database, 'write'>;
  bodyDays: number;
  deliveryDays: number;
}

const dayMs = 86_400_000;
/** Identities outlive bodies by this much: a late repeat is still known as one. */
const identityDays = 30;
/** A command may be sent again for as long as its age may be (`commandSchema`); its answer holds a whole order. */
const commandDays = 7;
/** So few at a time that an order arriving meanwhile hardly waits. */
const step = 200;

/**
 * Deletes what has been kept long enough ([RT1]), in small steps with room for orders between them.
 * @returns how many rows were deleted or emptied
 */
export async function prune(deps: RetentionDeps, now: number): Promise<number> {
  let pruned = 0;
  for (const statement of statements(deps, now)) {
    for (let rows = step; rows >= step; pruned += rows) {
      const [deleted] = await deps.database.write([statement]);
      rows = deleted?.length ?? 0;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return pruned;
}

function statements({ bodyDays, deliveryDays }: RetentionDeps, now: number): Sql[] {
  const bodiesBefore = now - bodyDays * dayMs;
  const identitiesBefore = bodiesBefore - identityDays * dayMs;
  const commandsBefore = now - commandDays * dayMs;
  const deliveriesBefore = now - deliveryDays * dayMs;
  return [
    sql`update inbox set body = null where id in (
      select id from inbox where received_at < ${bodiesBefore} and body is not null and state <> 'received'
      limit ${step}) returning id`,
    sql`delete from inbox where id in (
      select id from inbox where received_at < ${identitiesBefore} and state <> 'received' limit ${step}) returning id`,
    sql`delete from delivery_attempts where (delivery_id, attempt) in (
      select delivery_id, attempt from delivery_attempts where at < ${deliveriesBefore} limit ${step})
      returning delivery_id`,
    sql`delete from delivery_orders where (delivery_id, order_id) in (
      select named.delivery_id, named.order_id from deliveries
      join delivery_orders as named on named.delivery_id = deliveries.id
      where deliveries.created_at < ${deliveriesBefore} limit ${step}) returning delivery_id`,
    sql`delete from deliveries where id in (
      select id from deliveries where created_at < ${deliveriesBefore}
        and not exists (select 1 from delivery_orders where delivery_id = deliveries.id)
      limit ${step}) returning id`,
    sql`delete from sold_out where id in (
      select id from sold_out where ended_at < ${deliveriesBefore} limit ${step}) returning id`,
    sql`delete from sold_out_taps where id in (
      select id from sold_out_taps where at < ${deliveriesBefore}
        and not exists (select 1 from sold_out where sold_out.id = sold_out_taps.sold_out_id)
      limit ${step}) returning id`,
    sql`delete from shop_webhook_records where id in (
      select id from shop_webhook_records where at < ${deliveriesBefore} limit ${step}) returning id`,
    sql`delete from shop_found where order_id in (
      select order_id from shop_found where told_at < ${deliveriesBefore} limit ${step}) returning order_id`,
    sql`delete from commands where id in (
      select id from commands where at < ${commandsBefore} limit ${step}) returning id`,
    sql`delete from orders where id in (
      select id from orders where status = 'unreleased' and status_at < ${bodiesBefore} limit ${step}) returning id`,
  ];
}
