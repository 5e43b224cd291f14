import type { Order } from '@kasera/shared/order.ts';
import { sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { recallLast, recallOf } from './recall-last.ts';
import { shownDone } from './shown-done.ts';

const hour = 3_600_000;
const whole = { screen: 's', stations: null };
const ready = (id: string, readyAt: number, parts: Partial<Order> = {}) =>
  sampleOrder({ id, status: 'ready', statusAt: readyAt, times: sampleTimes({ readyAt }), ...parts });

function recalling(orders: Order[], now: number): string[] {
  const pressed: string[] = [];
  recallLast({
    store: { orders: () => orders },
    viewer: { get: () => whole },
    clock: { now: () => now },
    press: (id, draft) => void pressed.push(`${draft.type} ${id}`),
  });
  return pressed;
}

test('[BO4] one key calls back what was finished last; what was handed over or cancelled is passed over', () => {
  const gone = [
    ready('handed', 30, { status: 'completed' }),
    sampleOrder({ id: 'cancelled', status: 'cancelled', statusAt: 40 }),
  ];
  expect(recalling([ready('a', 10), ready('b', 20), ...gone], 100)).toEqual(['recall b']);
  expect(recalling(gone, 100)).toEqual([]);
});

test('[BO4] a ready order is called back on every station that had a part, another on this screen only', () => {
  expect(recallOf({ status: 'ready' })).toEqual({ type: 'recall', stations: undefined });
  expect('stations' in recallOf({ status: 'ready' })).toBe(true);
  expect('stations' in recallOf({ status: 'preparing' })).toBe(false);
});

test('[BO4] only within the hour: a key pressed by mistake brings nothing of the afternoon back', () => {
  expect(recalling([ready('a', 0)], hour)).toEqual(['recall a']);
  expect(recalling([ready('a', 0)], hour + 1)).toEqual([]);
});

test('[BO4] Done has the last hour, at least the last 50, and all that waits to be handed over', () => {
  const done = Array.from({ length: 60 }, (_, index) => ready(`o${index}`, 100 - index, { status: 'completed' }));
  const waiting = ready('waiting', 0);
  expect(shownDone([...done, waiting], hour, whole)).toHaveLength(61);
  const late = shownDone([...done, waiting], 3 * hour, whole);
  expect([late.length, late.at(-1)?.id]).toEqual([51, 'waiting']);
});
