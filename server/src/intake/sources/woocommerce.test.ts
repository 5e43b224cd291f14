import type { OrderSnapshot } from '@kasera/shared/order.ts';
import { expect, test } from 'vitest';
import { capturesSecret, readAllCaptures, readCapture } from './captures.fixture.ts';
import { readByEye } from './captures-read.fixture.ts';
import { createWooCommerce } from './woocommerce.ts';

const source = createWooCommerce({ secret: capturesSecret, hookdeckSecret: null });

function snapshotOf(name: string): OrderSnapshot {
  const { body, headers } = readCapture(name);
  const parsed = source.parse(body, headers);
  if (parsed.type !== 'signal' || parsed.signal.type !== 'snapshot') throw new Error(`${name}: ${parsed.type}`);
  return parsed.signal.snapshot;
}

test.each(Object.keys(readByEye))('[OR3] reads a recorded order as a cook needs it: %s', (name) => {
  expect(snapshotOf(name)).toEqual(readByEye[name]);
});

test.each([
  ['order-created-pending', 'pending', 'unpaid'],
  ['order-updated-processing', 'processing', 'collect'],
  ['order-updated-completed', 'completed', 'paid'],
  ['order-updated-refunded', 'refunded', 'paid'],
  ['order-updated-onhold', 'on-hold', 'unpaid'],
  ['order-updated-onhold-to-processing', 'processing', 'paid'],
  ['order-updated-cancelled', 'cancelled', 'paid'],
  ['order-updated-failed', 'failed', 'unpaid'],
  ['order-updated-checkout-draft', 'checkout-draft', 'unpaid'],
  ['order-updated-status-trash', 'trash', 'unpaid'],
])('[OR3f] tells the state by the body and whether it is paid: %s', (name, shopStatus, payment) => {
  expect(snapshotOf(name)).toMatchObject({ shopStatus, payment });
});

test('[OR3] a full refund is no partial one, and one body under two topics is one snapshot', () => {
  expect(snapshotOf('order-updated-refunded').partialRefund).toBe(false);
  expect(snapshotOf('order-updated-guest-same-body')).toEqual(snapshotOf('order-created-guest'));
  expect(snapshotOf('order-updated-blocks-checkout-before-created')).toEqual(
    snapshotOf('order-created-blocks-checkout-delivery'),
  );
});

test('[OR3] reads 40 lines, and 120 lines with eight choices each', () => {
  expect(snapshotOf('order-created-big-40-items').items).toHaveLength(40);
  const huge = snapshotOf('order-created-huge-148kb');
  expect(huge.items).toHaveLength(120);
  expect(huge.items.every((item) => item.options.length === 8)).toBe(true);
  expect(huge.items[119]?.options).toContainEqual({ name: 'Comensal', value: 'nº 120' });
});

test('[OR1] a deletion names only the order; a restore is a whole order that says so', () => {
  const deleted = readCapture('order-deleted-trash');
  expect(source.parse(deleted.body, deleted.headers)).toEqual({
    type: 'signal',
    signal: { type: 'deleted', source: 'woocommerce', externalId: '89' },
  });
  const restored = readCapture('order-restored');
  expect(source.parse(restored.body, restored.headers)).toMatchObject({
    signal: { type: 'snapshot', restored: true, snapshot: { externalId: '89', shopStatus: 'processing' } },
  });
});

test.each([
  ['order-created-error-order-gone', 'order-gone', 'woocommerce_rest_shop_order_invalid_id'],
  ['order-created-error-no-permission', 'no-permission', 'woocommerce_rest_cannot_view'],
])('[IN6] knows the error the shop signed instead of an order: %s', (name, kind, reason) => {
  const { body, headers } = readCapture(name);
  expect(source.parse(body, headers)).toEqual({ type: 'rest-error', kind, reason });
});

test('[IN5] every other topic is not for the kitchen, and is named', () => {
  const others = readAllCaptures().filter(({ name }) => /^(product|coupon|customer)-/.test(name));
  expect(others).toHaveLength(8);
  for (const { name, body, headers } of others) {
    const topic = headers['x-wc-webhook-topic'];
    expect(source.parse(body, headers), name).toEqual({ type: 'not-for-kitchen', reason: topic });
    expect(source.identify(body, headers, 'woocommerce')).toMatchObject({ topic, externalId: null, warnings: [] });
  }
});

test('[OR3] every recorded delivery is proven by its signature and understood', () => {
  const captures = readAllCaptures().filter(({ name }) => name !== 'ping');
  expect(captures.length).toBeGreaterThan(80);
  for (const { name, body, headers } of captures) {
    expect(source.verify(body, headers), name).toEqual({ type: 'verified', by: 'woocommerce' });
    const identity = source.identify(body, headers, 'woocommerce');
    expect(identity.topic, name).toBe(headers['x-wc-webhook-topic']);
    expect(identity.deliveryId, name).toBe(headers['x-wc-webhook-delivery-id']);
    expect(identity.warnings, name).toEqual([]);
    const parsed = source.parse(body, headers);
    expect(parsed.type, name).not.toBe('unreadable');
    if (parsed.type !== 'signal') continue;
    const { signal } = parsed;
    expect(identity.externalId, name).toBe(signal.type === 'snapshot' ? signal.snapshot.externalId : signal.externalId);
    if (signal.type === 'snapshot') expectSound(signal.snapshot, body.toString('utf8'), name);
  }
});

/** What holds for every order, and that nothing personal beyond name and note gets through. */
function expectSound(snapshot: OrderSnapshot, body: string, name: string): void {
  expect(snapshot.externalId, name).toMatch(/^\d+$/);
  expect(snapshot.modifiedAt, name).toBeGreaterThanOrEqual(snapshot.placedAt ?? 0);
  expect(snapshot.total, name).toMatch(/^\d+\.\d\d$/);
  const lineIds = snapshot.items.map((item) => item.id);
  expect(new Set(lineIds).size, name).toBe(lineIds.length);
  for (const item of snapshot.items) {
    expect(item.name, name).not.toBe('');
    expect(item.quantity, name).toBeGreaterThan(0);
    expect(
      item.options.map((option) => option.name).filter((option) => /^_|^Items$/.test(option)),
      name,
    ).toEqual([]);
  }
  const said = JSON.stringify(snapshot);
  expect(said, name).not.toMatch(/[\u202a-\u202e]|<img|<script|&amp;|\\u0000/);
  const order = JSON.parse(body);
  for (const personal of [order.billing.email, order.billing.phone, order.billing.address_1, order.order_key]) {
    if (personal) expect(said, name).not.toContain(personal);
  }
}
