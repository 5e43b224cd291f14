import { expect, test } from 'vitest';
import type { Order } from '@kasera/shared/order.ts';
import { sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { lateBy, latenessOf } from './lateness.ts';

const promisedAt = 1_000;
const ready = (at: number): Partial<Order> => ({ status: 'ready', times: sampleTimes({ readyAt: at }) });

const table: [what: string, order: Partial<Order>, lateMs: number | null, lateFrom: number | null][] = [
  ['nothing was promised', { promisedAt: null }, null, null],
  ['being cooked', {}, null, 1_000],
  ['not answered, its guest’s time', { status: 'new' }, null, 1_000],
  ['ready in time', ready(1_000), null, null],
  ['ready too late', ready(1_700), 700, null],
  ['handed over, ready too late', { ...ready(1_700), status: 'completed', statusAt: 9_000 }, 700, null],
  ['handed over without a bump', { status: 'completed', times: sampleTimes({ completedAt: 1_300 }) }, 300, null],
  ['recalled: it is open again', { status: 'preparing', times: sampleTimes({ readyAt: 1_700 }) }, null, 1_000],
  ['cancelled', { status: 'cancelled' }, null, null],
  ['a test', { ...ready(1_700), test: true }, null, null],
  ['put away at the day’s end', { ...ready(1_700), status: 'completed', notClosed: true }, null, null],
  ['old news nobody has answered', { status: 'new', arrivedLate: true }, null, null],
  ['old news that was accepted', { arrivedLate: true }, null, 1_000],
  ['a draft', { status: 'unreleased' }, null, null],
];

test.each(table)('[SC3b] lateness of an order: %s', (_what, order, lateMs, lateFrom) => {
  expect(latenessOf(sampleOrder({ promisedAt, ...order }))).toEqual({ lateMs, lateFrom });
});

test('[SC3b] an open one is late by now, with the first moment past its promise', () => {
  const open = { lateMs: null, lateFrom: 1_000 };
  expect([lateBy(open, 1_000), lateBy(open, 1_001)]).toEqual([null, 1]);
  expect(lateBy({ lateMs: 700, lateFrom: null }, 9_000)).toBe(700);
});
