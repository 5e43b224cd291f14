import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apiOrderSchema,
  commandAnswerSchema,
  errorAnswerSchema,
  inboxAnswerSchema,
  isOpen,
  isoTime,
  ordersAnswerSchema,
  toApiOrder,
} from './api.ts';
import { anyStory } from './testing/any-story.ts';
import { sampleNow, sampleSignal, toldItem } from './testing/sample-signal.ts';
import { orderAt, press, stages, tell } from './testing/sample-story.ts';

test('[AP1a] an order as scripts get it', () => {
  const options = [{ name: 'Masa', value: 'fina' }];
  const noted = press(orderAt('preparing', { items: [toldItem({ options })], note: 'sin sal' }), {
    type: 'note',
    text: 'Alergia',
    allergy: true,
  });
  const changed = sampleSignal({ second: 9, items: [toldItem({ options, quantity: 3 })], promisedAt: sampleNow });
  expect(toApiOrder(tell(noted, changed))).toEqual({
    id: 'o1',
    externalId: '82',
    source: 'woocommerce',
    number: '1042',
    status: 'preparing',
    version: 5,
    open: true,
    kind: 'delivery',
    guest: { name: 'Ana R.' },
    items: [
      {
        id: 'i1',
        productId: '7',
        name: 'Margarita',
        quantity: 3,
        options,
        done: false,
        doneQuantity: 2,
        change: { type: 'quantity', wasQuantity: 2 },
      },
    ],
    note: '',
    place: null,
    payment: 'paid',
    total: '20.00',
    currency: 'EUR',
    customerId: '0',
    shopStatus: 'processing',
    kitchenNotes: [{ id: 'press-note', text: 'Alergia', allergy: true, at: '2026-11-20T20:00:00.000Z' }],
    changed: { note: { was: 'sin sal' }, promise: { was: null } },
    stop: null,
    cancellation: null,
    telling: null,
    guestTold: null,
    shopConflict: null,
    closedInShop: false,
    restored: false,
    unpaidAgain: false,
    partialRefund: false,
    arrivedLate: false,
    test: false,
    placedAt: '2026-11-20T19:59:00.000Z',
    paidAt: '2026-11-20T19:59:00.000Z',
    arrivedAt: '2026-11-20T20:00:00.000Z',
    promisedAt: '2026-11-20T20:00:00.000Z',
    dueAt: '2026-11-20T20:20:00.000Z',
    statusAt: '2026-11-20T20:00:00.000Z',
    acknowledgedAt: '2026-11-20T20:00:00.000Z',
    firstTouchAt: '2026-11-20T20:00:00.000Z',
    readyAt: null,
    completedAt: null,
    cancelledAt: null,
  });
});

test('[AP1a] what is on its way to the shop, what the guest knows, and where the shop says something else', () => {
  const order = orderAt('ready');
  expect(toApiOrder(order)).toMatchObject({ telling: null, guestTold: null, shopConflict: null });
  const at = sampleNow + 60_000;
  const told = toApiOrder({
    ...order,
    telling: { tap: 'c1', step: 'ready', status: 'listo', leavesAt: at },
    guestTold: { what: 'accepted', at: sampleNow, promisedAt: at },
    shopConflict: { wanted: 'ready', found: 'cancelled', at },
  });
  const [now, later] = [isoTime(sampleNow), isoTime(at)];
  expect(told).toMatchObject({
    telling: { step: 'ready', status: 'listo', leavesAt: later },
    guestTold: { what: 'accepted', at: now, promisedAt: later },
    shopConflict: { wanted: 'ready', found: 'cancelled', at: later },
  });
  expect(apiOrderSchema.parse(told)).toEqual(told);
});

test('[AP1a] a STOP and its cancellation', () => {
  expect(toApiOrder(orderAt('stop'))).toMatchObject({
    status: 'cancelled',
    open: true,
    stop: { at: '2026-11-20T20:00:00.000Z', was: 'preparing' },
    cancellation: { at: '2026-11-20T20:00:00.000Z', by: 'shop', reason: 'cancelled' },
  });
});

test('[AP1a] every kind of change, in one shape', () => {
  const options = [{ name: 'Masa', value: 'fina' }];
  const items = [toldItem({ quantity: 1, options }), toldItem({ id: 'i3' })];
  const { items: told } = toApiOrder(tell(orderAt('acknowledged'), sampleSignal({ second: 9, items })));
  expect(told.map(({ id, change }) => [id, change])).toEqual([
    ['i1', { type: 'options', wasName: 'Margarita', wasOptions: [], wasQuantity: 2 }],
    ['i3', { type: 'added' }],
    ['i2', { type: 'removed', wasQuantity: 1 }],
  ]);
});

test('[AP1a] times are ISO 8601 with Z, and one beyond all calendars breaks nothing', () => {
  expect([isoTime(0), isoTime(null), isoTime(9e15)]).toEqual([
    '1970-01-01T00:00:00.000Z',
    null,
    '9999-12-31T23:59:59.999Z',
  ]);
});

test('[AP1b] open is what a cook still has to see', () => {
  const open = stages.filter((stage) => isOpen(orderAt(stage)));
  expect(open).toEqual(['new', 'acknowledged', 'preparing', 'stop', 'stop-ready']);
  expect(isOpen(press(orderAt('stop'), { type: 'confirm' }))).toBe(false);
});

test('[AP1c] every order that can exist fits the schema', () => {
  fc.assert(
    fc.property(anyStory, (steps) => {
      for (const { order } of steps.run()) if (order) expect(apiOrderSchema.parse(toApiOrder(order))).toBeTruthy();
    }),
  );
});

test('[AP1c] the answers hold orders, and say what went wrong in one shape', () => {
  const order = toApiOrder(orderAt('new'));
  expect(ordersAnswerSchema.parse({ orders: [order], seq: 3 })).toEqual({ orders: [order], seq: 3 });
  expect(ordersAnswerSchema.safeParse({ orders: [{ ...order, placedAt: 12 }], seq: 3 }).success).toBe(false);
  expect(commandAnswerSchema.parse({ order, seq: 4 })).toEqual({ order, seq: 4 });
  expect(errorAnswerSchema.safeParse({ error: 'no' }).success).toBe(false);
  const request = {
    id: 'r1',
    source: 'woocommerce',
    receivedAt: order.arrivedAt,
    processedAt: null,
    topic: 'order.created',
    externalId: '82',
    deliveryId: null,
    state: 'failed',
    reason: 'not JSON',
    warnings: [],
    duplicateOf: null,
    orderId: null,
    bodyBytes: 12,
  };
  expect(inboxAnswerSchema.parse({ requests: [request], nextCursor: 'r1' }).requests).toEqual([request]);
});
