import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { CatalogueIndex } from '../shop/catalogue/catalogue-index.ts';

/** The shop's catalogue as far as routing goes by it. */
export type RoutingCatalogue = Pick<CatalogueIndex, 'product' | 'category' | 'products' | 'categories'>;

export interface Menu {
  /** A variation's are its product's. Those of a product the shop does not have any more too: open tickets have it. */
  categoriesOf(productId: string): readonly string[];
  /** '' for none; a variation's is its product's. */
  brandOf(productId: string): string;
  /** A category's id and those above it, itself first. */
  categoryPath(categoryId: string): readonly string[];
  /** Everything an owner can give a station, by name; what the shop does not have any more is left out. */
  list(): Pick<KitchenView, 'categories' | 'products'>;
}

/** @param catalogue the shop's, as it is whenever it is asked; empty where none is connected */
export function createMenu(catalogue: () => RoutingCatalogue): Menu {
  const parentOf = (productId: string) => {
    const product = catalogue().product(productId);
    return product && product.parentId !== null ? catalogue().product(product.parentId) : product;
  };
  return {
    categoriesOf: (productId) => parentOf(productId)?.categoryIds ?? [],
    brandOf: (productId) => parentOf(productId)?.brand ?? '',
    categoryPath(categoryId) {
      const path = new Set<string>();
      // A shop's database can hold a category below itself.
      for (let id: string | null = categoryId; id !== null && !path.has(id);) {
        path.add(id);
        id = catalogue().category(id)?.parentId ?? null;
      }
      return [...path];
    },
    list() {
      const products = [...catalogue().products()]
        .filter(({ parentId, goneAt, name }) => parentId === null && goneAt === null && name !== '')
        .map(({ id, name, categoryIds }) => ({ id, name, categoryIds }));
      const counts = new Map<string, number>();
      for (const id of products.flatMap(({ categoryIds }) => categoryIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
      const categories = [...catalogue().categories()].map((category) => ({
        ...category,
        products: counts.get(category.id) ?? 0,
      }));
      return { categories: categories.sort(byName), products: products.sort(byName) };
    },
  };
}

const collator = new Intl.Collator('es', { numeric: true });

function byName(a: { name: string }, b: { name: string }): number {
  return collator.compare(a.name, b.name);
}
