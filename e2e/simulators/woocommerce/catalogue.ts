import { allDishes, type Dish } from './dishes.ts';
import { readRestBody } from './recorded-answers.ts';
import { gmtTime, siteTime } from './site-zone.ts';
import { saveStock, type Family, type StockChange } from './stock.ts';
import { readBody } from './templates.ts';
import type { WooProduct } from './woo-product.ts';

export interface WooCategory {
  id: number;
  name: string;
  slug: string;
  parent: number;
  count: number;
  [field: string]: unknown;
}

/** Everything the shop sells: products and, under their parents, variations. */
export interface Catalogue {
  categories(): readonly WooCategory[];
  /** Products without variations, the last made first, as lists show them. */
  products(): WooProduct[];
  variationsOf(productId: number): WooProduct[];
  /** A product or a variation. */
  find(id: number): WooProduct | undefined;
  /**
   * Saves stock as WooCommerce does, a variation's product with it. Saving without a change moves the date all the same.
   * @returns the ids that were saved, which is what product.updated is sent for
   */
  change(id: number, change: StockChange): number[];
  /** Takes a product out of the shop for good. */
  erase(id: number): void;
  /** Rises with each change. */
  revision(): number;
}

/** Builds the recorded shop's catalogue when it is first asked for. */
export function createCatalogue(deps: { now: () => number; zone: string }): Catalogue {
  let built: Map<number, WooProduct> | null = null;
  let categories: WooCategory[] | null = null;
  let revision = 0;
  const catalogueCategories = (): WooCategory[] => (categories ??= JSON.parse(readRestBody('product-categories')));
  const all = (): Map<number, WooProduct> => (built ??= buildProducts(catalogueCategories()));

  const familyOf = (product: WooProduct): Family => ({
    parent: product.type === 'variation' ? all().get(product.parent_id) : undefined,
    variations: product.variations.flatMap((id) => all().get(id) ?? []),
  });

  function touch(product: WooProduct): void {
    product.date_modified = siteTime(deps.zone, deps.now());
    product.date_modified_gmt = gmtTime(deps.now());
    revision += 1;
  }

  return {
    categories: catalogueCategories,
    products: () => [...all().values()].filter(({ type }) => type !== 'variation').toSorted((a, b) => b.id - a.id),
    variationsOf: (productId) =>
      [...all().values()]
        .filter(({ type, parent_id }) => type === 'variation' && parent_id === productId)
        .toSorted((a, b) => b.id - a.id),
    find: (id) => all().get(id),
    change(id, change) {
      const product = all().get(id);
      if (!product) throw new Error(`the simulated shop has no product ${id}`);
      const family = familyOf(product);
      saveStock(product, change, family);
      touch(product);
      const { parent } = family;
      if (!parent) return [id];
      const former = parent.stock_status;
      saveStock(parent, {}, familyOf(parent));
      if (parent.stock_status === former) return [id];
      touch(parent);
      return [id, parent.id];
    },
    erase: (id) => {
      all().delete(id);
      revision += 1;
    },
    revision: () => revision,
  };
}

function buildProducts(categories: readonly WooCategory[]): Map<number, WooProduct> {
  const [simple, variation] = [readBody('product-updated-price'), readBody('product-updated-variation-out-of-stock')];
  const built = new Map<number, WooProduct>();
  for (const dish of allDishes()) {
    built.set(dish.id, buildProduct(simple, dish, categories));
    for (const one of dish.variations ?? []) {
      const made: WooProduct = JSON.parse(variation.replaceAll('products\\/29', `products\\/${one.id}`));
      const options = one.choices.map(({ option }) => option).join(', ');
      Object.assign(made, { id: one.id, sku: one.sku, parent_id: dish.id, stock_status: 'instock' });
      Object.assign(made, { name: `${dish.name} - ${options}`, slug: `variation-${one.id}` });
      Object.assign(made, { attributes: one.choices.map((choice) => ({ id: 0, ...choice })) });
      for (const link of made._links['up'] ?? []) link.href = link.href.replace(/\d+$/, String(dish.id));
      built.set(made.id, made);
    }
  }
  return built;
}

function buildProduct(template: string, dish: Dish, categories: readonly WooCategory[]): WooProduct {
  const product: WooProduct = JSON.parse(template.replaceAll('products\\/11', `products\\/${dish.id}`));
  const { id, name, sku, variations = [], stock } = dish;
  Object.assign(product, { id, name, sku, slug: `product-${id}`, related_ids: [] });
  product.type = variations.length > 0 ? 'variable' : 'simple';
  product.variations = variations.map((one) => one.id);
  product.categories = dish.categoryIds.map((categoryId) => {
    const category = categories.find((known) => known.id === categoryId);
    return { id: categoryId, name: category?.name ?? '', slug: category?.slug ?? '' };
  });
  if (stock !== undefined) Object.assign(product, { manage_stock: true, stock_quantity: stock });
  return product;
}
