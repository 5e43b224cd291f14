import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings, RouteRule } from '@kasera/shared/kitchen-settings.ts';
import type { SnapshotItem } from '@kasera/shared/order.ts';

export interface RoutingGround {
  settings: Pick<KitchenSettings, 'stations' | 'routing'>;
  /** Ids of the categories a product is in by the shop's catalogue; none where it is not known. */
  categoriesOf(productId: string): readonly string[];
  /** A category's id and those above it, itself first. */
  categoryPath(categoryId: string): readonly string[];
}

type RoutedItem = Pick<SnapshotItem, 'productId' | 'variationId' | 'name'>;

/**
 * Tells where a line goes ([BO2]). The nearest that says so decides: a rule of the variation, of its product, of the
 * product's categories (of each the nearest one above it with a rule), the first word that fits its name. Several
 * categories are several stations. A rule that only gives a lead time says nothing of where; the nearest with a lead
 * time gives that, of several categories the longest.
 * @returns undefined: nothing is known of it, so no station claims it. A station that is not there (any more) claims
 * nothing.
 */
export function routeOf(item: RoutedItem, ground: RoutingGround): ItemRoute | undefined {
  const levels = levelsOf(item, ground);
  const deciding = levels.map(({ where }) => where).find((rules) => rules.length > 0) ?? [];
  const leads = levels.map((level) => level.leads).find((found) => found.length > 0);
  const leadMinutes = leads ? Math.max(...leads) : null;
  const handOver = deciding.length > 0 && deciding.every((rule) => rule.handOver);
  const named = new Set(deciding.flatMap((rule) => (rule.handOver ? [] : rule.stations)));
  const stations = ground.settings.stations.map(({ id }) => id).filter((id) => named.has(id));
  if (stations.length === 0 && !handOver && leadMinutes === null) return undefined;
  return { stations, handOver, leadMinutes };
}

/** What one kind of rule says of a line. */
interface Level {
  where: RouteRule[];
  leads: number[];
}

/** The nearest first. */
function levelsOf({ productId, variationId, name }: RoutedItem, ground: RoutingGround): Level[] {
  const { categories, products, words } = ground.settings.routing;
  const ruleOf = (id: string | null): RouteRule | undefined => (id === null ? undefined : products[id]);
  const paths = (productId === null ? [] : ground.categoriesOf(productId)).map((id) => ground.categoryPath(id));
  return [
    levelOf([ruleOf(variationId)]),
    levelOf([ruleOf(productId)]),
    together(paths.map((path) => levelOf(path.map((id) => categories[id])))),
    levelOf([byWord(name, words)]),
  ];
}

/** @param rules the nearest first; undefined: there is none */
function levelOf(rules: readonly (RouteRule | undefined)[]): Level {
  const given = rules.filter((rule) => rule !== undefined);
  const lead = given.find((rule) => rule.leadMinutes !== null)?.leadMinutes ?? null;
  return { where: given.filter(saysWhere).slice(0, 1), leads: lead === null ? [] : [lead] };
}

function together(levels: readonly Level[]): Level {
  return { where: levels.flatMap(({ where }) => where), leads: levels.flatMap(({ leads }) => leads) };
}

type WordRules = KitchenSettings['routing']['words'];

/** The first whose word stands in the name. */
function byWord(name: string, words: WordRules): RouteRule | undefined {
  if (words.length === 0) return undefined;
  const said = ` ${plain(name)} `;
  const at = plainWords(words).findIndex((word) => word !== '' && said.includes(` ${word} `));
  return words[at]?.route;
}

const known = new WeakMap<WordRules, string[]>();

/** Two hundred words for each line of each order would cost more than all the rest of it. */
function plainWords(words: WordRules): string[] {
  const plained = known.get(words) ?? words.map(({ word }) => plain(word));
  known.set(words, plained);
  return plained;
}

/** One that says nothing at all says that nobody is to claim it. */
function saysWhere({ stations, handOver, leadMinutes }: RouteRule): boolean {
  return stations.length > 0 || handOver || leadMinutes === null;
}

/** Whole words without accents and capitals. */
function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Whether both send a line to the same place, with the same lead time. */
export function isSameRoute(a: ItemRoute | undefined, b: ItemRoute | undefined): boolean {
  const [one, other] = [a ?? nowhere, b ?? nowhere];
  return (
    one.handOver === other.handOver &&
    one.leadMinutes === other.leadMinutes &&
    one.stations.length === other.stations.length &&
    one.stations.every((id) => other.stations.includes(id))
  );
}

/** What is told of a line no station claims. */
export const nowhere: ItemRoute = { stations: [], handOver: false, leadMinutes: null };
