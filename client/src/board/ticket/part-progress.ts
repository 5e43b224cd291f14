import type { Order } from '@kasera/shared/order.ts';
import { progressOf, showsAll, type StationProgress, type Viewer } from '@kasera/shared/parts.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';

/**
 * The progress a ticket tells of: of every station with a part where whole orders are shown, else of the others. Nothing
 * before the order is accepted, of a STOP, and in a kitchen without stations.
 */
export function progressFor(order: Order, viewer: Viewer, rules: Pick<KitchenRules, 'stations'>): StationProgress[] {
  if (order.stop || (order.status !== 'acknowledged' && order.status !== 'preparing')) return [];
  const all = progressOf(order, rules.stations);
  return showsAll(viewer) ? all : all.filter(({ station }) => !viewer.stations?.includes(station.id));
}

/**
 * Whether each part can be finished, and taken back, by itself where whole orders are shown. Where the bar of the only
 * part's order finishes that part and nothing else, there is no second button for it until it is to be taken back; with
 * an Expo the bar says more: that the order is ready.
 */
export function arePartsApart(progress: readonly StationProgress[], { expo }: Pick<KitchenRules, 'expo'>): boolean {
  return expo || progress.length > 1 || progress.some(({ finished }) => finished);
}

/** What a station's screen says of the others: in one line, however many they are. */
export interface ProgressWords {
  /** By name. */
  named: readonly StationProgress[];
  /** Only counted: those that still have something to make, and those that have not. */
  moreOpen: number;
  moreDone: number;
}

const mostNamed = 4;

/** Names them all where they are few; else those that are waited for, as far as there is room. */
export function progressInShort(progress: readonly StationProgress[]): ProgressWords {
  if (progress.length <= mostNamed) return { named: progress, moreOpen: 0, moreDone: 0 };
  const open = progress.filter(({ left }) => left > 0);
  const named = open.slice(0, mostNamed - 1);
  return { named, moreOpen: open.length - named.length, moreDone: progress.length - open.length };
}
