import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import { routeCategory, routeLine, type Routing, type RoutingRules, type RuleSource } from '@kasera/shared/routing.ts';

/** Where a dish goes by the settings as they are being edited, and what says so: by the rules the server routes by. */

export type Menu = Pick<KitchenView, 'categories' | 'products'>;
export type Category = KitchenView['categories'][number];
export type Product = KitchenView['products'][number];

/** What a route comes from: a category or a word by its name. */
export type RouteSource =
  { type: 'own' } | { type: 'categories'; names: string[] } | { type: 'word'; word: string } | { type: 'none' };

export interface Resolved {
  route: ItemRoute;
  from: RouteSource;
}

export interface Resolver {
  ofProduct(product: Product): Resolved;
  /** As if it had no rule of its own. */
  inheritedByProduct(product: Product): Resolved;
  ofCategory(category: Category): Resolved;
  inheritedByCategory(category: Category): Resolved;
  /** A line as it stands on an order. */
  ofLine(line: { name: string; productId: string | null }): Resolved;
}

/** @param menu what the shop's catalogue knows; empty where none is connected */
export function createResolver({ categories, products }: Menu, rules: RoutingRules): Resolver {
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  const productById = new Map(products.map((product) => [product.id, product]));
  const pathOf = (id: string) => categoryPath(id, categoryById);
  const named = ({ route, by }: Routing, own?: string): Resolved => ({ route, from: sourceOf(by, categoryById, own) });
  const ofDish = (productId: string | null, { name, categoryIds }: Omit<Product, 'id'>) =>
    named(routeLine({ productId, variationId: null, name, categoryIds }, rules, pathOf));
  return {
    ofProduct: (product) => ofDish(product.id, product),
    inheritedByProduct: (product) => ofDish(null, product),
    ofCategory: ({ id }) => named(routeCategory(pathOf(id), rules), id),
    inheritedByCategory: ({ id }) => named(routeCategory(pathOf(id).slice(1), rules)),
    ofLine({ name, productId }) {
      const product = productId === null ? undefined : productById.get(productId);
      return ofDish(productId, { name, categoryIds: product?.categoryIds ?? [] });
    },
  };
}

/** Made by no station, and to be made. */
export function isNobodys({ stations, handOver }: ItemRoute): boolean {
  return stations.length === 0 && !handOver;
}

type CategoryById = ReadonlyMap<string, Category>;

function categoryPath(id: string, byId: CategoryById): string[] {
  const path: string[] = [];
  for (let at = byId.get(id); at && !path.includes(at.id); at = byId.get(at.parentId ?? '')) path.push(at.id);
  return path;
}

/** @param own the category that is asked about: a rule of its own is not named by it */
function sourceOf(by: readonly RuleSource[], byId: CategoryById, own?: string): RouteSource {
  const [first] = by;
  if (!first) return { type: 'none' };
  if (first.at === 'word') return { type: 'word', word: first.word };
  const above = by.flatMap((source) => (source.at === 'category' && source.id !== own ? [source.id] : []));
  const names = [...new Set(above.map((id) => byId.get(id)?.name ?? id))];
  return names.length > 0 ? { type: 'categories', names } : { type: 'own' };
}
