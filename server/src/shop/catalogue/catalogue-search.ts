import type { CatalogueEntry } from '@kasera/shared/shop.ts';
import type { CatalogueItem } from './catalogue-index.ts';

export interface CatalogueSearch {
  /** Those whose name holds every word of `text`, whatever its accents and capitals; of '' all, by name. */
  search(text: string, limit: number): CatalogueEntry[];
  /** Products of which something changed. */
  forget(productIds: readonly (string | null | undefined)[]): void;
  forgetAll(): void;
}

export interface CatalogueSearchDeps {
  find(id: string): CatalogueItem | null;
  productIds(): string[];
  variationIds(productId: string): string[];
}

/**
 * Searches what is there by name. Each product is kept as it was read and sorted, with its variations, until it changes:
 * to do that anew with a large catalogue for each word that is searched would hold up the board.
 */
export function createCatalogueSearch({ find, productIds, variationIds }: CatalogueSearchDeps): CatalogueSearch {
  const groups = new Map<string, Searchable[]>();
  let searchable: Searchable[] | null = null;
  const there = (ids: readonly string[]): CatalogueItem[] =>
    ids.flatMap((id) => find(id) ?? []).filter((item) => !item.gone);

  function groupOf(id: string): Searchable[] {
    const product = there([id]);
    const choices = product.length > 0 ? there(variationIds(id)).sort(byChoice) : [];
    return [...product, ...choices].map(toSearchable);
  }
  function all(): Searchable[] {
    for (const id of productIds()) if (!groups.has(id)) groups.set(id, groupOf(id));
    const sorted = [...groups].sort(([, a], [, b]) => byName(a[0], b[0]));
    // In this order next time there is little left to sort.
    groups.clear();
    for (const [id, group] of sorted) groups.set(id, group);
    return sorted.flatMap(([, group]) => group);
  }
  return {
    search: (text, limit) => matching((searchable ??= all()), text, limit),
    forget(ids) {
      for (const id of ids) if (id) groups.delete(id);
      searchable = null;
    },
    forgetAll() {
      groups.clear();
      searchable = null;
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
