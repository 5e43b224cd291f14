import type { KitchenPromise } from '@kasera/shared/order.ts';
import { sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { addedMinutes } from './added-minutes.ts';

const minute = 60_000;
const promise = (at: number, minutes: number, by: KitchenPromise['by'] = 'kitchen'): KitchenPromise => ({
  at: at * minute,
  promisedAt: minutes * minute,
  by,
});
const added = (...promises: KitchenPromise[]) =>
  addedMinutes(
    sampleOrder({
      promises,
      promisedAt: promises.at(-1)?.promisedAt ?? null,
      times: sampleTimes({ acknowledgedAt: 2 * minute }),
    }),
  );

test('[TK6] says by how much the promise was moved back since the order was accepted', () => {
  expect(added(promise(2, 20))).toBe(0);
  expect(added(promise(2, 20), promise(5, 30))).toBe(10);
  expect(added(promise(2, 20), promise(5, 30), promise(9, 40))).toBe(20);
  expect(added(promise(0, 60, 'guest'), promise(5, 70))).toBe(10);
  expect(added()).toBe(0);
});

test("[TK6] a promise from before a cancellation, the guest's own time, or another day is none of it", () => {
  expect(added(promise(0, 15), promise(2, 20))).toBe(0);
  expect(added(promise(2, 20), promise(5, 90, 'guest'))).toBe(0);
  expect(added(promise(2, 20), promise(5, 24 * 60))).toBe(0);
});
