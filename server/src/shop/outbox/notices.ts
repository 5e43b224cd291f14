import type { Notice } from '@kasera/shared/socket.ts';
import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/** What was not told, and on which orders the shop says something else, is worth saying for so long. */
const saidForMs = 24 * 3_600_000;

/** Says in codes what the shop could not be told ([SH5]); nothing to say: an empty list. */
export async function gatherOutboxNotices(
  { database }: { database: Pick<Database, 'query'> },
  now: number,
): Promise<Notice[]> {
  const [untold, conflicts] = await Promise.all([readUntold(database, now), countConflicts(database, now)]);
  const [newest] = untold;
  const notTold: Notice[] = newest
    ? [
        {
          ...{ code: 'shop-not-told', level: 'error', count: untold.length, at: newest.settledAt },
          ...(newest.error !== null && { error: newest.error }),
        },
      ]
    : [];
  return conflicts > 0 ? [...notTold, { code: 'shop-conflict', level: 'warning', count: conflicts }] : notTold;
}

/** What could not be set back in stock is said by who keeps the list of it (`stock-stuck`). */
async function readUntold(database: Pick<Database, 'query'>, now: number) {
  return database.query<{ settledAt: number; error: string | null }>(sql`
    select settled_at as "settledAt", error from deliveries
    where channel = 'woocommerce' and state = 'parked' and about not like 'instock %' and settled_at > ${now - saidForMs}
    order by settled_at desc limit 100`);
}

/**
 * Orders whose conflict nobody has confirmed. The word in a document cannot be a guest's: quotes in a text are escaped.
 * (`cross join` keeps SQLite from beginning with all orders there ever were.)
 */
async function countConflicts(database: Pick<Database, 'query'>, now: number): Promise<number> {
  const [row] = await database.query<{ many: number }>(sql`
    select count(distinct o.id) as many
    from deliveries d cross join delivery_orders named cross join orders o
    where d.channel = 'woocommerce' and d.state = 'dropped' and d.reason = 'conflict'
      and d.settled_at > ${now - saidForMs} and named.delivery_id = d.id and o.id = named.order_id
      and o.document like '%"shopConflict":{%'`);
  return Number(row?.many ?? 0);
}
