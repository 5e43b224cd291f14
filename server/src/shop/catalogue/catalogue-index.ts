import type { CatalogueEntry } from '@kasera/shared/shop.ts';
import { createCatalogueSearch } from './catalogue-search.ts';
import type { Category, Product } from './products.ts';

/** What the catalogue says of a product or a variation. */
export interface CatalogueItem {
  id: string;
  /** Of a variation: its product. */
  parentId: string | null;
  /** The product's; of a variation too. */
  name: string;
  /** Of a variation its choices. */
  variation: string | null;
  categories: { id: string; name: string }[];
  inStock: boolean;
  /** The shop does not have it any more. */
  gone: boolean;
}

export interface CatalogueIndex {
  product(id: string): Product | undefined;
  category(id: string): Category | undefined;
  /** Of a variable product, those it has. */
  variationsOf(productId: string): Product[];
  products(): IterableIterator<Product>;
  /** One whose variations are to be read (`readAt` 0), or null. */
  due(): string | null;
  categories(): IterableIterator<Category>;
  put(products: readonly Product[]): void;
  putCategories(categories: readonly Category[]): void;
  removeCategories(ids: readonly string[]): void;
  find(id: string): CatalogueItem | null;
  /** Those whose name holds every word of `text`, whatever its accents and capitals; of '' all, by name. */
  search(text: string, limit: number): CatalogueEntry[];
}

/** The catalogue in memory: everything that asks it is answered without the disk and without the shop. */
export function createCatalogueIndex(): CatalogueIndex {
  const products = new Map<string, Product>();
  const categories = new Map<string, Category>();
  const variations = new Map<string, Set<string>>();
  const due = new Set<string>();

  const find = (id: string): CatalogueItem | null => {
    const product = products.get(id);
    const parent = product && product.parentId !== null ? products.get(product.parentId) : product;
    if (!product || !parent || parent.name === '') return null;
    const named = parent.categoryIds.map((categoryId) => ({ id: categoryId, name: categories.get(categoryId)?.name }));
    return {
      id,
      parentId: product.parentId,
      name: parent.name,
      variation: product.parentId === null ? null : product.name,
      categories: named.map(({ id: categoryId, name = '' }) => ({ id: categoryId, name })),
      inStock: product.stockStatus !== 'outofstock',
      gone: product.goneAt !== null || parent.goneAt !== null,
    };
  };
  const search = createCatalogueSearch({
    find,
    productIds: () => [...products.values()].filter(({ parentId }) => parentId === null).map(({ id }) => id),
    variationIds: (productId) => [...(variations.get(productId) ?? [])],
  });

  return {
    product: (id) => products.get(id),
    category: (id) => categories.get(id),
    variationsOf: (productId) =>
      [...(variations.get(productId) ?? [])].flatMap((id) => products.get(id) ?? []).filter((one) => !one.goneAt),
    products: () => products.values(),
    due: () => due.values().next().value ?? null,
    categories: () => categories.values(),
    put(changed) {
      for (const product of changed) {
        const before = products.get(product.id)?.parentId;
        if (before) variations.get(before)?.delete(product.id);
        search.forget([product.id, product.parentId, before]);
        products.set(product.id, product);
        if (product.readAt === 0 && product.goneAt === null) due.add(product.id);
        else due.delete(product.id);
        if (product.parentId === null) continue;
        const siblings = variations.get(product.parentId) ?? new Set();
        variations.set(product.parentId, siblings.add(product.id));
      }
    },
    putCategories(changed) {
      search.forgetAll();
      for (const category of changed) categories.set(category.id, category);
    },
    removeCategories(ids) {
      search.forgetAll();
      for (const id of ids) categories.delete(id);
    },
    find,
    search: search.search,
  };
}
