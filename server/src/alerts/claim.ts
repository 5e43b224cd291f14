import type { Order } from '@kasera/shared/order.ts';
import { StaleWrite, type Database, type Row } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import { targetingOf } from './audience.ts';
import { budgetWindowMs, planPushes, type BudgetPlan } from './budget.ts';
import type { PushRules } from './push-config.ts';
import { nameableTogether } from './render.ts';

/** A delivery leased for one try. */
export interface Claimed {
  id: string;
  payload: string;
  /** This try's number, from 1. */
  attempt: number;
}

/** Longer than a try can take; it simply passes if the process dies. */
const leaseMs = 30_000;
/** As much as one look takes in; what is due comes first. */
const maxOpen = 500;
/** Pushes still tried after this long no longer count as slots: their order was forgotten by everybody. */
const slotMemoryMs = 24 * 3_600_000;

interface OpenRow {
  id: string;
  audience: string;
  state: 'waiting' | 'held' | 'sending';
  dueAt: number;
  createdAt: number;
  attempts: number;
  firstSentAt: number | null;
  idempotencyKey: string;
  unanswered: number;
}

interface ClaimDeps {
  database: Pick<Database, 'query' | 'write'>;
  rules: Pick<PushRules, 'budget' | 'render'>;
}

/**
 * Leases what is due, in three steps: what lost its meaning is dropped; what was tried before is tried again; what was
 * never tried leaves as its audience's budget allows, alone, together with others, or not yet.
 * @returns at most `limit` deliveries, each safely marked as being sent
 */
export async function claimDue(deps: ClaimDeps, now: number, limit: number): Promise<Claimed[]> {
  const open = await readOpen(deps.database);
  const due = open.filter((row) => row.dueAt <= now);
  const pointless = due.filter((row) => row.unanswered === 0);
  if (pointless.length > 0) await deps.database.write(pointless.map((row) => dropAnswered(row, now)));

  const worthwhile = due.filter((row) => row.unanswered > 0);
  const again = worthwhile.filter((row) => row.firstSentAt !== null).slice(0, limit);
  const claimed = await claimEach(deps.database, again, now);
  const audiences = new Set(worthwhile.filter((row) => row.firstSentAt === null).map((row) => row.audience));
  for (const audience of audiences) {
    const pending = open.filter(
      (row) => row.audience === audience && row.firstSentAt === null && row.unanswered > 0 && row.state !== 'sending',
    );
    claimed.push(...(await claimFirstTries(deps, audience, pending, now, limit - claimed.length)));
  }
  return claimed;
}

async function readOpen(database: ClaimDeps['database']): Promise<OpenRow[]> {
  return database.query<OpenRow>(sql`
    select d.id, d.audience, d.state, d.due_at as "dueAt", d.created_at as "createdAt", d.attempts,
      d.first_sent_at as "firstSentAt", d.idempotency_key as "idempotencyKey",
      (select count(*) from delivery_orders named join orders o on o.id = named.order_id
        where named.delivery_id = d.id and o.status = 'new') as unanswered
    from deliveries d where d.channel = 'onesignal' and d.state in ('waiting', 'held', 'sending')
    order by d.due_at, d.id limit ${maxOpen}`);
}

async function claimFirstTries(
  deps: ClaimDeps,
  audience: string,
  pending: readonly OpenRow[],
  now: number,
  limit: number,
): Promise<Claimed[]> {
  const { database, rules } = deps;
  const slotsFreeAt = await readSlots(database, audience, now);
  const plan = planPushes({
    now,
    budget: rules.budget,
    slotsFreeAt,
    pending: pending.map((row) => ({ id: row.id, since: row.createdAt, held: row.state === 'held' })),
  });
  const byId = new Map(pending.map((row) => [row.id, row]));
  const rowsOf = (ids: readonly string[]): OpenRow[] => ids.flatMap((id) => byId.get(id) ?? []);
  await hold(database, rowsOf(plan.held), plan, now);
  const together = limit > 0 ? await claimTogether(deps, audience, rowsOf(plan.together), now) : [];
  return [...together, ...(await claimEach(database, rowsOf(plan.alone.slice(0, Math.max(0, limit))), now))];
}

/** When each push that takes a slot of this audience's budget frees it. */
async function readSlots(database: ClaimDeps['database'], audience: string, now: number): Promise<number[]> {
  const rows = await database.query<{ settledAt: number | null }>(sql`
    select settled_at as "settledAt" from deliveries d
    where channel = 'onesignal' and audience = ${audience} and first_sent_at > ${now - slotMemoryMs}
      and (settled_at is null or settled_at > ${now - budgetWindowMs})
      and (state in ('waiting', 'sending', 'sent', 'nobody') or (state = 'dropped' and exists (
        select 1 from delivery_attempts tried where tried.delivery_id = d.id and tried.outcome = 'unclear')))`);
  return rows.map(({ settledAt }) => (settledAt === null ? Infinity : settledAt + budgetWindowMs));
}

