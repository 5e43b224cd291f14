import type { Station } from '@kasera/shared/kitchen.ts';
import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { canBeReady, counterList, isNearlyReady } from './counter-list.ts';

const now = 3_600_000;
const stations: Station[] = [
  { id: 'grill', name: 'Grill' },
  { id: 'fry', name: 'Fry' },
];
const viewer = { screen: 's1', stations: null };
const at = (...ids: string[]) => ({ stations: ids, handOver: false, leadMinutes: null });
const drink = sampleItem({ id: 'd', name: 'Agua', route: { stations: [], handOver: true, leadMinutes: null } });
const burger = (parts: Partial<OrderItem> = {}) =>
  sampleItem({ id: 'b', name: 'Burger', route: at('grill'), ...parts });
const chips = (parts: Partial<OrderItem> = {}) => sampleItem({ id: 'c', name: 'Chips', route: at('fry'), ...parts });
const finished = { at: now, before: {} };
const order = (parts: Partial<Order> = {}) =>
  sampleOrder({ clockAt: now, statusAt: now, promisedAt: now + 1_800_000, items: [burger(), chips()], ...parts });
const list = (...orders: Order[]) => counterList(orders, now, { viewer, stations });
const ids = (orders: Order[]) => orders.map(({ id }) => id);

test('[BO6] an order is nearly ready when all parts but one are done, or all of them', () => {
  expect(isNearlyReady(order(), now, stations)).toBe(false);
  expect(isNearlyReady(order({ finished: { grill: finished } }), now, stations)).toBe(true);
  expect(isNearlyReady(order({ items: [burger({ done: true, doneQuantity: 1 }), chips()] }), now, stations)).toBe(true);
  expect(isNearlyReady(order({ finished: { grill: finished, fry: finished } }), now, stations)).toBe(true);
});

test('[BO6] an order of one part only is not nearly ready from its arrival', () => {
  expect(isNearlyReady(order({ items: [burger()] }), now, stations)).toBe(false);
  expect(isNearlyReady(order({ items: [sampleItem()] }), now, [])).toBe(false);
});

test('[BO6] what is due within three minutes is nearly ready, to the millisecond', () => {
  expect(isNearlyReady(order({ promisedAt: now + 180_000 }), now, stations)).toBe(true);
  expect(isNearlyReady(order({ promisedAt: now + 180_001 }), now, stations)).toBe(false);
  expect(isNearlyReady(order({ promisedAt: now - 60_000 }), now, stations)).toBe(true);
});

test('[BO6] an order whose driver is there stands at the counter however far it is', () => {
  expect(isNearlyReady(order({ rush: { at: now, why: 'driver' } }), now, stations)).toBe(true);
  expect(isNearlyReady(order({ rush: { at: now, why: 'rush' } }), now, stations)).toBe(false);
});

test('[BO2] an order with nothing to cook rings and is accepted at the counter; one with a dish is not', () => {
  const drinks = order({ id: 'o2', status: 'new', items: [drink] });
  expect(ids(list(order({ status: 'new' }), drinks).fresh)).toEqual(['o2']);
  expect(ids(list({ ...drinks, arrivedLate: true }).fresh)).toEqual([]);
  const accepted = { ...drinks, status: 'acknowledged' as const };
  expect(ids(list(accepted).nearly)).toEqual(['o2']);
  expect(canBeReady(accepted, stations)).toBe(true);
});

test('[BO6] the counter makes an order ready only where every part is made', () => {
  expect(canBeReady(order({ finished: { grill: finished } }), stations)).toBe(false);
  expect(canBeReady(order({ finished: { grill: finished, fry: finished } }), stations)).toBe(true);
  expect(canBeReady(order({ status: 'ready', finished: { grill: finished, fry: finished } }), stations)).toBe(false);
});

test('[BO6] ready: the one somebody stands there for first, then who has waited longest', () => {
  const ready = (id: string, readyAt: number, parts: Partial<Order> = {}) =>
    order({ id, status: 'ready', times: sampleTimes({ readyAt }), ...parts });
  const here = ready('c', now, { rush: { at: now, why: 'driver' } });
  expect(ids(list(ready('a', now - 1_000), ready('b', now - 9_000), here).ready)).toEqual(['c', 'b', 'a']);
});

test('[BO6] STOP stands here where it was cancelled while ready, until it is seen; what was cooking is for the line', () => {
  const cancelled = (was: 'ready' | 'preparing', parts: Partial<Order> = {}) =>
    order({ status: 'cancelled', stop: { at: now, was }, ...parts });
  expect(ids(list(cancelled('ready')).stops)).toEqual(['o1']);
  expect(ids(list(cancelled('preparing')).stops)).toEqual([]);
  expect(ids(list(cancelled('preparing', { rush: { at: now, why: 'driver' } })).stops)).toEqual(['o1']);
  expect(ids(list(cancelled('preparing', { items: [drink] })).stops)).toEqual(['o1']);
  expect(ids(list(order({ status: 'cancelled' })).stops)).toEqual([]);
});
