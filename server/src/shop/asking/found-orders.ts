import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';

export interface FoundOrdersDeps {
  database: Pick<Database, 'query' | 'write'>;
  /** One alert for all of them. */
  summaryFor(orders: readonly Order[], now: number): Sql[];
  /** Told after the commit: something may be due. */
  wakeAlerts(): void;
  now(): number;
}

/** Orders found in a catch-up, which do not ring one by one (table `shop_found`). */
export interface FoundOrders {
  /** For the commit in which one was found: whatever dies after it, it will be told of. */
  remembering(orderId: string, source: string): Sql;
  /**
   * Writes the one alert that names all that wait, those an earlier process found too, if they still want an answer.
   * @param heldUp more are to come, but cannot now: it waits for them, and at most a minute
   */
  tell(heldUp: boolean): Promise<void>;
  /** The last ones told of, while any of them still waits for its answer and for at most 30 min. */
  standing(now: number): Promise<{ count: number; at: number } | null>;
}

const waitsAtMostMs = 60_000;
const standsForMs = 30 * 60_000;
const forgottenAfterMs = 24 * 3_600_000;

export function createFoundOrders(deps: FoundOrdersDeps): FoundOrders {
  const { database, now } = deps;
  /** At a start nobody knows what an earlier process left untold. */
  let mayWait = true;
  return {
    remembering(orderId, source) {
      mayWait = true;
      return sql`
        insert into shop_found (order_id, source, found_at) values (${orderId}, ${source}, ${now()})
        on conflict (order_id) do update set found_at = excluded.found_at, told_at = null`;
    },
    async tell(heldUp) {
      if (!mayWait) return;
      const since = await untoldSince(database);
      if (since !== null && heldUp && now() - since < waitsAtMostMs) return;
      if (since !== null) await tell(deps);
      mayWait = false;
    },
    async standing(at) {
      const [row] = await database.query<{ count: number; since: number | null; waiting: number | null }>(sql`
        select count(*) as count, max(found.told_at) as since,
          sum(case when o.status = 'new' then 1 else 0 end) as waiting
        from shop_found found join orders o on o.id = found.order_id where found.told_at > ${at - standsForMs}`);
      if (!row || row.since === null || Number(row.waiting) === 0) return null;
      return { count: Number(row.count), at: row.since };
    },
  };
}

async function untoldSince(database: FoundOrdersDeps['database']): Promise<number | null> {
  const [row] = await database.query<{ since: number | null }>(
    sql`select min(found_at) as since from shop_found where told_at is null`,
  );
  return row?.since ?? null;
}

/** More than anybody answers at once: so many are told of in several turns, and nothing else has to wait for them. */
const toldInOneTurn = 400;

async function tell({ database, summaryFor, wakeAlerts, now }: FoundOrdersDeps): Promise<void> {
  for (;;) {
    const rows = await database.query<{ id: string; document: string | null; status: string | null }>(sql`
      select found.order_id as id, o.document, o.status from shop_found found left join orders o on o.id = found.order_id
      where found.told_at is null order by found.found_at, found.order_id limit ${toldInOneTurn}`);
    if (rows.length === 0) return;
    const at = now();
    const waiting = rows.flatMap(({ document, status }) =>
      status === 'new' && document !== null ? [JSON.parse(document) as Order] : [],
    );
    await database.write([
      ...(waiting.length > 0 ? summaryFor(waiting, at) : []),
      ...rows.map(({ id }) => sql`update shop_found set told_at = ${at} where order_id = ${id}`),
      sql`delete from shop_found where told_at < ${at - forgottenAfterMs}`,
    ]);
    if (waiting.length > 0) wakeAlerts();
    await nextTurn();
  }
}
