import type { ErasedSuspect } from '@kasera/shared/shop.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** An open order the shop said it does not have. */
export interface Suspect {
  orderId: string;
  externalId: string;
  firstMissingAt: number;
  lastMissingAt: number;
  times: number;
  /** Since when a person is asked. */
  askedAt: number | null;
  /** When a person said that it is there all the same. */
  keptAt: number | null;
}

export interface Suspects {
  of(source: string): Promise<Suspect[]>;
  /** The shop does not have them, said once more. */
  missing(orders: readonly Order[], at: number): Promise<void>;
  /** They read well, or nobody cooks them any more. */
  forget(orderIds: readonly string[]): Promise<void>;
  /** One is settled; for the commit that settles it. */
  forgetting(orderId: string): Sql;
  askPerson(orderIds: readonly string[], at: number): Promise<void>;
  keep(orderIds: readonly string[], at: number): Promise<void>;
  /** Those a person is asked about. */
  asked(): Promise<(ErasedSuspect & { source: string; externalId: string })[]>;
}

/** Open orders that seem erased in the shop (table `shop_suspects`, [SH4]). */
export function createSuspects({ database }: { database: Pick<Database, 'query' | 'write'> }): Suspects {
  const each = async (ids: readonly string[], statement: (id: string) => Sql): Promise<void> => {
    if (ids.length > 0) await database.write(ids.map(statement));
  };
  const forgetting = (id: string): Sql => sql`delete from shop_suspects where order_id = ${id}`;
  return {
    of: (source) =>
      database.query<Suspect>(sql`
        select order_id as "orderId", external_id as "externalId", first_missing_at as "firstMissingAt",
          last_missing_at as "lastMissingAt", times, asked_at as "askedAt", kept_at as "keptAt"
        from shop_suspects where source = ${source} order by first_missing_at, order_id`),
    async missing(orders, at) {
      if (orders.length === 0) return;
      await database.write(
        orders.map(
          ({ id, source, externalId, number }) => sql`
            insert into shop_suspects (order_id, source, external_id, number, first_missing_at, last_missing_at, times)
            values (${id}, ${source}, ${externalId}, ${number}, ${at}, ${at}, 1)
            on conflict (order_id) do update set last_missing_at = excluded.last_missing_at,
              times = shop_suspects.times + 1`,
        ),
      );
    },
    forget: (ids) => each(ids, forgetting),
    forgetting,
    askPerson: (ids, at) =>
      each(ids, (id) => sql`update shop_suspects set asked_at = ${at} where order_id = ${id} and asked_at is null`),
    keep: (ids, at) => each(ids, (id) => sql`update shop_suspects set kept_at = ${at} where order_id = ${id}`),
    asked: () =>
      database.query(sql`
        select order_id as "orderId", number, first_missing_at as since, source, external_id as "externalId"
        from shop_suspects where asked_at is not null and kept_at is null order by first_missing_at, order_id`),
  };
}
