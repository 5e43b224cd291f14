import type { OrderSnapshot } from '@kasera/shared/order.ts';
import { expect, test } from 'vitest';
import { capturesSecret, readCapture } from './captures.fixture.ts';
import type { Parsed } from './source.ts';
import { createWooCommerce, readRestOrder } from './woocommerce.ts';

const source = createWooCommerce({ secret: capturesSecret, hookdeckSecret: null });
const order: Record<string, unknown> = JSON.parse(readCapture('order-created-guest').body.toString('utf8'));
const line = { id: 1, name: 'Flan', product_id: 18, variation_id: 0, quantity: 1, parent_name: null, meta_data: [] };

function snapshotOf(body: unknown): OrderSnapshot {
  const parsed = source.parse(Buffer.from(JSON.stringify(body)), { 'x-wc-webhook-topic': 'order.updated' });
  if (parsed.type !== 'signal' || parsed.signal.type !== 'snapshot') throw new Error(JSON.stringify(parsed));
  return parsed.signal.snapshot;
}

test('[OR3g] what an order can do without degrades to "not said", never to a lost order', () => {
  const spare = Object.fromEntries(['id', 'status', 'line_items'].map((field) => [field, order[field]]));
  const wrong = Object.fromEntries(Object.keys(order).map((field) => [field, { a: 1 }]));
  for (const body of [spare, { ...wrong, ...spare }]) {
    expect(snapshotOf(body)).toMatchObject({
      externalId: '74',
      number: '74',
      modifiedAt: 0,
      placedAt: null,
      kind: 'unknown',
      guest: { name: '' },
      total: null,
      customerId: null,
      promisedAt: null,
      note: '',
      payment: 'collect',
      items: [{ name: 'Pizza Margarita' }, { name: 'Agua con gas 50 cl' }],
    });
  }
});

test('[OR3g] a list that PHP wrote as an object is still a list', () => {
  const meta = { 0: { key: 'Salsa', value: 'brava' }, 2: { key: 'Alergias', value: 'huevo' } };
  const [item] = snapshotOf({ ...order, line_items: { 1: { ...line, meta_data: meta } } }).items;
  expect(item?.options).toEqual([
    { name: 'Salsa', value: 'brava' },
    { name: 'Alergias', value: 'huevo' },
  ]);
});

test('[OR3h] lines: none of nothing, numbers in text, names that are only tags', () => {
  const lines = [
    { ...line, id: 1, quantity: 0 },
    { ...line, id: 2, quantity: '2.50' },
    { ...line, id: 3, name: '<img src=x>', sku: 'PO-FLAN' },
    { ...line, id: 4, name: null, parent_name: 'Flan' },
    { ...line, id: 5, name: '', product_id: '18' },
  ];
  expect(
    snapshotOf({ ...order, line_items: lines }).items.map(({ id, name, quantity }) => [id, name, quantity]),
  ).toEqual([
    ['2', 'Flan', 2.5],
    ['3', 'PO-FLAN', 1],
    ['4', 'Flan', 1],
    ['5', '#18', 1],
  ]);
});

test('[OR3h] a variation keeps its whole name where a choice is missing among the options', () => {
  const variation = { ...line, name: 'Pizza - Familiar, Fina', parent_name: 'Pizza' };
  const meta = [{ key: 'tamano', value: 'Familiar', display_key: 'Tamaño', display_value: 'Familiar' }];
  expect(snapshotOf({ ...order, line_items: [{ ...variation, meta_data: meta }] }).items[0]?.name).toBe(
    'Pizza - Familiar, Fina',
  );
});

