import { expect, test } from 'vitest';
import type { Waits } from '@kasera/shared/history.ts';
import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { waitsOf } from './waits.ts';

const stations = [
  { id: 'grill', name: 'GRILL' },
  { id: 'fry', name: 'FRY' },
];
const at = (station: string) => ({ stations: [station], handOver: false, leadMinutes: null });
const items = [
  sampleItem({ id: 'a', route: at('fry') }),
  sampleItem({ id: 'b', route: at('grill') }),
  sampleItem({ id: 'c', route: at('gone') }),
];
const arrived = sampleTimes({ arrivedAt: 90, releasedAt: 100 });
const accepted = { ...arrived, acknowledgedAt: 400 };
const cooked = { ...accepted, readyAt: 1_400 };
const bumped = (at_: number) => ({ at: at_, before: {} });
const nothing: Waits = { acceptMs: null, stations: [], cookMs: null, pickupMs: null };

const table: [what: string, order: Partial<Order>, waits: Partial<Waits>][] = [
  ['not answered', { status: 'new', times: arrived }, {}],
  ['accepted', { times: accepted }, { acceptMs: 300 }],
  ['never rang: from its arrival', { times: { ...accepted, releasedAt: null } }, { acceptMs: 310 }],
  [
    'two stations are done, in the kitchen’s order, one that is gone by its id',
    { status: 'preparing', times: accepted, finished: { gone: bumped(600), fry: bumped(900), grill: bumped(500) } },
    {
      acceptMs: 300,
      stations: [
        { station: 'grill', name: 'GRILL', ms: 100 },
        { station: 'fry', name: 'FRY', ms: 500 },
        { station: 'gone', name: 'gone', ms: 200 },
      ],
    },
  ],
  ['ready', { status: 'ready', times: cooked }, { acceptMs: 300, cookMs: 1_000 }],
  [
    'handed over',
    { status: 'completed', times: { ...cooked, completedAt: 2_000 } },
    { acceptMs: 300, cookMs: 1_000, pickupMs: 600 },
  ],
  [
    'handed over without a bump',
    { status: 'completed', times: { ...accepted, completedAt: 2_000 } },
    { acceptMs: 300, cookMs: null, pickupMs: null },
  ],
  [
    'for later: from when it was fired',
    { status: 'ready', times: cooked, fireAt: 1_000, finished: { fry: bumped(1_300) } },
    { acceptMs: 300, cookMs: 400, stations: [{ station: 'fry', name: 'FRY', ms: 300 }] },
  ],
  [
    'for later, made before it was due',
    { status: 'ready', times: cooked, fireAt: 5_000 },
    { acceptMs: 300, cookMs: 1_000 },
  ],
  ['recalled: it is not over', { status: 'preparing', times: cooked }, { acceptMs: 300 }],
  ['a clock that stepped back gives no time back', { times: { ...accepted, acknowledgedAt: 50 } }, { acceptMs: 0 }],
];

test.each(table)('[SC3d] where the time of an order went: %s', (_what, order, waits) => {
  const { running: _running, ...over } = waitsOf(sampleOrder({ items, ...order }), stations);
  expect(over).toEqual({ ...nothing, ...waits });
});

test.each<[what: string, order: Partial<Order>, running: Waits['running']]>([
  ['nobody answered', { status: 'new', times: arrived }, { step: 'accept', since: 100 }],
  ['in work', { status: 'preparing', times: accepted }, { step: 'cook', since: 400 }],
  ['for later: from when it is fired', { times: accepted, fireAt: 9_000 }, { step: 'cook', since: 9_000 }],
  ['recalled: made since it was accepted', { status: 'preparing', times: cooked }, { step: 'cook', since: 400 }],
  ['on the shelf', { status: 'ready', times: cooked }, { step: 'pickup', since: 1_400 }],
  ['handed over', { status: 'completed', times: { ...cooked, completedAt: 2_000 } }, undefined],
  ['cancelled', { status: 'cancelled', times: accepted }, undefined],
  ['put away at the end of the day', { status: 'preparing', times: accepted, notClosed: true }, undefined],
])('[SC3d] what an open order waits for now: %s', (_what, order, running) => {
  expect(waitsOf(sampleOrder({ items, ...order }), stations).running).toEqual(running);
});
