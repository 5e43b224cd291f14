import type { CatalogueIndex } from './catalogue-index.ts';
import type { CatalogueStore } from './catalogue-store.ts';
import {
  isSameProduct,
  missingProduct,
  toCategory,
  toProduct,
  type Category,
  type Product,
  type ShopProduct,
} from './products.ts';

export interface CatalogueKeeping {
  /** Of the shop whose catalogue this is; null: none was read whole. */
  url(): string | null;
  counts(): { products: number; categories: number; readAt: number | null };
  /** @returns whether there is something to ask for now */
  note(items: readonly { productId: string | null; variationId: string | null }[]): boolean;
  /** Products nobody told of yet, at most `limit`. */
  unknown(limit: number): string[];
  /** A product whose variations are to be read. */
  variationsDue(): string | null;
  keep(found: readonly ShopProduct[]): Promise<void>;
  /** What was asked for by id: those not found are not there, and not asked for again. */
  keepAsked(ids: readonly string[], found: readonly ShopProduct[]): Promise<void>;
  keepVariations(productId: string, found: readonly Product[]): Promise<void>;
  /** Begins to read everything. */
  whole(url: string, startedAt: number): WholeReading;
}

interface WholeReading {
  page(found: ShopProduct[]): Promise<void>;
  /** Known products that no page held. */
  unseen(): string[];
  end(categories: Category[]): Promise<void>;
}

interface KeepingDeps {
  index: CatalogueIndex;
  store: CatalogueStore;
  now(): number;
  changed(): void;
}

/** More ids than this are no orders' but somebody's game; the daily reading finds the products among them. */
const maxUnknown = 500;
/** A choice renamed for all products at once ("Large" → "Family") changes no product's own date. */
const variationsEveryMs = 7 * 86_400_000;

/**
 * What is known of the shop's products, on disk first and then in memory. A variable product whose `readAt` is 0 still
 * has its variations to be read: that too is on disk, so a restart goes on where it was.
 */
export async function createCatalogueKeeping(deps: KeepingDeps): Promise<CatalogueKeeping> {
  const { index, store, now } = deps;
  const loaded = await store.load();
  let { cursor } = loaded;
  index.put(loaded.products);
  index.putCategories(loaded.categories);
  const unknown = new Set<string>();
  const noted = createNoting(index, unknown);

  async function keep(found: readonly ShopProduct[], replaces = false): Promise<void> {
    await learnCategories(deps, found);
    await save(
      deps,
      found.flatMap((one) => taken(index, one, now(), replaces)),
    );
    for (const { id } of found) unknown.delete(id);
  }

  return {
    url: () => cursor?.url ?? null,
    counts: () => ({
      products: [...index.products()].filter(isThere).length,
      categories: [...index.categories()].length,
      readAt: cursor?.checkedAt ?? null,
    }),
    note(items) {
      for (const item of items) noted(item);
      return unknown.size > 0 || index.due() !== null;
    },
    unknown: (limit) => [...unknown].slice(0, limit),
    variationsDue: () => index.due(),
    keep: (found) => keep(found),
    async keepAsked(ids, found) {
      const there = new Set(found.map(({ id }) => id));
      const missing = ids.filter((id) => !there.has(id)).map((id) => gone(index.product(id), id, now()));
      await keep(found);
      await save(deps, missing);
      for (const id of ids) unknown.delete(id);
    },
    async keepVariations(productId, found) {
      const there = new Set(found.map(({ id }) => id));
      const product = index.product(productId);
      const left = index.variationsOf(productId).filter(({ id }) => !there.has(id));
      const read = product ? [{ ...product, readAt: now() }] : [];
      await save(deps, [...found, ...left.map((one) => gone(one, one.id, now())), ...read]);
    },
    whole(url, startedAt) {
      const isAnother = cursor !== null && cursor.url !== url;
      const ended = async () => {
        await store.setCursor({ url, checkedAt: startedAt });
        cursor = { url, checkedAt: startedAt };
        deps.changed();
      };
      return createWholeReading(deps, { keep: (found) => keep(found, isAnother), ended, startedAt });
    },
  };
}

