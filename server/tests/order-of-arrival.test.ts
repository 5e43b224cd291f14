import { decideSignal } from '@kasera/shared/decide/signal.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { KitchenRules, Order, ShopSignal } from '@kasera/shared/order.ts';
import { settled } from '@kasera/shared/testing/settled.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturesSecret, readAllCaptures } from '../src/intake/sources/captures.fixture.ts';
import { createWooCommerce } from '../src/intake/sources/woocommerce.ts';

const source = createWooCommerce({ secret: capturesSecret, hookdeckSecret: null });
const rules: KitchenRules = {
  ...usualSetup,
  onHoldIsNew: false,
  oldOrderMs: 12 * 3_600_000,
  readyInMinutes: [10, 20],
  suggestedMinutes: 20,
};
const now = Date.UTC(2026, 10, 20, 23, 40);

/** The orders of the recorded sequences, each with its signals as they came. */
function recordedOrders(): Map<string, ShopSignal[]> {
  const orders = new Map<string, ShopSignal[]>();
  for (const { name, body, headers } of readAllCaptures()) {
    const sequence = /^sequences\/(.+)\[\d+\]$/.exec(name)?.[1];
    const parsed = source.parse(body, headers);
    if (sequence === undefined || parsed.type !== 'signal') continue;
    const { signal } = parsed;
    const key = `${sequence}, order ${signal.type === 'snapshot' ? signal.snapshot.externalId : signal.externalId}`;
    orders.set(key, [...(orders.get(key) ?? []), signal]);
  }
  return orders;
}

/** A deletion holds where it arrives, so what may change places is what lies between two of them. */
function stretches(signals: readonly ShopSignal[]): ShopSignal[][] {
  const found: ShopSignal[][] = [[]];
  for (const signal of signals) {
    if (signal.type === 'deleted') found.push([signal], []);
    else found.at(-1)?.push(signal);
  }
  return found.filter((stretch) => stretch.length > 0);
}

/** Any order of arrival with any repetition, each signal at least once. */
function anyArrival(signals: readonly ShopSignal[]): fc.Arbitrary<ShopSignal[]> {
  const shuffled = stretches(signals).map((stretch) =>
    fc.shuffledSubarray(stretch).chain((again) => {
      const all = [...stretch, ...again];
      return fc.shuffledSubarray(all, { minLength: all.length });
    }),
  );
  return fc.tuple(...shuffled).map((parts) => parts.flat());
}

function arrive(signals: readonly ShopSignal[], onHoldIsNew: boolean): Order | null {
  const context = { now, rules: { ...rules, onHoldIsNew }, kitchenId: 'main', id: 'o1' };
  return signals.reduce<Order | null>((order, signal) => decideSignal(order, signal, context).order, null);
}

const orders = recordedOrders();

test('[OR2d] the recorded sequences hold twelve orders', () => {
  expect(orders.size).toBe(12);
});

test.each([...orders])('[OR2d] recorded deliveries end alike in every order of arrival: %s', (_name, signals) => {
  for (const onHoldIsNew of [false, true]) {
    const recorded = arrive(signals, onHoldIsNew);
    if (!recorded) throw new Error('the sequence made no order');
    fc.assert(
      fc.property(anyArrival(signals), (arrival) => {
        const order = arrive(arrival, onHoldIsNew);
        expect(order && settled(order)).toEqual(settled(recorded));
      }),
      { numRuns: 200 },
    );
  }
});

test.each([
  ['life-of-an-order, order 82', 'cancelled', 'refunded'],
  ['on-hold-to-cancelled, order 85', 'cancelled', 'cancelled'],
  ['blocks-checkout-delivery, order 93', 'new', null],
  ['trash-and-restore, order 89', 'cancelled', 'trash'],
  ['blocks-same-second, order 98', 'unreleased', null],
])('[OR2d] ends where the shop ended: %s is %s', (name, status, reason) => {
  const order = arrive(orders.get(name) ?? [], false);
  expect([order?.status, order?.cancellation?.reason ?? null]).toEqual([status, reason]);
});
