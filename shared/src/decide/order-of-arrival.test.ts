import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order, OrderKind, OrderSnapshot, Payment, ShopSignal, SnapshotItem } from '../order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSnapshot } from '../testing/sample-signal.ts';
import { settled } from '../testing/settled.ts';
import { rankOf } from './shop-status.ts';
import { decideSignal } from './signal.ts';

const statuses = [
  'auto-draft',
  'checkout-draft',
  'pending',
  'failed',
  'on-hold',
  'en-cocina',
  'constructor',
  'processing',
  'completed',
  'cancelled',
  'refunded',
  'trash',
];
const hour = 3_600_000;

const item: fc.Arbitrary<SnapshotItem> = fc.record({
  id: fc.constantFrom('1', '2', '3'),
  productId: fc.constantFrom('7', '8', null),
  variationId: fc.constantFrom('71', null),
  name: fc.constantFrom('Margarita', 'Carbonara'),
  quantity: fc.constantFrom(0, 1, 1.5, 2, 12),
  options: fc.array(fc.record({ name: fc.constant('Masa'), value: fc.constantFrom('fina', 'gorda') }), {
    maxLength: 1,
  }),
});

const told: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    shopStatus: fc.constantFrom(...statuses),
    second: fc.nat({ max: 6 }),
    items: fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id }),
    note: fc.constantFrom('', 'sin sal'),
    kind: fc.constantFrom<OrderKind>('delivery', 'pickup'),
    place: fc.constantFrom(null, 'Mesa 7'),
    payment: fc.constantFrom<Payment>('paid', 'unpaid', 'collect'),
    partialRefund: fc.boolean(),
    promisedAt: fc.constantFrom(null, sampleNow + hour, sampleNow + 2 * hour),
    placedAt: fc.constantFrom(null, sampleNow - 60_000, sampleNow - 3 * hour, sampleNow - 20 * hour),
    paidAt: fc.constantFrom(null, sampleNow - 30_000),
  })
  .map((parts) => sampleSnapshot(parts));

/** Messages of one order that differ in (second, rank), each at least once, in two orders of arrival. */
const deliveries = fc
  .uniqueArray(told, {
    minLength: 1,
    maxLength: 7,
    selector: ({ modifiedAt, shopStatus }) => `${modifiedAt} ${rankOf(shopStatus)}`,
  })
  .chain((messages) => {
    const twice = [...messages, ...messages];
    const arrival = fc
      .tuple(fc.shuffledSubarray(twice), fc.shuffledSubarray(messages, { minLength: messages.length }))
      .chain(([some, each]) => fc.shuffledSubarray([...some, ...each], { minLength: some.length + each.length }));
    return fc.record({ one: arrival, other: arrival, onHoldIsNew: fc.boolean() });
  });

function arriveAll(messages: OrderSnapshot[], onHoldIsNew: boolean): Order | null {
  const context = sampleContext({ rules: { ...sampleRules, onHoldIsNew } });
  return messages.reduce<Order | null>((order, snapshot) => {
    const signal: ShopSignal = { type: 'snapshot', snapshot, restored: false };
    return decideSignal(deepFreeze(order), deepFreeze(signal), context).order;
  }, null);
}

test('[OR2a] every order of arrival, with any repetition, ends in the same order', () => {
  fc.assert(
    fc.property(deliveries, ({ one, other, onHoldIsNew }) => {
      const [first, second] = [arriveAll(one, onHoldIsNew), arriveAll(other, onHoldIsNew)];
      expect(second && settled(second)).toEqual(first && settled(first));
    }),
    { numRuns: 3000 },
  );
});