/** Marks what a line of an order names and nobody told of yet. */
function createNoting(index: CatalogueIndex, unknown: Set<string>) {
  const askedVariations = new Set<string>();
  return ({ productId, variationId }: { productId: string | null; variationId: string | null }): void => {
    if (productId === null || unknown.size >= maxUnknown) return;
    const product = index.product(productId);
    if (!product) {
      unknown.add(productId);
      return;
    }
    if (variationId === null || product.goneAt !== null || index.product(variationId)) return;
    if (askedVariations.has(variationId)) return;
    askedVariations.add(variationId);
    index.put([{ ...product, readAt: 0 }]);
  };
}

function createWholeReading(
  { index, store }: KeepingDeps,
  parts: { keep(found: ShopProduct[]): Promise<void>; ended(): Promise<void>; startedAt: number },
): WholeReading {
  const seen = new Set<string>();
  return {
    async page(found) {
      for (const { id } of found) seen.add(id);
      await parts.keep(found);
    },
    unseen: () =>
      [...index.products()]
        .filter(isThere)
        .map(({ id }) => id)
        .filter((id) => !seen.has(id)),
    async end(categories) {
      const there = new Set(categories.map(({ id }) => id));
      await keepCategories({ index, store }, categories, parts.startedAt);
      const left = [...index.categories()].map(({ id }) => id).filter((id) => !there.has(id));
      await store.removeCategories(left);
      index.removeCategories(left);
      await parts.ended();
    },
  };
}

async function save({ index, store, now, changed }: KeepingDeps, products: readonly Product[]): Promise<void> {
  const differing = products.filter((product) => {
    const held = index.product(product.id);
    return !held || held.readAt !== product.readAt || !isSameProduct(held, product);
  });
  if (differing.length === 0) return;
  await store.save({ products: differing, readAt: now() });
  index.put(differing);
  changed();
}

const isThere = ({ parentId, goneAt }: Product): boolean => parentId === null && goneAt === null;

/** What a product the shop told of changes: itself, and variations it has no more. Older news changes nothing. */
function taken(index: CatalogueIndex, found: ShopProduct, now: number, replaces: boolean): Product[] {
  const held = index.product(found.id);
  const product = toProduct(found, now);
  if (!replaces && held && (held.modifiedAt ?? 0) > (product.modifiedAt ?? 0)) return [];
  if (product.parentId !== null) return [product];
  const listed = new Set(found.variations);
  const left = index.variationsOf(product.id).filter(({ id }) => !listed.has(id));
  return [{ ...product, readAt: readAtOf(index, product, found, held) }, ...left.map((one) => gone(one, one.id, now))];
}

/** When a product counts as read; 0 where its variations have to be asked for. */
function readAtOf(index: CatalogueIndex, product: Product, found: ShopProduct, held: Product | undefined): number {
  if (found.variations.length === 0) return held && isSameProduct(held, product) ? held.readAt : product.readAt;
  const isNew = found.variations.some((id) => index.product(id)?.goneAt !== null);
  const isOld = !held || held.modifiedAt !== product.modifiedAt || product.readAt - held.readAt > variationsEveryMs;
  return isNew || isOld ? 0 : held.readAt;
}

function gone(held: Product | undefined, id: string, now: number): Product {
  return held ? { ...held, goneAt: held.goneAt ?? now } : missingProduct(id, now);
}

/** A product names its categories: a new one is known before the next reading. */
async function learnCategories(
  { index, store, now }: Pick<KeepingDeps, 'index' | 'store' | 'now'>,
  found: readonly ShopProduct[],
): Promise<void> {
  const named = found.flatMap(({ categories }) => categories);
  const categories = named.map(({ id, name }) =>
    toCategory({ id, name, parent: index.category(id)?.parentId ?? null }),
  );
  await keepCategories({ index, store }, categories, now());
}

async function keepCategories(
  { index, store }: Pick<KeepingDeps, 'index' | 'store'>,
  found: readonly Category[],
  readAt: number,
): Promise<void> {
  const byId = new Map(found.map((category) => [category.id, category]));
  const differing = [...byId.values()].filter((one) => {
    const held = index.category(one.id);
    return held?.name !== one.name || held.parentId !== one.parentId;
  });
  if (differing.length === 0) return;
  await store.save({ categories: differing, readAt });
  index.putCategories(differing);
}
