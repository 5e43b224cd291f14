import type { CatalogueEntry } from '@kasera/shared/shop.ts';
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
  let searchable: Searchable[] | null = null;

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
  const all = (): Searchable[] =>
    [...products.keys()]
      .flatMap((id) => find(id) ?? [])
      .filter((item) => !item.gone)
      .map(toSearchable)
      .sort(byName);

  return {
    product: (id) => products.get(id),
    category: (id) => categories.get(id),
    variationsOf: (productId) =>
      [...(variations.get(productId) ?? [])].flatMap((id) => products.get(id) ?? []).filter((one) => !one.goneAt),
    products: () => products.values(),
    categories: () => categories.values(),
    put(changed) {
      for (const product of changed) {
        const before = products.get(product.id)?.parentId;
        if (before) variations.get(before)?.delete(product.id);
        products.set(product.id, product);
        if (product.parentId === null) continue;
        const siblings = variations.get(product.parentId) ?? new Set();
        variations.set(product.parentId, siblings.add(product.id));
      }
      searchable = null;
    },
    putCategories(changed) {
      for (const category of changed) categories.set(category.id, category);
      searchable = null;
    },
    removeCategories(ids) {
      for (const id of ids) categories.delete(id);
      searchable = null;
    },
    find,
    search(text, limit) {
      searchable ??= all();
      return matching(searchable, text, limit);
    },
  };
}

interface Searchable {
  folded: string;
  entry: CatalogueEntry;
}

/** "Jamón & Piña" as somebody in a hurry types it: "jamon pina". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function toSearchable(item: CatalogueItem): Searchable {
  const { id, parentId, name, variation, inStock } = item;
  const entry: CatalogueEntry = {
    productId: parentId ?? id,
    variationId: parentId === null ? null : id,
    name,
    variation,
    categories: item.categories.map((category) => category.name).filter(Boolean),
    inStock,
  };
  return { folded: fold(`${name} ${variation ?? ''}`), entry };
}

const collator = new Intl.Collator('es', { sensitivity: 'base', numeric: true });

/** A product stands before its variations. */
function byName({ entry: a }: Searchable, { entry: b }: Searchable): number {
  return (
    collator.compare(a.name, b.name) ||
    Number(a.productId) - Number(b.productId) ||
    collator.compare(a.variation ?? '', b.variation ?? '')
  );
}

/** Names that begin so come first. */
function matching(all: readonly Searchable[], text: string, limit: number): CatalogueEntry[] {
  const folded = fold(text).trim();
  const words = folded.split(/\s+/);
  const found = all.filter((one) => words.every((word) => one.folded.includes(word)));
  const [first, then] = [found.filter(begins(folded)), found.filter((one) => !begins(folded)(one))];
  return [...first, ...then].slice(0, limit).map(({ entry }) => entry);
}

const begins =
  (text: string) =>
  ({ folded }: Searchable): boolean =>
    folded.startsWith(text);
