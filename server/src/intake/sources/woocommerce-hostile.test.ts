import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturesSecret, readCapture } from './captures.fixture.ts';
import type { SourceHeaders } from './source.ts';
import { createWooCommerce } from './woocommerce.ts';

const hookdeckSecret = 'hookdeck secret ñ';
const source = createWooCommerce({ secret: 'a&amp;b', hookdeckSecret });
const sign = (body: Uint8Array, secret: string): string => createHmac('sha256', secret).update(body).digest('base64');
const bytes = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

const guest = readCapture('order-created-guest');
const order: Record<string, unknown> = JSON.parse(guest.body.toString('utf8'));
const parse = (body: unknown, topic: string | undefined = 'order.updated') =>
  source.parse(bytes(body), topic === undefined ? {} : { 'x-wc-webhook-topic': topic });
const without = (...fields: string[]) =>
  Object.fromEntries(Object.entries(order).filter(([field]) => !fields.includes(field)));
const line = { id: 1, name: 'Flan', product_id: 18, variation_id: 0, quantity: 1, parent_name: null, meta_data: [] };
const snapshotOf = (body: unknown) => {
  const parsed = parse(body);
  if (parsed.type !== 'signal' || parsed.signal.type !== 'snapshot') throw new Error(JSON.stringify(parsed));
  return parsed.signal.snapshot;
};

test('[IN1] accepts the shop by its own signature, with the secret as WordPress reads it', () => {
  const headers = { 'x-wc-webhook-signature': sign(guest.body, 'a&b') };
  expect(source.verify(guest.body, headers)).toEqual({ type: 'verified', by: 'woocommerce' });
});

test.each(['x-hookdeck-signature', 'x-hookdeck-signature-2'])('[IN1] accepts Hookdeck by %s', (name) => {
  const other = name.endsWith('2') ? 'x-hookdeck-signature' : 'x-hookdeck-signature-2';
  const headers = { ...guest.headers, [name]: sign(guest.body, hookdeckSecret), [other]: 'old' };
  expect(source.verify(guest.body, headers)).toEqual({ type: 'verified', by: 'hookdeck' });
});

test('[IN1] a wrong Hookdeck signature does not spoil a right one of the shop', () => {
  const headers = { 'x-hookdeck-signature': 'junk', 'x-wc-webhook-signature': sign(guest.body, 'a&b') };
  expect(source.verify(guest.body, headers)).toEqual({ type: 'verified', by: 'woocommerce' });
});

test.each<[string, SourceHeaders, string, boolean]>([
  ['nothing', {}, 'signature missing', false],
  ['the shop with another secret', guest.headers, 'signature wrong', true],
  ['the shop without one', { 'x-wc-webhook-topic': 'order.created' }, 'signature missing', true],
  ['an empty one', { 'x-wc-webhook-signature': '' }, 'signature wrong', true],
  ['several', { 'x-wc-webhook-signature': [sign(guest.body, 'a&b'), 'x'] }, 'signature wrong', true],
  ['several in one', { 'x-wc-webhook-signature': `${sign(guest.body, 'a&b')}, x` }, 'signature wrong', true],
  [
    "Hookdeck's in the shop's place",
    { 'x-wc-webhook-signature': sign(guest.body, hookdeckSecret) },
    'signature wrong',
    true,
  ],
  ["the shop's in Hookdeck's place", { 'x-hookdeck-signature': sign(guest.body, 'a&b') }, 'signature wrong', false],
])('[IN1] refuses %s', (_what, headers, reason, looksLikeShop) => {
  expect(source.verify(guest.body, headers)).toEqual({ type: 'rejected', reason, looksLikeShop });
});

test('[IN1] without a secret nothing is accepted, not even what an empty one signed', () => {
  for (const none of [null, '']) {
    const open = createWooCommerce({ secret: none, hookdeckSecret: none });
    const headers = { 'x-wc-webhook-signature': sign(guest.body, ''), 'x-hookdeck-signature': sign(guest.body, '') };
    expect(open.verify(guest.body, headers).type).toBe('rejected');
  }
});

