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
  // A product with its variations. What did not change is kept: to read and sort a large catalogue anew for each word
  // that is searched would hold up the board.
  const groups = new Map<string, Searchable[]>();
  const there = (ids: Iterable<string>): CatalogueItem[] =>
    [...ids].flatMap((id) => find(id) ?? []).filter((item) => !item.gone);
  const groupOf = (id: string): Searchable[] => {
    const held = groups.get(id);
    if (held) return held;
    const product = there([id]);
    const choices = product.length > 0 ? there(variations.get(id) ?? []).sort(byChoice) : [];
    const group = [...product, ...choices].map(toSearchable);
    groups.set(id, group);
    return group;
  };
  const all = (): Searchable[] => {
    for (const product of products.values()) if (product.parentId === null) groupOf(product.id);
    const sorted = [...groups].sort(([, a], [, b]) => byName(a[0], b[0]));
    // In this order next time there is little left to sort.
    groups.clear();
    for (const [id, group] of sorted) groups.set(id, group);
    return sorted.flatMap(([, group]) => group);
  };

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
        for (const id of [product.id, product.parentId, before]) if (id) groups.delete(id);
        products.set(product.id, product);
        if (product.readAt === 0 && product.goneAt === null) due.add(product.id);
        else due.delete(product.id);
        if (product.parentId === null) continue;
        const siblings = variations.get(product.parentId) ?? new Set();
        variations.set(product.parentId, siblings.add(product.id));
      }
      searchable = null;
    },
    putCategories(changed) {
      groups.clear();
      for (const category of changed) categories.set(category.id, category);
      searchable = null;
    },
    removeCategories(ids) {
      groups.clear();
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

/** What has nothing to be found stands first. */
function byName(a: Searchable | undefined, b: Searchable | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return collator.compare(a.entry.name, b.entry.name) || Number(a.entry.productId) - Number(b.entry.productId);
}

function byChoice(a: CatalogueItem, b: CatalogueItem): number {
  return collator.compare(a.variation ?? '', b.variation ?? '');
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
