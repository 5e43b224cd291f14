import type { KnownScreen } from '@kasera/shared/history.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { Log } from '../ops/log.ts';

export interface KnownScreensDeps {
  database: Pick<Database, 'query' | 'write'>;
  kitchenId: string;
  now(): number;
  log: Log;
}

/** What screens are called, also when they are not there any more (table `screens`). */
export interface KnownScreens {
  /** That screen is there under that name. Returns at once; stored at its first sight, with another name, and rarely else. */
  seen(screen: { id: string; name: string }): void;
  /** Those seen within 90 days, the last seen first; at most 500. */
  list(): Promise<KnownScreen[]>;
  /** Stores that these are still there, and forgets those not seen for 90 days. To be called about every hour. */
  keep(live: readonly { id: string; name: string }[]): Promise<void>;
}

const keptMs = 90 * 86_400_000;
const storeAgainMs = 60_000;
/** Far more than a kitchen's screens and everybody's phones in 90 days; of more, those last seen are kept. */
const mostKept = 2_000;
/** So many ids seen for the first time, and the table is looked through without waiting for the hour. */
const trimAfter = 500;

export function createKnownScreens({ database, kitchenId, now, log }: KnownScreensDeps): KnownScreens {
  const stored = new Map<string, { name: string; at: number }>();
  let firstSeen = 0;
  const store = async (screens: readonly { id: string; name: string }[]): Promise<void> => {
    const at = now();
    for (const { id, name } of screens) {
      if (!stored.delete(id)) firstSeen++;
      stored.set(id, { name, at });
    }
    const isMany = firstSeen >= trimAfter;
    if (isMany) firstSeen = 0;
    await database.write([
      ...screens.map(
        ({ id, name }) => sql`
          insert into screens (id, kitchen_id, name, last_seen_at) values (${id}, ${kitchenId}, ${name}, ${at})
          on conflict (id) do update set name = excluded.name, last_seen_at = excluded.last_seen_at`,
      ),
      ...(isMany ? [trimming(kitchenId)] : []),
    ]);
    for (const id of [...stored.keys()].slice(0, Math.max(0, stored.size - mostKept))) stored.delete(id);
  };
  return {
    seen({ id, name }) {
      const last = stored.get(id);
      if (last?.name === name && now() - last.at < storeAgainMs) return;
      store([{ id, name }]).catch((error: unknown) => {
        stored.delete(id);
        log.warn({ error }, 'the name of a screen could not be stored');
      });
    },
    async list() {
      const rows = await database.query<KnownScreen>(sql`
        select id, name, last_seen_at as "lastSeenAt" from screens
        where kitchen_id = ${kitchenId} and last_seen_at > ${now() - keptMs}
        order by last_seen_at desc, id limit 500`);
      return rows.map((row) => ({ ...row, lastSeenAt: Number(row.lastSeenAt) }));
    },
    async keep(live) {
      if (live.length > 0) await store(live);
      const before = now() - keptMs;
      await database.write([sql`delete from screens where last_seen_at <= ${before}`, trimming(kitchenId)]);
      for (const [id, { at }] of stored) if (at <= before) stored.delete(id);
    },
  };
}

/** Somebody gave the named ones their name: of too many, the nameless go first. */
function trimming(kitchenId: string): Sql {
  return sql`
    delete from screens where kitchen_id = ${kitchenId} and id not in (
      select id from screens where kitchen_id = ${kitchenId}
      order by case when name = '' then 1 else 0 end, last_seen_at desc, id limit ${mostKept}
    )`;
}