test('[IN2] knows the ping, directly, through Hookdeck, and rightly signed by it', () => {
  const ping = readCapture('ping');
  expect(source.verify(ping.body, ping.headers)).toEqual({ type: 'ping' });
  expect(source.verify(ping.body, { ...ping.headers, 'x-hookdeck-signature': 'junk' })).toEqual({ type: 'ping' });
  const signed = { ...ping.headers, 'x-hookdeck-signature': sign(ping.body, hookdeckSecret) };
  expect(source.verify(ping.body, signed)).toEqual({ type: 'ping' });
});

test.each<[string, SourceHeaders]>([
  ['webhook_id=', {}],
  ['webhook_id=1&x=2', {}],
  ['webhook_id=1\n', {}],
  [`webhook_id=${'1'.repeat(21)}`, {}],
  ['webhook_id=1', { 'x-wc-webhook-topic': 'order.created' }],
  ['webhook_id=1', { 'content-type': 'application/json' }],
])('[IN2] takes nothing else for a ping: %j', (body, headers) => {
  expect(source.verify(Buffer.from(body), headers).type).toBe('rejected');
});

test('[IN4] identifies by Hookdeck’s event only where Hookdeck’s signature passed', () => {
  const headers = { ...guest.headers, 'x-hookdeck-eventid': 'evt_1' };
  expect(source.identify(guest.body, headers, 'hookdeck').deliveryId).toBe('evt_1');
  expect(source.identify(guest.body, headers, 'woocommerce').deliveryId).toBe('ced6dbbd7cc0bf7d6156153547e2fc01');
  expect(
    source.identify(guest.body, { ...headers, 'x-wc-webhook-delivery-id': '' }, 'woocommerce').deliveryId,
  ).toBeNull();
});

test('[IN7] says that customer_id is missing; 0 is a guest', () => {
  const warningsOf = (body: unknown, topic = 'order.created') =>
    source.identify(bytes(body), { 'x-wc-webhook-topic': topic }, 'woocommerce').warnings;
  expect(warningsOf(order)).toEqual([]);
  expect(warningsOf(without('customer_id'))).toEqual(['customer_id missing']);
  expect(warningsOf({ ...order, customer_id: null })).toEqual(['customer_id missing']);
  expect(warningsOf({ id: 89 }, 'order.deleted')).toEqual([]);
  expect(warningsOf(without('customer_id'), 'product.updated')).toEqual([]);
  expect(snapshotOf(without('customer_id')).customerId).toBeNull();
});

test('[IN5] without a topic an order is known by its looks, anything else is not for the kitchen', () => {
  const parsedBare = (body: unknown) => source.parse(bytes(body), {});
  expect(parsedBare(order)).toMatchObject({ signal: { snapshot: { externalId: '74' } } });
  for (const other of [{ id: 89 }, { id: 3, name: 'Pizza' }, [], null, 7]) {
    expect(parsedBare(other)).toEqual({ type: 'not-for-kitchen', reason: 'no topic and not an order' });
  }
});

const unreadable: [string, unknown, string][] = [
  ['nothing', '', 'empty body'],
  ['no JSON', 'Fatal error: Ana Ruiz', 'not JSON'],
  ['half of an order', guest.body.toString('utf8').slice(0, 900), 'not JSON'],
  ['a list', [order], 'not an order: body: invalid_type'],
  ['no id', without('id'), 'not an order: id: invalid_union'],
  ['a negative id', { ...order, id: -1 }, 'not an order: id: too_small'],
  ['an id beyond whole numbers', { ...order, id: 2 ** 60 }, 'not an order: id: too_big'],
  ['no status', without('status'), 'not an order: status: invalid_type'],
  ['no lines', without('line_items'), 'not an order: line_items: invalid_type'],
  ['lines as text', { ...order, line_items: 'Ana' }, 'not an order: line_items: invalid_type'],
  [
    'a quantity in words',
    { ...order, line_items: [{ ...line, quantity: 'two' }] },
    'not an order: line_items.0.quantity: invalid_union',
  ],
  [
    'a negative quantity',
    { ...order, line_items: [line, { ...line, quantity: -2 }] },
    'not an order: line_items.1.quantity: too_small',
  ],
];
test.each(unreadable)('[IN6] keeps with a short reason and no content: %s', (_what, body, reason) => {
  expect(parse(body)).toEqual({ type: 'unreadable', reason });
});

