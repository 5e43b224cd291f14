import type { OrderItem } from '@kasera/shared/order.ts';

/** What the shop sells: a product, or one variation of it. */
export interface Product {
  productId: string;
  /** Null: the whole product. */
  variationId: string | null;
  /** What people call it. */
  name: string;
}

/** A dish of a ticket as something to sell out; `product` null where it is no product of the shop. */
export interface SellableLine {
  key: string;
  name: string;
  product: Product | null;
}

/** The dishes of a ticket, each product once, whatever its options; what was taken off the order is left out. */
export function sellableLines(items: readonly OrderItem[]): SellableLine[] {
  const lines = items.filter((item) => item.change?.type !== 'removed').map(lineOf);
  return [...new Map(lines.map((line) => [line.key, line])).values()];
}

function lineOf({ id, productId, variationId, name }: OrderItem): SellableLine {
  if (productId === null) return { key: `line ${id}`, name, product: null };
  return { key: `${productId} ${variationId ?? ''}`, name, product: { productId, variationId, name } };
}
