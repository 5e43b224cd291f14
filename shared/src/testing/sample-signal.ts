import type { SignalContext } from '../decide/decision.ts';
import { usualSetup } from '../kitchen.ts';
import type { KitchenRules, OrderSnapshot, ShopSignal, SnapshotItem } from '../order.ts';

/** 20 November 2026, 20:00 UTC: the time at which everything in the tests is decided, unless they say otherwise. */
export const sampleNow = Date.UTC(2026, 10, 20, 20);

export const sampleRules: KitchenRules = {
  ...usualSetup,
  onHoldIsNew: false,
  oldOrderMs: 12 * 3_600_000,
  readyInMinutes: [10, 20, 30],
  suggestedMinutes: 20,
};

/** The context of a decision; name only what the test is about. */
export function sampleContext(parts: Partial<SignalContext> = {}): SignalContext {
  return { now: sampleNow, rules: sampleRules, kitchenId: 'main', id: 'o1', ...parts };
}

/** A line of the shop. */
export function toldItem(parts: Partial<SnapshotItem> = {}): SnapshotItem {
  return { id: 'i1', productId: '7', variationId: null, name: 'Margarita', quantity: 2, options: [], ...parts };
}

/** What the shop says of a paid order placed a minute ago; `second` counts the shop's seconds since then. */
export function sampleSnapshot(parts: Partial<OrderSnapshot> & { second?: number } = {}): OrderSnapshot {
  const { second = 0, ...rest } = parts;
  const placedAt = sampleNow - 60_000;
  return {
    source: 'woocommerce',
    externalId: '82',
    number: '1042',
    shopStatus: 'processing',
    modifiedAt: placedAt + second * 1000,
    placedAt,
    paidAt: placedAt,
    kind: 'delivery',
    guest: { name: 'Ana R.' },
    note: '',
    place: null,
    items: [toldItem(), toldItem({ id: 'i2', name: 'Carbonara', quantity: 1 })],
    promisedAt: null,
    payment: 'paid',
    total: '20.00',
    currency: 'EUR',
    customerId: '0',
    partialRefund: false,
    ...rest,
  };
}

/** The signal of such a message. */
export function sampleSignal(
  parts: Partial<OrderSnapshot> & { second?: number; restored?: boolean } = {},
): ShopSignal & { type: 'snapshot' } {
  const { restored = false, ...rest } = parts;
  return { type: 'snapshot', snapshot: sampleSnapshot(rest), restored };
}

/** Freezes everything reachable, so that a rule that writes into what it was given fails. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
