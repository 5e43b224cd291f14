import { expoStation, type Station } from './kitchen.ts';
import type { FinishedPart, Order, OrderItem } from './order.ts';

/**
 * Which part of an order is whose ([BO2]). An item belongs to one station, to several (each makes its share), to
 * hand-over only, or to nobody: then every screen shows it, because nothing may be filtered into nowhere.
 */

/** Who looks: which screen, and what it was set to show. */
export interface Viewer {
  /** The screen's id. */
  screen: string;
  /** The stations it shows, `expo` among them where it was chosen; null: everything. */
  stations: readonly string[] | null;
  /** No live screen shows whole orders: what needs no cooking stands here too, so that it stands somewhere. */
  standsIn?: boolean;
}

/** Whether it shows whole orders: it has chosen nothing, or Expo. */
export function showsAll({ stations }: Pick<Viewer, 'stations'>): boolean {
  return stations === null || stations.length === 0 || stations.includes(expoStation);
}

/** On the ticket, not only still shown struck through. */
export function isLive(item: Pick<OrderItem, 'change'>): boolean {
  return item.change?.type !== 'removed';
}

type Routed = Pick<OrderItem, 'route'>;

/** The stations that make it; none for what is only handed over, or claimed by nobody. */
export function stationsOf({ route }: Routed): readonly string[] {
  return route && !route.handOver ? route.stations : [];
}

/** Nothing to cook: a drink. */
export function isHandOverOnly({ route }: Routed): boolean {
  return route?.handOver === true;
}

/** No station makes it, and it is to be made: every screen shows it. */
export function isUnclaimed(item: Routed): boolean {
  return !isHandOverOnly(item) && stationsOf(item).length === 0;
}

/** How much of it that station has made. */
export function doneAt(item: OrderItem, station: string): number {
  return Math.max(item.doneQuantity, ownEntry(item.doneBy, station) ?? 0);
}

/** That station's part as it was bumped; undefined: it is open, or it has none. */
export function finishedPart({ finished }: Pick<Order, 'finished'>, station: string): FinishedPart | undefined {
  return ownEntry(finished, station);
}

/** Stations are anybody's words: one called "constructor" is only what was said of it. */
function ownEntry<V>(record: Record<string, V> | undefined, key: string): V | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Whether that station has nothing left to do on it. */
export function isDoneAt(item: OrderItem, station: string): boolean {
  return doneAt(item, station) >= item.quantity;
}

/** Whether it is on that screen's ticket as work of its own. */
export function concerns(item: Routed, viewer: Pick<Viewer, 'stations'>): boolean {
  if (showsAll(viewer)) return true;
  return isUnclaimed(item) || stationsOf(item).some((station) => viewer.stations?.includes(station));
}

/** Done as far as that screen's stations go. */
export function isDoneFor(item: OrderItem, viewer: Pick<Viewer, 'stations'>): boolean {
  if (item.done || showsAll(viewer)) return item.done;
  const own = stationsOf(item).filter((station) => viewer.stations?.includes(station));
  return own.length > 0 && own.every((station) => isDoneAt(item, station));
}

/** The stations with a part in the order, each once. What was removed, and is only still struck through, counts too. */
export function partStations(order: Pick<Order, 'items'>): string[] {
  return [...new Set(order.items.flatMap(stationsOf))];
}

/** Whether that screen has anything to do with the order. */
export function hasPart(order: Pick<Order, 'items'>, viewer: Pick<Viewer, 'stations'>): boolean {
  if (showsAll(viewer) || order.items.length === 0) return true;
  return order.items.some((item) => !isHandOverOnly(item) && concerns(item, viewer));
}

/** Whether that station's screen shows an order because nobody else would: nothing of it is cooked. */
export function standsInFor(order: Pick<Order, 'items'>, { standsIn = false }: Pick<Viewer, 'standsIn'>): boolean {
  return standsIn && isNothingToCook(order);
}

/** Whether nothing of it is cooked: it goes straight to hand-over. */
export function isNothingToCook({ items }: Pick<Order, 'items'>): boolean {
  const live = items.filter(isLive);
  return live.length > 0 && live.every(isHandOverOnly);
}

/** The stations a screen answers for in that order: those it shows that have a part. All of them for a whole screen. */
export function ownStations(order: Pick<Order, 'items'>, viewer: Pick<Viewer, 'stations'>): string[] {
  const parts = partStations(order);
  return showsAll(viewer) ? parts : parts.filter((station) => viewer.stations?.includes(station));
}

/** Whether that screen's part was bumped and nothing came up since. What nobody claims, one bump finishes for all. */
export function isPartFinished(order: Order, viewer: Pick<Viewer, 'stations'>): boolean {
  if (showsAll(viewer) || hasUnclaimedOpen(order)) return false;
  const own = ownStations(order, viewer);
  return own.length > 0 ? own.every((station) => finishedPart(order, station)) : order.finished !== undefined;
}

/** Whether every station with a part bumped it; of an order nobody claims: whether anybody did. */
export function isEveryPartFinished(order: Order): boolean {
  if (hasUnclaimedOpen(order)) return false;
  const parts = partStations(order);
  return parts.length > 0 ? parts.every((station) => finishedPart(order, station)) : order.finished !== undefined;
}

function hasUnclaimedOpen({ items }: Pick<Order, 'items'>): boolean {
  return items.some((item) => isLive(item) && isUnclaimed(item) && !item.done);
}

export interface StationProgress {
  station: Station;
  /** Lines it still has to make, and has made. */
  left: number;
  done: number;
  /** It was bumped. */
  finished: boolean;
}

/** How far each station with a part is, in the kitchen's order of stations. One that does not exist any more is left out. */
export function progressOf(order: Order, stations: readonly Station[]): StationProgress[] {
  return stations.flatMap((station) => {
    const items = order.items.filter((item) => isLive(item) && stationsOf(item).includes(station.id));
    if (items.length === 0) return [];
    const done = items.filter((item) => isDoneAt(item, station.id)).length;
    const finished = finishedPart(order, station.id) !== undefined;
    return [{ station, left: items.length - done, done, finished }];
  });
}