async function hold(
  database: ClaimDeps['database'],
  rows: readonly OpenRow[],
  plan: BudgetPlan,
  now: number,
): Promise<void> {
  const until = plan.heldUntil ?? now;
  // One that will be looked at before then anyway is left alone: a storm must not rewrite all that is held each time.
  const changed = rows.filter((row) => row.state !== 'held' || row.dueAt <= now || row.dueAt > until);
  if (changed.length === 0) return;
  await database.write(
    changed.map(
      ({ id }) => sql`
        update deliveries set state = 'held', due_at = ${until}, reason = 'held back by the budget'
        where id = ${id} and state in ('waiting', 'held') and first_sent_at is null`,
    ),
  );
}

/** The oldest takes the others' orders on and leaves for all of them; answered ones are not among them any more. */
async function claimTogether(
  { database, rules }: ClaimDeps,
  audience: string,
  rows: readonly OpenRow[],
  now: number,
): Promise<Claimed[]> {
  const targeting = targetingOf(audience);
  const [leader] = rows;
  if (!leader || !targeting) return [];
  const named = await readUnansweredOrders(database, audience, rows);
  const fitting = named.slice(0, nameableTogether(named.map(({ order }) => order.number)));
  const orders = [...new Map(fitting.map(({ order }) => [order.id, order])).values()];
  if (orders.length === 0) return [];
  const takenOn = rows.filter((row) => row !== leader && fitting.some(({ deliveryId }) => deliveryId === row.id));
  const payload = rules.render(orders, targeting, leader.idempotencyKey);
  return unlessStale(database, [
    ...claiming(leader, now, payload),
    ...orders.map(
      (order) => sql`
        insert into delivery_orders (delivery_id, order_id, number) values (${leader.id}, ${order.id}, ${order.number})
        on conflict (delivery_id, order_id) do nothing`,
    ),
    ...takenOn.map(({ id }) =>
      sql`
        update deliveries set state = 'merged', merged_into = ${leader.id}, settled_at = ${now}, reason = null
        where id = ${id} and state in ('waiting', 'held') and first_sent_at is null`.expecting(1),
    ),
  ]);
}

async function readUnansweredOrders(
  database: ClaimDeps['database'],
  audience: string,
  rows: readonly OpenRow[],
): Promise<{ deliveryId: string; order: Order }[]> {
  const wanted = new Set(rows.map(({ id }) => id));
  const found = await database.query<{ deliveryId: string; document: string }>(sql`
    select d.id as "deliveryId", o.document from deliveries d
    join delivery_orders named on named.delivery_id = d.id
    join orders o on o.id = named.order_id
    where d.channel = 'onesignal' and d.state in ('waiting', 'held') and d.audience = ${audience} and d.first_sent_at is null and o.status = 'new'
    order by d.created_at, d.id`);
  return found
    .filter(({ deliveryId }) => wanted.has(deliveryId))
    .map(({ deliveryId, document }) => ({ deliveryId, order: JSON.parse(document) as Order }));
}

async function claimEach(database: ClaimDeps['database'], rows: readonly OpenRow[], now: number): Promise<Claimed[]> {
  return (await Promise.all(rows.map((row) => unlessStale(database, claiming(row, now, null))))).flat();
}

/** The lease, only if nobody touched the delivery since it was read. The first statement answers what is to be sent. */
function claiming(row: OpenRow, now: number, newPayload: string | null): Sql[] {
  const until = now + leaseMs;
  const lease = sql`
    update deliveries set state = 'sending', attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, ${now}),
      due_at = ${until}, lease_until = ${until}, reason = null
    where id = ${row.id} and state = ${row.state} and due_at = ${row.dueAt} and attempts = ${row.attempts}
    returning id, payload, attempts as attempt`.expecting(1);
  if (newPayload === null) return [lease];
  return [sql`update deliveries set payload = ${newPayload} where id = ${row.id}`, lease];
}

/** Somebody answered the order, or another process was first, between reading and writing: then it is not ours. */
async function unlessStale(database: ClaimDeps['database'], statements: readonly Sql[]): Promise<Claimed[]> {
  try {
    return (await database.write(statements)).flat().map(toClaimed);
  } catch (error) {
    if (error instanceof StaleWrite) return [];
    throw error;
  }
}

function toClaimed(row: Row): Claimed {
  return { id: String(row['id']), payload: String(row['payload']), attempt: Number(row['attempt']) };
}

function dropAnswered(row: OpenRow, now: number): Sql {
  return sql`
    update deliveries set state = 'dropped', reason = 'answered', settled_at = ${now}, lease_until = null
    where id = ${row.id} and state = ${row.state} and due_at = ${row.dueAt}`;
}
