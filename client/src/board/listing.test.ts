import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { finishedAt, listOrders } from './listing.ts';

const whole = { screen: 's', stations: null };
const grill = { screen: 's', stations: ['grill'] };
const dish = (id: string, ...stations: string[]) =>
  sampleItem({ id, route: { stations, handOver: false, leadMinutes: null } });
const ids = (orders: readonly Order[]) => orders.map(({ id }) => id);

test('[BO1] what is rushed stands first, in the columns and among the new ones', () => {
  const rush = { at: 5, why: 'rush' as const };
  const { main, fresh } = listOrders(
    [
      sampleOrder({ id: 'a', dueAt: 1 }),
      sampleOrder({ id: 'b', dueAt: 9, rush }),
      sampleOrder({ id: 'n', status: 'new', clockAt: 1 }),
      sampleOrder({ id: 'm', status: 'new', clockAt: 9, rush }),
    ],
    0,
    whole,
  );
  expect([ids(main), ids(fresh)]).toEqual([
    ['b', 'a'],
    ['m', 'n'],
  ]);
});

test('[BO2] a station has what it has a part in; its bumped part is done there, and only there', () => {
  const items = [dish('g', 'grill'), dish('c', 'cold')];
  const orders = [
    sampleOrder({ id: 'both', items }),
    sampleOrder({ id: 'cold', items: [dish('c', 'cold')] }),
    sampleOrder({ id: 'bumped', items, finished: { grill: { at: 7, before: {} } } }),
    sampleOrder({ id: 'unclaimed', items: [sampleItem()] }),
  ];
  const own = listOrders(orders, 0, grill);
  expect([ids(own.main), ids(own.done)]).toEqual([['both', 'unclaimed'], ['bumped']]);
  expect(ids(listOrders(orders, 0, whole).main)).toEqual(['both', 'bumped', 'cold', 'unclaimed']);
});

test('[BO2] an order with nothing to cook stands in NEW on whole screens, and on no station’s', () => {
  const drink = sampleItem({ route: { stations: [], handOver: true, leadMinutes: null } });
  const orders = [sampleOrder({ id: 'drinks', status: 'new', items: [drink] })];
  expect(ids(listOrders(orders, 0, whole).fresh)).toEqual(['drinks']);
  expect(listOrders(orders, 0, grill).fresh).toEqual([]);
});

test('[BO5] Later is in the order in which it comes to the board, and says when that is', () => {
  const orders = [sampleOrder({ id: 'b', fireAt: 900 }), sampleOrder({ id: 'a', fireAt: 500, dueAt: 2_000 })];
  const before = listOrders(orders, 499, whole);
  expect([ids(before.later), before.nextFireAt, before.main.length]).toEqual([['a', 'b'], 500, 0]);
  const after = listOrders(orders, 500, whole);
  expect([ids(after.later), after.nextFireAt, ids(after.main)]).toEqual([['b'], 900, ['a']]);
  expect(listOrders([], 0, whole).nextFireAt).toBe(Infinity);
});

test('[BO4] Done goes by when this screen finished it: its own bump, else when the order was ready', () => {
  const items = [dish('g', 'grill'), dish('c', 'cold')];
  const finished = { grill: { at: 50, before: {} }, cold: { at: 80, before: {} } };
  const early = sampleOrder({ id: 'early', status: 'ready', items, finished, times: sampleTimes({ readyAt: 90 }) });
  const late = sampleOrder({ id: 'late', status: 'ready', items, times: sampleTimes({ readyAt: 60 }) });
  expect([finishedAt(early, grill), finishedAt(early, whole), finishedAt(late, grill)]).toEqual([50, 90, 60]);
  expect(ids(listOrders([early, late], 100, grill).done)).toEqual(['late', 'early']);
  expect(ids(listOrders([early, late], 100, whole).done)).toEqual(['early', 'late']);
});
