import { expoStation, type Station } from '@kasera/shared/kitchen.ts';
import type { KitchenSettings, RouteRule } from '@kasera/shared/kitchen-settings.ts';

/** Edits of the settings before they are saved. Each gives the settings anew and leaves the old as they were. */

export type Draft = KitchenSettings;
export type Change = (draft: Draft) => Draft;
type Routing = Draft['routing'];
/** What a rule of routing stands at. */
export type RoutePlace =
  { type: 'category'; id: string } | { type: 'product'; id: string } | { type: 'word'; index: number };

export const noRule: RouteRule = { stations: [], handOver: false, leadMinutes: null };

/** Adds one with a new id made of its name; a name that is taken changes nothing. */
export function addStation(draft: Draft, name: string): Draft {
  const called = name.trim().slice(0, 30);
  const isTaken = draft.stations.some((station) => station.name.toLowerCase() === called.toLowerCase());
  if (called === '' || isTaken) return draft;
  return { ...draft, stations: [...draft.stations, { id: newStationId(called, draft), name: called }] };
}

/**
 * What an id may be of a name. An id that some rule still names is not given again: its dishes would come back to a
 * station that only happens to be called the same.
 */
function newStationId(name: string, { stations, routing }: Draft): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = bare.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const base = (slug || 'station').slice(0, 30);
  const taken = new Set([expoStation, ...stations.map(({ id }) => id), ...rulesOf(routing).flatMap((r) => r.stations)]);
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

export function renameStation(draft: Draft, id: string, name: string): Draft {
  return { ...draft, stations: draft.stations.map((one) => (one.id === id ? { ...one, name } : one)) };
}

/** Earlier (-1) or later (1) in the kitchen's order of stations. */
export function moveStation(draft: Draft, id: string, by: -1 | 1): Draft {
  return {
    ...draft,
    stations: moved(
      draft.stations,
      draft.stations.findIndex((one) => one.id === id),
      by,
    ),
  };
}

/** Takes it away, and its name out of every rule; a rule that said nothing else goes, and what it stood at inherits. */
export function removeStation(draft: Draft, id: string): Draft {
  const { categories, products, words } = draft.routing;
  const without = (rule: RouteRule): RouteRule | null => {
    if (!rule.stations.includes(id)) return rule;
    const left = { ...rule, stations: rule.stations.filter((one) => one !== id) };
    return left.stations.length > 0 || left.leadMinutes !== null ? left : null;
  };
  return {
    ...draft,
    stations: draft.stations.filter((station) => station.id !== id),
    routing: {
      categories: eachRule(categories, without),
      products: eachRule(products, without),
      words: words.flatMap(({ word, route }) => {
        const left = without(route);
        return left ? [{ word, route: left }] : [];
      }),
    },
  };
}

function eachRule(rules: Routing['products'], change: (rule: RouteRule) => RouteRule | null): Routing['products'] {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([id, rule]) => {
      const left = change(rule);
      return left ? [[id, left]] : [];
    }),
  );
}

function rulesOf({ categories, products, words }: Routing): RouteRule[] {
  return [...Object.values(categories), ...Object.values(products), ...words.map(({ route }) => route)];
}

/** Puts a rule where it belongs; null: what stands there goes as what is above it says. */
export function setRule(draft: Draft, place: RoutePlace, rule: RouteRule | null): Draft {
  const { routing } = draft;
  if (place.type === 'word') {
    const words = routing.words.map((one, at) => (at === place.index ? { ...one, route: rule ?? noRule } : one));
    return { ...draft, routing: { ...routing, words } };
  }
  const field = place.type === 'category' ? 'categories' : 'products';
  const { [place.id]: _was, ...others } = routing[field];
  return { ...draft, routing: { ...routing, [field]: rule ? { ...others, [place.id]: rule } : others } };
}

export function ruleAt({ routing }: Pick<Draft, 'routing'>, place: RoutePlace): RouteRule | undefined {
  if (place.type === 'word') return routing.words[place.index]?.route;
  return place.type === 'category' ? routing.categories[place.id] : routing.products[place.id];
}

/** The stations with one more or less; whoever makes it, it is no longer only handed over. */
export function toggled(rule: Pick<RouteRule, 'stations'>, station: Station['id']): RouteRule['stations'] {
  return rule.stations.includes(station) ? rule.stations.filter((one) => one !== station) : [...rule.stations, station];
}

/** Adds a word; one that is there already changes nothing. */
export function addWord(draft: Draft, word: string, stations: string[] = []): Draft {
  const { routing } = draft;
  const text = word.trim().slice(0, 60);
  const isThere = routing.words.some((one) => one.word.toLowerCase() === text.toLowerCase());
  if (text.length < 2 || isThere) return draft;
  return {
    ...draft,
    routing: { ...routing, words: [...routing.words, { word: text, route: { ...noRule, stations } }] },
  };
}

export function removeWord(draft: Draft, index: number): Draft {
  return { ...draft, routing: { ...draft.routing, words: draft.routing.words.filter((_, at) => at !== index) } };
}

/** The first word that fits decides, so their order matters. */
export function moveWord(draft: Draft, index: number, by: -1 | 1): Draft {
  return { ...draft, routing: { ...draft.routing, words: moved(draft.routing.words, index, by) } };
}

function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const one = list[index];
  const next = [...list];
  if (one === undefined || index + by < 0 || index + by >= list.length) return next;
  next.splice(index, 1);
  next.splice(index + by, 0, one);
  return next;
}
