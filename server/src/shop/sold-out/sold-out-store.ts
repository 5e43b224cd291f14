import { z } from 'zod';
import { shopFaultKinds, soldOutSpans, type SoldOut } from '@kasera/shared/shop.ts';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { formerStockSchema, type FormerStock } from './stock-plan.ts';

/** A row of `sold_out`: what screens see, and what it takes to bring it back. */
export interface SoldOutRow extends SoldOut {
  /** Which shop was told; null: none was connected. */
  shopUrl: string | null;
  /** What we changed in the shop, noted before it was changed. Empty: the shop was not touched. */
  former: FormerStock[];
  endedAt: number | null;
  version: number;
}

export interface SoldOutStore {
  standing(): Promise<SoldOutRow[]>;
  /** The row that a request of this id made or changed, ended ones too. */
  byTap(id: string): Promise<SoldOutRow | null>;
  /** Stores it, unless somebody else did since: then the write rejects with `StaleWrite`. */
  saving(row: SoldOutRow): Sql;
  tapping(tapId: string, soldOutId: string, at: number): Sql;
}

/** The SQL of `sold_out` and `sold_out_taps`. */
export function createSoldOutStore({
  database,
  kitchenId,
  source,
}: {
  database: Pick<Database, 'query'>;
  kitchenId: string;
  source: string;
}): SoldOutStore {
  return {
    async standing() {
      const rows = await database.query(sql`
        select id, product_id as "productId", variation_id as "variationId", name, by_screen as "by", at, span, until,
          shop, fault, shop_url as "shopUrl", former_stock as "former", ended_at as "endedAt", version
        from sold_out where kitchen_id = ${kitchenId} and source = ${source} and ended_at is null order by at, id`);
      return rows.map((row) => rowSchema.parse(row));
    },
    async byTap(id) {
      const [row] = await database.query(sql`
        select s.id, product_id as "productId", variation_id as "variationId", name, by_screen as "by", s.at, span, until,
          shop, fault, shop_url as "shopUrl", former_stock as "former", ended_at as "endedAt", version
        from sold_out_taps t join sold_out s on s.id = t.sold_out_id where t.id = ${id}`);
      return row ? rowSchema.parse(row) : null;
    },
    saving: (row) => (row.version === 1 ? inserting(row, kitchenId, source) : updating(row)),
    tapping: (tapId, soldOutId, at) =>
      sql`insert into sold_out_taps (id, sold_out_id, at) values (${tapId}, ${soldOutId}, ${at}) on conflict do nothing`.expecting(
        1,
      ),
  };
}

const whole = z.union([z.number(), z.bigint(), z.string()]).transform(Number);
const rowSchema = z.object({
  id: z.string(),
  productId: z.string(),
  variationId: z.string().nullable(),
  name: z.string(),
  by: z.string(),
  at: whole,
  span: z.enum(soldOutSpans),
  until: whole.nullable(),
  shop: z.enum(['telling', 'told', 'failed', 'untold', 'returning']),
  fault: z.enum(shopFaultKinds).nullable(),
  shopUrl: z.string().nullable(),
  former: z.string().transform((text) => z.array(formerStockSchema).parse(JSON.parse(text))),
  endedAt: whole.nullable(),
  version: whole,
});

function inserting(row: SoldOutRow, kitchenId: string, source: string): Sql {
  return sql`
    insert into sold_out (id, kitchen_id, source, product_id, variation_id, name, by_screen, at, span, until, shop, fault,
      shop_url, former_stock, ended_at, version)
    values (${row.id}, ${kitchenId}, ${source}, ${row.productId}, ${row.variationId}, ${row.name}, ${row.by}, ${row.at},
      ${row.span}, ${row.until}, ${row.shop}, ${row.fault}, ${row.shopUrl}, ${JSON.stringify(row.former)},
      ${row.endedAt}, 1)
    on conflict do nothing`.expecting(1);
}

function updating(row: SoldOutRow): Sql {
  return sql`
    update sold_out set name = ${row.name}, by_screen = ${row.by}, at = ${row.at}, span = ${row.span},
      until = ${row.until}, shop = ${row.shop}, fault = ${row.fault}, shop_url = ${row.shopUrl},
      former_stock = ${JSON.stringify(row.former)}, ended_at = ${row.endedAt}, version = ${row.version}
    where id = ${row.id} and version = ${row.version - 1}`.expecting(1);
}
