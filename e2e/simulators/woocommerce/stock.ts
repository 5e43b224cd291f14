import type { Backorders, StockStatus, WooProduct } from './woo-product.ts';

export interface StockChange {
  stock_status?: StockStatus;
  manage_stock?: boolean;
  stock_quantity?: number | null;
  /** What the count is to change by; unheard where a count is given. */
  inventory_delta?: number;
  backorders?: Backorders;
}

/** What a product is saved among: its variations, if it has any, or the product it is a variation of. */
export interface Family {
  parent: WooProduct | undefined;
  variations: readonly WooProduct[];
}

/**
 * Saves stock as WooCommerce does †. What is counted has the status its count gives it at each save, whatever is
 * written; who stops counting forgets the count. A variation that counts nothing itself shares the count of a product
 * that does. A variable product that does not count has the status of its variations.
 */
export function saveStock(product: WooProduct, change: StockChange, { parent, variations }: Family): void {
  const isCounted = change.manage_stock ?? product.manage_stock === true;
  if (isCounted) {
    count(product, change);
  } else if (parent?.manage_stock === true) {
    share(product, parent);
  } else {
    Object.assign(product, { manage_stock: false, stock_quantity: null, backorders: 'no' });
    product.stock_status = change.stock_status ?? product.stock_status;
  }
  for (const variation of variations) {
    if (isCounted && variation.manage_stock !== true) share(variation, product);
    else if (!isCounted && variation.manage_stock === 'parent') stopSharing(variation);
  }
  if (variations.length > 0 && !isCounted) product.stock_status = bestOf(variations);
}

function count(product: WooProduct, { stock_quantity: quantity, inventory_delta: delta = 0, backorders }: StockChange) {
  const former = product.manage_stock === true ? (product.stock_quantity ?? 0) : 0;
  product.manage_stock = true;
  product.stock_quantity = quantity ?? former + delta;
  product.backorders = backorders ?? product.backorders;
  const whenGone = product.backorders === 'no' ? 'outofstock' : 'onbackorder';
  product.stock_status = product.stock_quantity > 0 ? 'instock' : whenGone;
}

function share(variation: WooProduct, { stock_quantity, stock_status, backorders }: WooProduct): void {
  Object.assign(variation, { manage_stock: 'parent', stock_quantity, stock_status, backorders });
}

function stopSharing(variation: WooProduct): void {
  Object.assign(variation, { manage_stock: false, stock_quantity: null, backorders: 'no' });
}

function bestOf(variations: readonly WooProduct[]): StockStatus {
  const has = (status: StockStatus): boolean => variations.some((one) => one.stock_status === status);
  return has('instock') ? 'instock' : has('onbackorder') ? 'onbackorder' : 'outofstock';
}
