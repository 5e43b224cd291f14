import type { ItemRoute } from './kitchen.ts';
import type { KitchenSettings, RouteRule } from './kitchen-settings.ts';

/** A line as far as it is routed by. `categoryIds`: those of its product by the shop's catalogue; none: not known. */
export interface RoutedLine {
  productId: string | null;
  variationId: string | null;
  name: string;
  categoryIds: readonly string[];
}

/** What an owner set. A station that is not there (any more) claims nothing. */
export type RoutingRules = Pick<KitchenSettings, 'stations' | 'routing'>;

/** A category's id and those above it, itself first. */
export type CategoryPath = (categoryId: string) => readonly string[];

/** Where a rule stands that said where. */
export type RuleSource = { at: 'variation' | 'product' | 'category'; id: string } | { at: 'word'; word: string };

export interface Routing {
  /** As `nowhere` where no rule says anything. */
  route: ItemRoute;
  /** What decided where; several categories may have. Empty: nothing did, so no station claims it. */
  by: RuleSource[];
}

/** What is told of a line no station claims. */
export const nowhere: ItemRoute = { stations: [], handOver: false, leadMinutes: null };

/**
 * Tells where a line goes ([BO2]). The nearest that says so decides: a rule of the variation, of its product, of the
 * product's categories (of each the nearest one above it with a rule), the first word that fits its name. Several
 * categories are several stations. A rule that only gives a lead time says nothing of where; the nearest with a lead
 * time gives that, of several categories the longest.
 */
export function routeLine(line: RoutedLine, rules: RoutingRules, categoryPath: CategoryPath): Routing {
  const { categories, products, words } = rules.routing;
  const own = (at: 'variation' | 'product', id: string | null) =>
    levelOf(id === null ? [] : [{ rule: products[id], source: { at, id } }]);
  return resolved(
    [
      own('variation', line.variationId),
      own('product', line.productId),
      together(line.categoryIds.map((id) => categoryLevel(categoryPath(id), categories))),
      wordLevel(line.name, words),
    ],
    rules,
  );
}

/** Where the dishes of a category go that say nothing themselves. @param path the category and those above it */
export function routeCategory(path: readonly string[], rules: RoutingRules): Routing {
  return resolved([categoryLevel(path, rules.routing.categories)], rules);
}

/** Whether a rule says where something goes; one that says nothing at all says that nobody is to claim it. */
export function saysWhere({ stations, handOver, leadMinutes }: RouteRule): boolean {
  return stations.length > 0 || handOver || leadMinutes === null;
}

/** Whole words without accents and capitals. */
export function plainWords(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether both send a line to the same place, with the same lead time and brand; undefined: nothing is known of it. */
export function isSameRoute(a: ItemRoute | undefined, b: ItemRoute | undefined): boolean {
  const [one, other] = [a ?? nowhere, b ?? nowhere];
  return (
    one.handOver === other.handOver &&
    one.leadMinutes === other.leadMinutes &&
    one.brand === other.brand &&
    one.stations.length === other.stations.length &&
    one.stations.every((id) => other.stations.includes(id))
  );
}

interface Found {
  rule: RouteRule;
  source: RuleSource;
}

/** What one kind of rule says of a line. */
interface Level {
  where: Found[];
  leads: number[];
}

/** @param nearestFirst places a rule may stand at; undefined: there is none */
function levelOf(nearestFirst: readonly { rule: RouteRule | undefined; source: RuleSource }[]): Level {
  const given = nearestFirst.flatMap(({ rule, source }) => (rule ? [{ rule, source }] : []));
  const lead = given.find(({ rule }) => rule.leadMinutes !== null)?.rule.leadMinutes ?? null;
  return { where: given.filter(({ rule }) => saysWhere(rule)).slice(0, 1), leads: lead === null ? [] : [lead] };
}

function categoryLevel(path: readonly string[], categories: KitchenSettings['routing']['categories']): Level {
  return levelOf(path.map((id) => ({ rule: categories[id], source: { at: 'category', id } })));
}

function together(levels: readonly Level[]): Level {
  return { where: levels.flatMap(({ where }) => where), leads: levels.flatMap(({ leads }) => leads) };
}

type WordRules = KitchenSettings['routing']['words'];

/** The first whose word stands in the name. */
function wordLevel(name: string, words: WordRules): Level {
  if (words.length === 0) return levelOf([]);
  const said = ` ${plainWords(name)} `;
  const found = words[plained(words).findIndex((word) => word !== '' && said.includes(` ${word} `))];
  return levelOf(found ? [{ rule: found.route, source: { at: 'word', word: found.word } }] : []);
}

const known = new WeakMap<WordRules, string[]>();

/** Two hundred words for each line of each order would cost more than all the rest of it. */
function plained(words: WordRules): string[] {
  const kept = known.get(words) ?? words.map(({ word }) => plainWords(word));
  known.set(words, kept);
  return kept;
}

function resolved(levels: readonly Level[], { stations }: RoutingRules): Routing {
  const deciding = levels.map(({ where }) => where).find((found) => found.length > 0) ?? [];
  const leads = levels.map((level) => level.leads).find((found) => found.length > 0);
  const named = new Set(deciding.flatMap(({ rule }) => (rule.handOver ? [] : rule.stations)));
  return {
    route: {
      stations: stations.map(({ id }) => id).filter((id) => named.has(id)),
      handOver: deciding.length > 0 && deciding.every(({ rule }) => rule.handOver),
      leadMinutes: leads ? Math.max(...leads) : null,
    },
    by: deciding.map(({ source }) => source),
  };
}
