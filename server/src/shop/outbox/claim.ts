import { StaleWrite, type Database, type Row } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { Claimed } from '../../alerts/claim.ts';
import type { TaskAttempt } from './task.ts';

/** A task leased for one try. */
export interface ClaimedTask extends Claimed {
  try: TaskAttempt;
}

/**
 * Longer than a try can take (at most four requests of 30 s, each of which may wait for a place): two at once would post
 * a note twice. It simply passes if the process dies.
 */
const leaseMs = 300_000;

interface DueRow {
  id: string;
  state: string;
  dueAt: number;
  attempts: number;
}

/**
 * Leases what is due: of each key the oldest only, so that what the shop is told of one order or product comes in the
 * order in which it happened.
 */
export async function claimTasks(
  { database }: { database: Pick<Database, 'query' | 'write'> },
  now: number,
  limit: number,
): Promise<ClaimedTask[]> {
  const due = await database.query<DueRow>(sql`
    select d.id, d.state, d.due_at as "dueAt", d.attempts from deliveries d
    where d.channel = 'woocommerce' and d.state in ('waiting', 'held', 'sending') and d.due_at <= ${now}
      and not exists (
        select 1 from deliveries before where before.channel = 'woocommerce' and before.subject = d.subject
          and before.state in ('waiting', 'sending') and before.id < d.id)
    order by d.due_at, d.id limit ${limit}`);
  return (await Promise.all(due.map((row) => lease(database, row, now)))).flat();
}

/** When the next one that waits for no other is due; null: none is. */
export async function nextTaskDueAt({ database }: { database: Pick<Database, 'query'> }): Promise<number | null> {
  const [row] = await database.query<{ dueAt: number | null }>(sql`
    select min(d.due_at) as "dueAt" from deliveries d
    where d.channel = 'woocommerce' and d.state in ('waiting', 'held', 'sending')
      and not exists (
        select 1 from deliveries before where before.channel = 'woocommerce' and before.subject = d.subject
          and before.state in ('waiting', 'sending') and before.id < d.id)`);
  return row?.dueAt ?? null;
}

async function lease(database: Pick<Database, 'write'>, row: DueRow, now: number): Promise<ClaimedTask[]> {
  const until = now + leaseMs;
  try {
    const [leased] = await database.write([
      sql`
        update deliveries set state = 'sending', attempts = attempts + 1, due_at = ${until}, lease_until = ${until},
          first_sent_at = coalesce(first_sent_at, ${now})
        where id = ${row.id} and state = ${row.state} and due_at = ${row.dueAt} and attempts = ${row.attempts}
        returning id, payload, attempts, created_at, first_sent_at`.expecting(1),
    ]);
    return (leased ?? []).map(toClaimed);
  } catch (error) {
    // Taken back, or taken by another process, between reading and writing.
    if (error instanceof StaleWrite) return [];
    throw error;
  }
}

function toClaimed(row: Row): ClaimedTask {
  const attempt = Number(row['attempts']);
  return {
    id: String(row['id']),
    payload: String(row['payload']),
    attempt,
    try: { number: attempt, createdAt: Number(row['created_at']), firstTriedAt: Number(row['first_sent_at']) },
  };
}