test('[OR3h] options: bookkeeping hidden, lists and fields written out, entities decoded once', () => {
  const meta = [
    { key: '_secret', value: 'x', display_key: 'Shown', display_value: 'x' },
    { key: 'k', value: 'x', display_key: '_hidden', display_value: 'x' },
    { key: 'pa_salsa', value: 'a-b', display_key: 'Salsa &amp; más', display_value: 'Tomate &amp; ajo &lt; 5' },
    { key: 'Extras', value: { queso: 2, _id: 9, con: ['ajo', true, null, { sin: 'sal' }] } },
    { key: 'Nota', value: '<b>poca sal</b>', display_key: 'Nota', display_value: '' },
    { key: '', value: '' },
    { key: 7, value: 8 },
  ];
  expect(snapshotOf({ ...order, line_items: [{ ...line, meta_data: meta }] }).items[0]?.options).toEqual([
    { name: 'Salsa & más', value: 'Tomate & ajo < 5' },
    { name: 'Extras', value: 'queso: 2, con: ajo, ✓, (sin: sal)' },
    { name: 'Nota', value: 'poca sal' },
    { name: '7', value: '8' },
  ]);
});

test('[RT1] the guest is a first name and an initial, from billing, else from shipping', () => {
  const nameOf = (billing: unknown, shipping: unknown = null) => snapshotOf({ ...order, billing, shipping }).guest.name;
  expect(nameOf({ first_name: ' Ana ', last_name: 'de la Ría' })).toBe('Ana D.');
  expect(nameOf({ first_name: '', last_name: '' }, { first_name: 'Eva', last_name: '🍕 ñ' })).toBe('Eva Ñ.');
  expect(nameOf({ first_name: 'ana@example.test', last_name: 'R' })).toBe('R.');
  expect(nameOf({ first_name: '+34 611 222 333', last_name: '' })).toBe('');
});

test.each([
  [{ status: 'processing', payment_method: 'stripe' }, 'paid'],
  [{ status: 'wc-processing', payment_method: 'stripe' }, 'paid'],
  [{ status: 'processing', payment_method: 'cod' }, 'collect'],
  [{ status: 'processing', payment_method: 'cheque' }, 'collect'],
  [{ status: 'processing', payment_method: 'wc_pay_on_pickup' }, 'collect'],
  [{ status: 'processing', payment_method: '' }, 'collect'],
  [{ status: 'processing', payment_method: 'cod', total: '0.00' }, 'paid'],
  [{ status: 'pending', payment_method: 'stripe', total: '0.00' }, 'unpaid'],
  [{ status: 'on-hold', payment_method: 'bacs' }, 'unpaid'],
  [{ status: 'en-cocina', payment_method: 'stripe' }, 'unpaid'],
  [{ status: 'en-cocina', payment_method: 'cod' }, 'collect'],
  [{ status: 'en-cocina', payment_method: 'stripe', date_paid_gmt: '2026-11-20T23:24:36' }, 'paid'],
])('[OR3f] paid, to collect or unpaid: %j is %s', (fields, payment) => {
  expect(snapshotOf({ ...order, ...fields }).payment).toBe(payment);
});

test('[BO5] the owner’s date fields of the moment are read, by webhook and by REST', () => {
  const fields: { day: string; time: string }[] = [];
  const site = () => ({ zone: null, dateFields: fields });
  const live = createWooCommerce({ secret: capturesSecret, hookdeckSecret: null, site });
  const placed = { date_created: '2026-11-21T00:24:40', date_created_gmt: '2026-11-20T23:24:40' };
  const body = { ...order, ...placed, meta_data: [{ key: 'recogida', value: '2026-11-21 21:30' }] };
  const promised = (parsed: Parsed): number | null | undefined =>
    parsed.type === 'signal' && parsed.signal.type === 'snapshot' ? parsed.signal.snapshot.promisedAt : undefined;
  const read = () => [
    promised(live.parse(Buffer.from(JSON.stringify(body)), {})),
    promised(readRestOrder(body, site())),
  ];
  expect(read()).toEqual([null, null]);
  fields.push({ day: 'recogida', time: '' });
  const at = Date.parse('2026-11-21T20:30:00Z');
  expect(read()).toEqual([at, at]);
});
