import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { standingMarks } from './standing-marks.ts';

const viewer = { screen: 's1', stations: null };
const items = [sampleItem({ id: 'a', change: { type: 'added' } })];

test('[TK6] a ticket says that it changed and how it is paid', () => {
  const order = sampleOrder({ items, payment: 'unpaid', test: true });
  expect(standingMarks(order, viewer)).toEqual(['test', 'changed', 'unpaid']);
});

test('[TK4a] a STOP says nothing of money or changes: there is nothing to do about them any more', () => {
  const order = sampleOrder({ items, payment: 'unpaid', partialRefund: true, stop: { at: 0, was: 'preparing' } });
  expect(standingMarks(order, viewer)).toEqual([]);
  expect(standingMarks({ ...order, payment: 'collect', test: true }, viewer)).toEqual(['test']);
});
