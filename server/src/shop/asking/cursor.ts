import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';

/** The shop that is asked, without its keys. */
export interface AskedShop {
  /** Which adapter's shop it is: `woocommerce`. */
  source: string;
  url: string;
}

/** What has a cursor of its own. */
export type CursorName = 'orders' | 'trash' | 'promised';

export interface Cursors {
  /** How far each list of this shop has been read; of another address nothing is known. */
  read(shop: AskedShop): Promise<Partial<Record<CursorName, number>>>;
  /** Moves one on, never back; on disk when it resolves. */
  move(shop: AskedShop, name: CursorName, modifiedAt: number): Promise<void>;
}

/** How far the shop has been asked: the newest modification time it ever gave, by its own clock (table `shop_cursors`). */
export function createCursors({
  database,
  now,
}: {
  database: Pick<Database, 'query' | 'write'>;
  now(): number;
}): Cursors {
  return {
    async read({ source, url }) {
      const rows = await database.query<{ name: CursorName; modifiedAt: number }>(sql`
        select name, modified_at as "modifiedAt" from shop_cursors
        where source = ${source} and url = ${url} and modified_at is not null`);
      return Object.fromEntries(rows.map(({ name, modifiedAt }) => [name, modifiedAt]));
    },
    async move({ source, url }, name, modifiedAt) {
      await database.write([
        sql`
          insert into shop_cursors (source, name, url, modified_at, checked_at)
          values (${source}, ${name}, ${url}, ${modifiedAt}, ${now()})
          on conflict (source, name) do update set url = excluded.url, checked_at = excluded.checked_at,
            modified_at = case
              when shop_cursors.url = excluded.url and shop_cursors.modified_at > excluded.modified_at
              then shop_cursors.modified_at else excluded.modified_at end`,
      ]);
    },
  };
}
