import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Category, Product } from './products.ts';

/** The last time the whole catalogue was read, and of which shop. */
export interface CatalogueCursor {
  url: string;
  checkedAt: number;
}

export interface CatalogueStore {
  load(): Promise<{ products: Product[]; categories: Category[]; cursor: CatalogueCursor | null }>;
  save(change: { products?: readonly Product[]; categories?: readonly Category[]; readAt: number }): Promise<void>;
  removeCategories(ids: readonly string[]): Promise<void>;
  setCursor(cursor: CatalogueCursor): Promise<void>;
}

/** So many rows a commit: an order that comes meanwhile waits for none of the others. */
const rowsAtOnce = 100;
const cursorName = 'products';

/** The catalogue on disk: tables `products` and `product_categories`. */
export function createCatalogueStore(deps: {
  database: Pick<Database, 'query' | 'write'>;
  source: string;
}): CatalogueStore {
  const { database, source } = deps;
  const inPortions = async (statements: readonly Sql[]): Promise<void> => {
    for (let from = 0; from < statements.length; from += rowsAtOnce) {
      await database.write(statements.slice(from, from + rowsAtOnce));
    }
  };
  return {
    async load() {
      const [products, categories, cursors] = await Promise.all([
        readProducts(deps),
        database.query<Category>(
          sql`select id, name, parent_id as "parentId" from product_categories where source = ${source}`,
        ),
        database.query<{ url: string; checkedAt: number | null }>(sql`
          select url, checked_at as "checkedAt" from shop_cursors where source = ${source} and name = ${cursorName}`),
      ]);
      const [cursor] = cursors;
      const checkedAt = Number(cursor?.checkedAt ?? 0);
      return { products, categories, cursor: cursor && checkedAt > 0 ? { url: cursor.url, checkedAt } : null };
    },
    save: ({ products = [], categories = [], readAt }) =>
      inPortions([
        ...categories.map((category) => savingCategory(source, category, readAt)),
        ...products.map((product) => savingProduct(source, product)),
      ]),
    removeCategories: (ids) =>
      inPortions(ids.map((id) => sql`delete from product_categories where source = ${source} and id = ${id}`)),
    async setCursor({ url, checkedAt }) {
      await database.write([
        sql`
          insert into shop_cursors (source, name, url, checked_at)
          values (${source}, ${cursorName}, ${url}, ${checkedAt})
          on conflict (source, name) do update set url = excluded.url, checked_at = excluded.checked_at`,
      ]);
    },
  };
}

const idsSchema = z.array(z.string());
type ProductRow = Omit<Product, 'categoryIds'> & { categoryIds: string };

async function readProducts({ database, source }: { database: Pick<Database, 'query'>; source: string }) {
  const rows = await database.query<ProductRow>(sql`
    select id, parent_id as "parentId", name, type, category_ids as "categoryIds", brand, stock_status as "stockStatus",
      modified_at as "modifiedAt", read_at as "readAt", gone_at as "goneAt"
    from products where source = ${source}`);
  return rows.map((row): Product => ({
    ...row,
    categoryIds: idsSchema.parse(JSON.parse(row.categoryIds)),
    modifiedAt: row.modifiedAt === null ? null : Number(row.modifiedAt),
    readAt: Number(row.readAt),
    goneAt: row.goneAt === null ? null : Number(row.goneAt),
  }));
}

function savingProduct(source: string, product: Product): Sql {
  const { id, parentId, name, type, categoryIds, brand, stockStatus, modifiedAt, readAt, goneAt } = product;
  return sql`
    insert into products
      (source, id, parent_id, name, type, category_ids, brand, stock_status, modified_at, read_at, gone_at)
    values (${source}, ${id}, ${parentId}, ${name}, ${type}, ${JSON.stringify(categoryIds)}, ${brand}, ${stockStatus},
      ${modifiedAt}, ${readAt}, ${goneAt})
    on conflict (source, id) do update set parent_id = excluded.parent_id, name = excluded.name, type = excluded.type,
      category_ids = excluded.category_ids, brand = excluded.brand, stock_status = excluded.stock_status, modified_at = excluded.modified_at,
      read_at = excluded.read_at, gone_at = excluded.gone_at`;
}

function savingCategory(source: string, { id, name, parentId }: Category, readAt: number): Sql {
  return sql`
    insert into product_categories (source, id, name, parent_id, read_at)
    values (${source}, ${id}, ${name}, ${parentId}, ${readAt})
    on conflict (source, id) do update set name = excluded.name, parent_id = excluded.parent_id,
      read_at = excluded.read_at`;
}
