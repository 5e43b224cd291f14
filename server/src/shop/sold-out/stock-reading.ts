import { z } from 'zod';
import type { ShopClient, ShopFault } from '../connection/answer.ts';
import { eachPage } from '../catalogue/each-page.ts';
import { stockFields, stockSchema, type Stock, type StockFound } from './stock-plan.ts';

type Client = Pick<ShopClient, 'get'>;
export type StockRead = { type: 'ok'; found: StockFound } | { type: 'fault'; fault: ShopFault };

const productSchema = stockSchema.extend({ variations: z.array(z.unknown()).catch([]) });

/** Where the stock of a product, or of one of its variations, is read and written. */
export function stockPath(productId: string, variationId: string | null): string {
  return variationId === null ? `products/${productId}` : `products/${productId}/variations/${variationId}`;
}

/** Reads the stock as it is now: of one variation, or of the product with all of its variations. */
export async function readStock(client: Client, productId: string, variationId: string | null): Promise<StockRead> {
  if (variationId !== null) {
    const one = await client.get(stockPath(productId, variationId), { _fields: stockFields }, stockSchema);
    return one.type === 'fault' ? one : { type: 'ok', found: { product: null, variations: [one.data] } };
  }
  const product = await client.get(stockPath(productId, null), { _fields: `${stockFields},variations` }, productSchema);
  if (product.type === 'fault') return product;
  const variations: Stock[] = [];
  if (product.data.variations.length > 0) {
    const path = `products/${productId}/variations`;
    const query = { orderby: 'id', order: 'asc', _fields: stockFields };
    const ended = await eachPage(client, path, query, stockSchema, (page) => void variations.push(...page));
    if (ended) return ended;
  }
  return { type: 'ok', found: { product: product.data, variations } };
}
