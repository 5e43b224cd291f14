import { z } from 'zod';

/**
 * How something is taken out of stock in WooCommerce, and brought back as it was. Three ways, for WooCommerce has three
 * kinds of stock:
 *
 * - `status`: nothing is counted, the status is what we write.
 * - `count`: pieces are counted. Then a status we write is lost, for WooCommerce derives it from the count at each save;
 *   and to stop counting for a while would wipe the count. So the count is lowered by a debit, as a difference, and
 *   raised by the same later. Whatever the shop sells or takes back meanwhile stays counted, a try that was repeated
 *   shows, and should Kasera never come back, the count can still be read off the number: -99,995 was 5.
 * - `own-count`: a variation that shares its product's count. It gets an empty count of its own, so that its siblings
 *   and their count are not touched, and gives it up later.
 *
 * A variable product has no status of its own: it is out when all its variations are.
 */
export const formerStockSchema = z.object({
  /** Null: the product itself. */
  variationId: z.string().nullable(),
  how: z.enum(['status', 'count', 'own-count']),
  /** The status it had. */
  status: z.string(),
  /** Whether it could be ordered without being there: `no`, `notify`, `yes`. */
  backorders: z.string(),
});
export type FormerStock = z.infer<typeof formerStockSchema>;

/** What WooCommerce says of a product's or a variation's stock. */
export const stockSchema = z.object({
  id: z.number().int().positive().transform(String),
  stock_status: z.string(),
  manage_stock: z.union([z.boolean(), z.literal('parent')]).catch(false),
  stock_quantity: z.number().nullable().catch(null),
  backorders: z.string().catch('no'),
});
export type Stock = z.infer<typeof stockSchema>;
export const stockFields = 'id,stock_status,manage_stock,stock_quantity,backorders';

/** What the shop has: the product, and its variations where it has any (or the one that is meant). */
export interface StockFound {
  product: Stock | null;
  variations: Stock[];
}

export interface StockWrite {
  former: FormerStock;
  body: Readonly<Record<string, string | number | boolean>>;
}

/** More than any kitchen has pieces of a dish. */
const debit = 100_000;
const outOfStock = 'outofstock';

/** What has to be written so that it cannot be ordered; nothing where that is so already. */
export function planOut({ product, variations }: StockFound): StockWrite[] {
  if (!product) return variations.flatMap((one) => outOf(one, one.id));
  if (variations.length === 0) return outOf(product, null);
  const counted = product.manage_stock === true ? outOf(product, null) : [];
  // Those that share the product's count go with it.
  const others = variations.filter((one) => one.manage_stock !== 'parent');
  return [...counted, ...others.flatMap((one) => outOf(one, one.id))];
}

/** What has to be written so that it is as it was; null where the shop changed it meanwhile: then that stands. */
export function planBack(former: FormerStock, stock: Stock): StockWrite | null {
  const body = backFrom(former, stock);
  return body && { former, body };
}

/** The same thing, once: what was noted last counts. */
export function mergeFormer(held: readonly FormerStock[], added: readonly FormerStock[]): FormerStock[] {
  const all = new Map([...held, ...added].map((former) => [former.variationId, former]));
  return [...all.values()];
}

/** Whether the shop did what was written. */
export function isOut(stock: Stock): boolean {
  return stock.stock_status === outOfStock;
}

function outOf(stock: Stock, variationId: string | null): StockWrite[] {
  const { manage_stock: managed, stock_status: status, backorders } = stock;
  const former = { variationId, status, backorders };
  if (managed === true) {
    if (isDebited(stock)) return [];
    return [{ former: { ...former, how: 'count' }, body: { inventory_delta: -debit, backorders: 'no' } }];
  }
  if (managed === 'parent') {
    const body = { manage_stock: true, stock_quantity: -debit, backorders: 'no' };
    return [{ former: { ...former, how: 'own-count' }, body }];
  }
  if (status === outOfStock) return [];
  return [{ former: { ...former, how: 'status' }, body: { stock_status: outOfStock } }];
}

function backFrom(former: FormerStock, stock: Stock): StockWrite['body'] | null {
  if (stock.manage_stock === true && former.how !== 'status' && isDebited(stock)) {
    if (former.how === 'own-count') return { manage_stock: false };
    const backorders = stock.backorders === 'no' ? { backorders: former.backorders } : {};
    return { inventory_delta: debit, ...backorders };
  }
  // Also where the shop stopped counting meanwhile: the status it was left with is the one we caused.
  const isOurs = stock.manage_stock === false && stock.stock_status === outOfStock && former.status !== outOfStock;
  return isOurs ? { stock_status: former.status } : null;
}

/** A count somebody set by hand meanwhile is far from this: that stands. */
function isDebited({ stock_quantity: quantity }: Stock): boolean {
  return quantity !== null && quantity < -debit / 2;
}
