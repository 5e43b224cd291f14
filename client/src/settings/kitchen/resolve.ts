import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings, KitchenView, RouteRule } from '@kasera/shared/kitchen-settings.ts';

/**
 * Where a dish goes by the settings as they are being edited, and what says so. The server routes by the same rules
 * (`server/src/kitchen/routing.ts`): the nearest that says where decides; a rule with nothing but a lead time says
 * nothing of where; one that says nothing at all says that nobody is to claim it.
 */

export type Menu = Pick<KitchenView, 'categories' | 'products'>;
export type Category = KitchenView['categories'][number];
export type Product = KitchenView['products'][number];
type Ground = Pick<KitchenSettings, 'stations' | 'routing'>;

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
export function createResolver({ categories, products }: Menu, ground: Ground): Resolver {
  const { routing } = ground;
  const categoryById = new Map(categories.map((category) => [category.id, category]));
  const productById = new Map(products.map((product) => [product.id, product]));
  const finish = (levels: Level[]) => resolved(levels, ground);
  const pathOf = (id: string): Found[] => categoryPath(id, categoryById).map((category) => foundIn(routing, category));
  const inherited = ({ name, categoryIds }: Product) => [
    together(categoryIds.map((id) => levelOf(pathOf(id)))),
    wordLevel(name, routing),
  ];
  const ofProduct = (product: Product) =>
    finish([levelOf([{ rule: routing.products[product.id], name: null }]), ...inherited(product)]);
  return {
    ofProduct,
    inheritedByProduct: (product) => finish(inherited(product)),
    ofCategory: ({ id }) => finish([ownFirst(pathOf(id))]),
    inheritedByCategory: ({ id }) => finish([levelOf(pathOf(id).slice(1))]),
    ofLine({ name, productId }) {
      const product = productId === null ? undefined : productById.get(productId);
      return product ? ofProduct({ ...product, name }) : finish([wordLevel(name, routing)]);
    },
  };
}

/** The word that catches that name; the first of the list that stands in it whole. */
export function wordFor(name: string, words: KitchenSettings['routing']['words']): number {
  const spoken = ` ${plain(name)} `;
  return words.findIndex(({ word }) => plain(word) !== '' && spoken.includes(` ${plain(word)} `));
}

/** Whole words without accents and capitals. */
export function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether a rule says where something goes, and not only how long before it is begun. */
export function saysWhere({ stations, handOver, leadMinutes }: RouteRule): boolean {
  return stations.length > 0 || handOver || leadMinutes === null;
}

/** Made by no station, and to be made. */
export function isNobodys({ stations, handOver }: ItemRoute): boolean {
  return stations.length === 0 && !handOver;
}

/** A rule with the name of what it stands at; null: the dish itself. */
interface Found {
  rule: RouteRule | undefined;
  name: string | null;
  word?: string;
}

interface Level {
  where: (Found & { rule: RouteRule })[];
  leads: number[];
}

function categoryPath(id: string, byId: ReadonlyMap<string, Category>): { id: string; name: string }[] {
  const path: Category[] = [];
  for (let at = byId.get(id); at && !path.includes(at); at = byId.get(at.parentId ?? '')) path.push(at);
  return path;
}

function foundIn({ categories }: KitchenSettings['routing'], { id, name }: { id: string; name: string }): Found {
  return { rule: categories[id], name };
}

/** A category's own rule is its own, those above it are inherited. */
function ownFirst([own, ...above]: Found[]): Level {
  return levelOf(own ? [{ ...own, name: null }, ...above] : above);
}

function levelOf(nearestFirst: readonly Found[]): Level {
  const given = nearestFirst.flatMap(({ rule, ...found }) => (rule ? [{ ...found, rule }] : []));
  const lead = given.find(({ rule }) => rule.leadMinutes !== null)?.rule.leadMinutes ?? null;
  return { where: given.filter(({ rule }) => saysWhere(rule)).slice(0, 1), leads: lead === null ? [] : [lead] };
}

function together(levels: readonly Level[]): Level {
  return { where: levels.flatMap(({ where }) => where), leads: levels.flatMap(({ leads }) => leads) };
}

function wordLevel(name: string, { words }: KitchenSettings['routing']): Level {
  const found = words[wordFor(name, words)];
  return levelOf(found ? [{ rule: found.route, name: found.word, word: found.word }] : []);
}

function resolved(levels: readonly Level[], { stations }: Ground): Resolved {
  const deciding = levels.map(({ where }) => where).find((rules) => rules.length > 0) ?? [];
  const leads = levels.map((level) => level.leads).find((found) => found.length > 0);
  const named = new Set(deciding.flatMap(({ rule }) => (rule.handOver ? [] : rule.stations)));
  return {
    route: {
      stations: stations.map(({ id }) => id).filter((id) => named.has(id)),
      handOver: deciding.length > 0 && deciding.every(({ rule }) => rule.handOver),
      leadMinutes: leads ? Math.max(...leads) : null,
    },
    from: sourceOf(deciding),
  };
}

function sourceOf(deciding: Level['where']): RouteSource {
  const [first] = deciding;
  if (!first) return { type: 'none' };
  if (first.word !== undefined) return { type: 'word', word: first.word };
  const names = [...new Set(deciding.flatMap(({ name }) => name ?? []))];
  return names.length > 0 ? { type: 'categories', names } : { type: 'own' };
}
