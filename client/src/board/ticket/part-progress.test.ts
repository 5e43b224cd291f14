import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { arePartsApart, progressFor, progressInShort } from './part-progress.ts';

const stations = [
  { id: 'grill', name: 'GRILL' },
  { id: 'cold', name: 'COLD' },
  { id: 'oven', name: 'OVEN' },
];
const at = (...ids: string[]) => ({ stations: ids, handOver: false, leadMinutes: null });
const items = [
  sampleItem({ id: 'a', route: at('grill') }),
  sampleItem({ id: 'b', route: at('cold'), doneQuantity: 1, done: true }),
];
const said = (order: Order, own: string[] | null, kitchen = stations) =>
  progressFor(order, { screen: 's1', stations: own }, { stations: kitchen }).map(
    ({ station, left }) => `${station.name} ${left}`,
  );

test("[TK2] a station's ticket tells how far the others with a part are, Expo's how far all are", () => {
  const order = sampleOrder({ items });
  expect(said(order, ['grill'])).toEqual(['COLD 0']);
  expect(said(order, ['cold', 'oven'])).toEqual(['GRILL 1']);
  expect(said(order, ['expo'])).toEqual(['GRILL 1', 'COLD 0']);
  expect(said(order, null)).toEqual(['GRILL 1', 'COLD 0']);
});

test('[TK2] the only part of an order has no button of its own where the bar says the same', () => {
  const apart = (order: Order, expo: boolean) =>
    arePartsApart(progressFor(order, { screen: 's1', stations: ['expo'] }, { stations }), { expo });
  const one = sampleOrder({ items: items.slice(0, 1) });
  expect(apart(sampleOrder({ items }), false)).toBe(true);
  expect(apart(one, false)).toBe(false);
});

test('[BO2][BO4] where Expo says READY every part has its button, and a bumped one always: it can be taken back', () => {
  const all = { screen: 's1', stations: null };
  const one = sampleOrder({ items: items.slice(0, 1) });
  expect(arePartsApart(progressFor(one, all, { stations }), { expo: true })).toBe(true);
  const bumped = { ...one, finished: { grill: { at: 1, before: {} } } };
  expect(arePartsApart(progressFor(bumped, all, { stations }), { expo: false })).toBe(true);
});

test('[TK2] says nothing of stations before acceptance, on a STOP, and where the kitchen has none', () => {
  expect(said(sampleOrder({ items, status: 'new' }), ['grill'])).toEqual([]);
  expect(said(sampleOrder({ items, stop: { at: 0, was: 'preparing' } }), ['grill'])).toEqual([]);
  expect(said(sampleOrder({ items }), null, [])).toEqual([]);
});

test('[TK2] names few stations; of many, three that are waited for and how many more are open and done', () => {
  const progress = (lefts: number[]) =>
    lefts.map((left, index) => ({ station: { id: `s${index}`, name: `S${index}` }, left, done: 0, finished: false }));
  const short = (lefts: number[]) => {
    const { named, moreOpen, moreDone } = progressInShort(progress(lefts));
    return [named.map(({ station }) => station.name).join(' '), moreOpen, moreDone];
  };
  expect(short([1, 0, 2, 0])).toEqual(['S0 S1 S2 S3', 0, 0]);
  expect(short([0, 1, 1, 0, 2, 1])).toEqual(['S1 S2 S4', 1, 2]);
  expect(short([0, 0, 0, 0, 0])).toEqual(['', 0, 5]);
});
