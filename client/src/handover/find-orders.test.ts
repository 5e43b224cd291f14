import type { Order } from '@kasera/shared/order.ts';
import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { findOrders } from './find-orders.ts';

const now = 24 * 3_600_000;
const order = (number: string, parts: Partial<Order> = {}) =>
  sampleOrder({ id: number, number, statusAt: now, guest: { name: 'Ana R.' }, ...parts });
const found = (words: string, ...orders: Order[]) => findOrders(orders, words, now).map(({ number }) => number);

test('[BO6] digits find a number by its end first, then anywhere; the exact one before all', () => {
  expect(found('42', order('4200'), order('1042'), order('42'))).toEqual(['42', '1042', '4200']);
  expect(found('#1042', order('1042'))).toEqual(['1042']);
  expect(found('7', order('1042'))).toEqual([]);
});

test('[BO6] a name is found by its beginning, without case and accents', () => {
  expect(found('jose', order('1', { guest: { name: 'José M.' } }), order('2'))).toEqual(['1']);
  expect(found('m', order('1', { guest: { name: 'José M.' } }))).toEqual(['1']);
});

test('[BO6] what still has to be handed over comes before what was fetched, and yesterday is not found', () => {
  const fetched = order('142', { status: 'completed' });
  expect(found('42', fetched, order('242', { status: 'ready' }))).toEqual(['242', '142']);
  expect(found('42', { ...fetched, statusAt: now - 7 * 3_600_000 })).toEqual([]);
  expect(found('42', order('342', { status: 'unreleased' }))).toEqual([]);
});

test('[BO6] nothing typed finds nothing', () => {
  expect(found('  ', order('1042'))).toEqual([]);
  expect(found('#', order('1042'))).toEqual([]);
});
