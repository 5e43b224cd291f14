import type { ShopClient, ShopFault } from '../connection/answer.ts';
import { eachPage } from './each-page.ts';
import {
  categoryFields,
  categorySchema,
  productFields,
  productSchema,
  toCategory,
  toProduct,
  variationFields,
  type Category,
  type Product,
  type ShopProduct,
} from './products.ts';

export type Read<T> = { type: 'ok'; found: T[] } | { type: 'fault'; fault: ShopFault };

export interface CatalogueReading {
  categories(): Promise<Read<Category>>;
  /** Page by page, so that each can be kept before the next is asked for. */
  products(kept: (page: ShopProduct[]) => Promise<void>): Promise<Read<never>>;
  /** Those of these ids (at most 100) that the shop has. Variations are never among them. */
  byIds(ids: readonly string[]): Promise<Read<ShopProduct>>;
  variations(productId: string, readAt: number): Promise<Read<Product>>;
}

/**
 * Asks the shop for its catalogue. Variations are in no list of products (`products?type=variation` and `?include=`
 * leave them out), and the list of all of them, `/variations`, is new in WooCommerce 10.3: they are asked for by product.
 */
export function createCatalogueReading(client: Pick<ShopClient, 'get'>): CatalogueReading {
  const inOrder = { orderby: 'id', order: 'asc' } as const;
  return {
    async categories() {
      const found: Category[] = [];
      const read = await eachPage(
        client,
        'products/categories',
        { _fields: categoryFields },
        categorySchema,
        (page) => {
          found.push(...page.map(toCategory));
        },
      );
      return read ?? { type: 'ok', found };
    },
    async products(kept) {
      const read = await eachPage(client, 'products', { ...inOrder, _fields: productFields }, productSchema, kept);
      return read ?? { type: 'ok', found: [] };
    },
    async byIds(ids) {
      const found: ShopProduct[] = [];
      const query = { include: ids.join(','), _fields: productFields };
      const read = await eachPage(client, 'products', query, productSchema, (page) => void found.push(...page));
      return read ?? { type: 'ok', found };
    },
    async variations(productId, readAt) {
      const found: Product[] = [];
      const query = { ...inOrder, _fields: variationFields };
      const path = `products/${productId}/variations`;
      const read = await eachPage(client, path, query, productSchema, (page) => {
        found.push(...page.map((one) => toProduct(one, readAt, productId)));
      });
      return read ?? { type: 'ok', found };
    },
  };
}
