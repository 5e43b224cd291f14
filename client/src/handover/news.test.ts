import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { newsOf } from './news.ts';

const drink = sampleItem({ route: { stations: [], handOver: true, leadMinutes: null } });
const ready = sampleOrder({ status: 'ready' });

test('[BO6] an order is told once as ready: not when first heard of, not when a hand-over is taken back', () => {
  expect(newsOf([{ before: sampleOrder({ status: 'preparing' }), after: ready }]).ready).toEqual([ready]);
  expect(newsOf([{ before: undefined, after: ready }]).ready).toEqual([]);
  expect(newsOf([{ before: sampleOrder({ status: 'completed' }), after: ready }]).ready).toEqual([]);
  expect(newsOf([{ before: ready, after: { ...ready, version: 2 } }]).ready).toEqual([]);
  expect(newsOf([{ before: sampleOrder({ status: 'new', items: [drink] }), after: ready }]).ready).toEqual([]);
});

test('[BO2] a new order is told at the counter only where nothing of it is cooked', () => {
  const fresh = sampleOrder({ status: 'new', items: [drink] });
  expect(newsOf([{ before: undefined, after: fresh }]).fresh).toEqual([fresh]);
  expect(newsOf([{ before: undefined, after: { ...fresh, items: [drink, sampleItem()] } }]).fresh).toEqual([]);
});

test('[BO6] an order cancelled while it stood there is told', () => {
  const stopped = sampleOrder({ status: 'cancelled', stop: { at: 0, was: 'ready' } });
  expect(newsOf([{ before: ready, after: stopped }]).stopped).toEqual([stopped]);
  expect(newsOf([{ before: sampleOrder(), after: stopped }]).stopped).toEqual([]);
});
