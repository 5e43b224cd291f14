import type { Order } from '@kasera/shared/order.ts';
import { sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { pickupList } from './pickup-list.ts';

const now = 10 * 3_600_000;
const minute = 60_000;
const order = (id: string, parts: Partial<Order> = {}) =>
  sampleOrder({ id, number: id, kind: 'pickup', clockAt: now, statusAt: now, ...parts });
const ready = (id: string, minutesAgo: number) =>
  order(id, { status: 'ready', times: sampleTimes({ readyAt: now - minutesAgo * minute }) });
const numbers = (called: { number: string }[]) => called.map(({ number }) => number);

test('[SC1] shows what is accepted and being made, the next one first, and what is ready, the last one first', () => {
  const list = pickupList(
    [order('1', { dueAt: 9 }), order('2', { dueAt: 5, status: 'preparing' }), ready('3', 5), ready('4', 1)],
    now,
    false,
  );
  expect([numbers(list.preparing), numbers(list.ready)]).toEqual([
    ['2', '1'],
    ['4', '3'],
  ]);
});

test('[SC1] new, handed over, cancelled and delivered orders, and those for later, are no guest’s in the room', () => {
  const orders = [
    order('1', { status: 'new' }),
    order('2', { status: 'completed' }),
    order('3', { status: 'cancelled', stop: { at: now, was: 'ready' } }),
    order('4', { kind: 'delivery' }),
    order('5', { fireAt: now + minute }),
  ];
  expect(pickupList(orders, now, false)).toEqual({ preparing: [], ready: [], waiting: [] });
});

test('[SC1] ready for twenty minutes it is said small, for an hour not at all', () => {
  const list = pickupList([ready('1', 19), ready('2', 20), ready('3', 59), ready('4', 60)], now, false);
  expect([numbers(list.ready), numbers(list.waiting)]).toEqual([['1'], ['2', '3']]);
});

test('[SC1] a name stands there only where the owner wants it', () => {
  const orders = [order('1', { guest: { name: 'Ana' } })];
  expect(pickupList(orders, now, false).preparing[0]?.name).toBe('');
  expect(pickupList(orders, now, true).preparing[0]?.name).toBe('Ana');
});
