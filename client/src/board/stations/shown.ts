import { expoStation, type KitchenSetup } from '@kasera/shared/kitchen.ts';

type Kitchen = Pick<KitchenSetup, 'stations'>;

/** What is called what on this screen. */
export interface StationWords {
  everything: string;
  expo: string;
}

/** "GRILL + COLD": what a screen shows, in the kitchen's order of stations; null where the kitchen has none. */
export function shownName(chosen: readonly string[] | null, { stations }: Kitchen, words: StationWords): string | null {
  if (stations.length === 0) return null;
  if (!chosen || chosen.length === 0) return words.everything;
  const names = stations.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  if (chosen.includes(expoStation)) names.push(words.expo);
  return names.length > 0 ? names.join(' + ') : words.everything;
}

/**
 * A tap on a station adds it, or takes it away; Expo, which shows whole orders, stands alone.
 * @returns what is chosen then; null: everything
 */
export function toggled(chosen: readonly string[] | null, station: string): readonly string[] | null {
  if (station === expoStation) return chosen?.includes(expoStation) ? null : [expoStation];
  const others = (chosen ?? []).filter((id) => id !== expoStation);
  const next = others.includes(station) ? others.filter((id) => id !== station) : [...others, station];
  return next.length > 0 ? next : null;
}

/**
 * Finds what was chosen here and is no station any more.
 * @returns what is left of the choice, and what is gone; null: nothing is
 */
export function withoutGone(
  chosen: readonly string[] | null,
  { stations }: Kitchen,
): { left: readonly string[] | null; gone: string[] } | null {
  if (!chosen) return null;
  const exists = (id: string) => (id === expoStation ? stations.length > 0 : stations.some((one) => one.id === id));
  const gone = chosen.filter((id) => !exists(id));
  if (gone.length === 0) return null;
  const left = chosen.filter(exists);
  return { left: left.length > 0 ? left : null, gone };
}
