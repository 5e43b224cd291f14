import { isSeenAt } from '@kasera/shared/decide/marks.ts';
import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { isNothingToCook, type Viewer } from '@kasera/shared/parts.ts';
import { byDueAt, listOf } from '@kasera/shared/tickets.ts';
import { openParts } from './open-parts.ts';

/** What the counter has before it, each list in the order it is to be looked at. */
export interface CounterList {
  /** Cancelled after it was put together, or while somebody waits for it: not to be handed over. */
  stops: Order[];
  /** New, with nothing to cook: they ring here and are accepted here. */
  fresh: Order[];
  /** The one somebody stands there for first, then who has waited longest. */
  ready: Order[];
  /** The next to be put together. */
  nearly: Order[];
}

const nearlyWithinMs = 3 * 60_000;

/**
 * Sorts what concerns the counter out of everything the kitchen has ([BO6]).
 * @param now epoch milliseconds by the server's clock
 */
export function counterList(
  orders: readonly Order[],
  now: number,
  { viewer, stations }: { viewer: Viewer; stations: readonly Station[] },
): CounterList {
  return {
    stops: orders.filter((order) => isCounterStop(order, now, viewer)).toSorted(byStop),
    fresh: orders.filter((order) => isFresh(order, now)).toSorted((a, b) => a.clockAt - b.clockAt || byDueAt(a, b)),
    ready: orders.filter((order) => order.status === 'ready').toSorted(byReady),
    nearly: orders.filter((order) => isNearlyReady(order, now, stations)).toSorted(byDueAt),
  };
}

/** Whether a new order is answered at the counter: nobody at the line has anything to do for it. */
export function isFresh(order: Order, now: number): boolean {
  return listOf(order, now) === 'new' && isNothingToCook(order);
}

/** All parts but one are done, or nothing of it is cooked, or it is due within three minutes, or its driver is there. */
export function isNearlyReady(order: Order, now: number, stations: readonly Station[]): boolean {
  if (listOf(order, now) !== 'cooking') return false;
  if (order.rush?.why === 'driver' || isNothingToCook(order)) return true;
  if (order.promisedAt !== null && order.promisedAt - now <= nearlyWithinMs) return true;
  const { open, all } = openParts(order, stations);
  return open === 0 || (open === 1 && all > 1);
}

/** Whether the counter itself may say that it is ready: every part is made, and somebody only has to put it together. */
export function canBeReady(order: Order, stations: readonly Station[]): boolean {
  if (order.status !== 'acknowledged' && order.status !== 'preparing') return false;
  return isNothingToCook(order) || openParts(order, stations).open === 0;
}

function isCounterStop(order: Order, now: number, viewer: Viewer): boolean {
  if (!order.stop || listOf(order, now) !== 'stop' || isSeenAt(order, viewer)) return false;
  return order.stop.was === 'ready' || order.rush?.why === 'driver' || isNothingToCook(order);
}

function byStop(a: Order, b: Order): number {
  return (a.stop?.at ?? 0) - (b.stop?.at ?? 0) || (a.id < b.id ? -1 : 1);
}

function byReady(a: Order, b: Order): number {
  const first = Number(b.rush?.why === 'driver') - Number(a.rush?.why === 'driver');
  return first || readySince(a) - readySince(b) || (a.id < b.id ? -1 : 1);
}

/** Since when it stands there. */
export function readySince({ times, statusAt }: Order): number {
  return times.readyAt ?? statusAt;
}