test('[IN6] an endless quantity (1e999) and a boundless one are no quantities', () => {
  for (const quantity of ['1e999', '-1e999', '1e300']) {
    const body = JSON.stringify({ ...order, line_items: [{ ...line, quantity: 42.5 }] }).replace('42.5', quantity);
    expect(parse(body).type).toBe('unreadable');
  }
});

test('[IN6] deep documents are refused in no time, wherever the depth is', () => {
  const deep = '['.repeat(100_000);
  expect(parse(deep)).toEqual({ type: 'unreadable', reason: 'nested too deeply' });
  expect(parse('[')).toEqual({ type: 'unreadable', reason: 'not JSON' });
  const closed = JSON.stringify({ ...order, meta_data: 0 }).replace(
    '"meta_data":0',
    `"meta_data":${deep}${']'.repeat(100_000)}`,
  );
  expect(parse(closed)).toEqual({ type: 'unreadable', reason: 'nested too deeply' });
  const quoted = JSON.stringify({ ...order, customer_note: '["\\'.repeat(50_000) });
  expect(parse(quoted).type).toBe('signal');
  const nested = {
    ...order,
    line_items: [{ ...line, meta_data: [{ key: 'a', value: JSON.parse('['.repeat(150) + ']'.repeat(150)) }] }],
  };
  expect(snapshotOf(nested).items[0]?.options).toEqual([{ name: 'a', value: '…' }]);
});

test('[IN6] prototype keys, doubled keys and half surrogates do no harm', () => {
  const text = JSON.stringify(order).replace(
    '{',
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"status":"cancelled",',
  );
  expect(snapshotOf(text).shopStatus).toBe('processing');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  const broken = JSON.stringify({ ...order, customer_note: 'x' }).replace(
    '"customer_note":"x"',
    '"customer_note":"\\ud83c!"',
  );
  expect(snapshotOf(broken).note).toBe('\ufffd!');
  const invalidUtf8 = Buffer.concat([
    Buffer.from(JSON.stringify(order).slice(0, -1) + ',"x":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}'),
  ]);
  expect(source.parse(invalidUtf8, {}).type).toBe('signal');
  expect(snapshotOf(`\ufeff${JSON.stringify(order)}`).externalId).toBe('74');
});

test('[IN6] no mutation of a recorded body or header makes any function throw', () => {
  const signed = createWooCommerce({ secret: capturesSecret, hookdeckSecret });
  const big = readCapture('order-created-variation-addons');
  const edit = fc.record({ at: fc.nat(big.body.length - 1), byte: fc.nat(255), cut: fc.boolean() });
  const headerValue = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(undefined, '', 'order.deleted', ['a', 'b']),
  );
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 8 }),
      fc.dictionary(fc.constantFrom(...Object.keys(big.headers)), headerValue),
      (edits, changed) => {
        let body = Buffer.from(big.body);
        for (const { at, byte, cut } of edits) {
          if (cut) body = Buffer.concat([body.subarray(0, at), body.subarray(at + byte)]);
          else if (at < body.length) body[at] = byte;
        }
        const headers: SourceHeaders = { ...big.headers, ...changed };
        expect(['verified', 'rejected', 'ping']).toContain(signed.verify(body, headers).type);
        expect(signed.identify(body, headers, 'hookdeck').warnings.length).toBeLessThan(3);
        const parsed = signed.parse(body, headers);
        if (parsed.type === 'unreadable') expect(parsed.reason.length).toBeLessThan(120);
      },
    ),
    { numRuns: 1_500 },
  );
});

test('[IN6] no JSON value in the place of any field makes it throw', () => {
  const place = fc.tuple(fc.constantFrom(...Object.keys(order)), fc.jsonValue({ maxDepth: 4 }));
  const linePlace = fc.tuple(fc.constantFrom(...Object.keys(line)), fc.jsonValue({ maxDepth: 4 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 4 }), fc.array(linePlace, { maxLength: 3 }), (fields, lineFields) => {
      const lines = [{ ...line, ...Object.fromEntries(lineFields) }];
      const body = { ...order, line_items: lines, ...Object.fromEntries(fields) };
      expect(['signal', 'unreadable', 'rest-error']).toContain(parse(body).type);
    }),
    { numRuns: 1_500 },
  );
});
