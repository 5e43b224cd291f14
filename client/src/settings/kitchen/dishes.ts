import { plainWords } from '@kasera/shared/routing.ts';
import { isNobodys, type Category, type Menu, type Product, type Resolver } from './resolve.ts';

/** How many dishes of the catalogue go where. */
export interface DishCounts {
  byStation: ReadonlyMap<string, number>;
  handOver: number;
  nobody: number;
}

export function countDishes(products: readonly Product[], { ofProduct }: Pick<Resolver, 'ofProduct'>): DishCounts {
  const byStation = new Map<string, number>();
  let handOver = 0;
  let nobody = 0;
  for (const product of products) {
    const { route } = ofProduct(product);
    if (route.handOver) handOver++;
    if (isNobodys(route)) nobody++;
    for (const station of route.stations) byStation.set(station, (byStation.get(station) ?? 0) + 1);
  }
  return { byStation, handOver, nobody };
}

/** A category of the list, or the one of dishes that are in none. */
export interface DishGroup {
  category: Category | null;
  /** How many categories stand above it. */
  depth: number;
  products: Product[];
}

/** The categories with their dishes, each below the one it belongs to; then the dishes without any. */
export function groupDishes({ categories, products }: Menu): DishGroup[] {
  const byCategory = new Map<string, Product[]>();
  const known = new Set(categories.map(({ id }) => id));
  const without: Product[] = [];
  for (const product of products) {
    const ids = product.categoryIds.filter((id) => known.has(id));
    if (ids.length === 0) without.push(product);
    for (const id of ids) {
      const there = byCategory.get(id);
      if (there) there.push(product);
      else byCategory.set(id, [product]);
    }
  }
  const groups: DishGroup[] = [];
  const put = (category: Category, depth: number) => {
    known.delete(category.id);
    groups.push({ category, depth, products: byCategory.get(category.id) ?? [] });
    for (const child of categories) if (child.parentId === category.id && known.has(child.id)) put(child, depth + 1);
  };
  const ids = new Set(known);
  for (const category of categories) if (category.parentId === null || !ids.has(category.parentId)) put(category, 0);
  // What is left stands in a circle: a shop's database can hold a category below itself.
  for (const category of categories) if (known.has(category.id)) put(category, 0);
  return without.length > 0 ? [...groups, { category: null, depth: 0, products: without }] : groups;
}

/** What of the list is asked for; a category found by its name brings all its dishes. */
export function sought(
  groups: readonly DishGroup[],
  { text, nobodys }: { text: string; nobodys: boolean },
  { ofProduct }: Pick<Resolver, 'ofProduct'>,
): DishGroup[] {
  const words = plainWords(text);
  if (words === '' && !nobodys) return [...groups];
  return groups.flatMap((group) => {
    const isNamed = group.category !== null && plainWords(group.category.name).includes(words);
    const products = group.products
      .filter(({ name }) => isNamed || plainWords(name).includes(words))
      .filter((product) => !nobodys || isNobodys(ofProduct(product).route));
    return products.length > 0 || (isNamed && !nobodys) ? [{ ...group, products }] : [];
  });
}
