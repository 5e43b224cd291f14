import type { Draft } from './draft.ts';

/** The settings as sections a person knows, to say which of them changed. */
export const sectionsOf = {
  stations: ['stations', 'expo'],
  routing: ['routing'],
  clock: ['thresholds'],
  times: ['readyInMinutes', 'suggestedMinutes', 'leadMinutes', 'dateFields'],
  hours: ['timeZone', 'hours', 'dayEndsAt'],
  words: ['allergyWords'],
  pickup: ['pickupNames'],
} as const satisfies Record<string, readonly (keyof Draft)[]>;
export type SectionName = keyof typeof sectionsOf;
export const sectionNames: readonly SectionName[] = [
  ...(['stations', 'routing', 'clock', 'times', 'hours', 'words', 'pickup'] as const),
];

/** The sections in which two differ. */
export function changedSections(a: Draft, b: Draft): SectionName[] {
  return sectionNames.filter((name) => sectionsOf[name].some((field) => !isSame(a[field], b[field])));
}

/**
 * What somebody edited put onto what somebody else saved meanwhile: what they did not touch is as it was saved. In the
 * routing each rule counts by itself, elsewhere a whole field.
 */
export function mergeDraft(base: Draft, mine: Draft, theirs: Draft): Draft {
  const pick = <F extends keyof Draft>(field: F): Draft[F] =>
    isSame(mine[field], base[field]) ? theirs[field] : mine[field];
  const rules = (field: 'categories' | 'products') =>
    mergeRules(base.routing[field], mine.routing[field], theirs.routing[field]);
  const words = isSame(mine.routing.words, base.routing.words) ? theirs.routing.words : mine.routing.words;
  return {
    stations: pick('stations'),
    expo: pick('expo'),
    routing: { categories: rules('categories'), products: rules('products'), words },
    thresholds: pick('thresholds'),
    allergyWords: pick('allergyWords'),
    timeZone: pick('timeZone'),
    hours: pick('hours'),
    dayEndsAt: pick('dayEndsAt'),
    leadMinutes: pick('leadMinutes'),
    readyInMinutes: pick('readyInMinutes'),
    suggestedMinutes: pick('suggestedMinutes'),
    dateFields: pick('dateFields'),
    pickupNames: pick('pickupNames'),
  };
}

type Rules = Draft['routing']['products'];

function mergeRules(base: Rules, mine: Rules, theirs: Rules): Rules {
  const merged = { ...theirs };
  for (const id of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (isSame(base[id], mine[id])) continue;
    const own = mine[id];
    if (own) merged[id] = own;
    else delete merged[id];
  }
  return merged;
}

/** Whether both say the same, in whichever order their fields stand. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
