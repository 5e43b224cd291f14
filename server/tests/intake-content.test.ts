import { expect, test } from 'vitest';
import { command, errorOf, listInbox, listOrders, orderOf, settled } from './support/api.ts';
import { noticesOf } from './support/health.ts';
import { rawExchange } from './support/raw-exchange.ts';
import { startKasera } from './support/running-kasera.ts';
import { capturesSecret, orderBody, orderNumbered, recorded, sign, signed } from './support/shop-delivery.ts';

const otherTopics = [
  'product-created',
  'product-updated-price',
  'product-updated-out-of-stock',
  'coupon-created',
  'customer-created',
  'customer-updated',
];

test('[IN5] topics that are not for the kitchen, and unknown ones, get 200 and are kept as such', async () => {
  await using kasera = await startKasera();
  for (const name of otherTopics) expect((await kasera.deliver(recorded(name))).status).toBe(200);
  const unknown = [signed(orderBody(), { topic: 'order.exploded' }), signed([1], { topic: 'action.woocommerce_add' })];
  for (const delivery of unknown) expect((await kasera.deliver(delivery)).status).toBe(200);
  const requests = await settled(kasera);
  expect(requests).toHaveLength(otherTopics.length + 2);
  for (const request of requests) {
    expect(request).toMatchObject({ state: 'ignored', reason: `not for the kitchen: ${request.topic}`, orderId: null });
  }
  expect(await listOrders(kasera)).toEqual([]);
});

const unreadable: [string, Buffer | object | string | number | null][] = [
  ['not JSON', Buffer.from('<html>502 Bad Gateway</html>')],
  ['nothing', Buffer.from('')],
  ['half a document', Buffer.from('{"id":5,"status":"proc')],
  ['no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x7d])],
  ['null', null],
  ['a number', 5],
  ['a text', 'order'],
  ['a list', [1, 2, 3]],
  ['no lines', { id: 5, status: 'processing' }],
  ['lines that are none', { ...orderBody(), line_items: { a: 1 } }],
  ['an id that is none', { ...orderBody(), id: { evil: true } }],
  ['50,000 levels of lists', Buffer.from('['.repeat(50_000) + ']'.repeat(50_000))],
  ['50,000 levels in an order', Buffer.from(`{"id":5,"meta_data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)],
  ['a prototype', Buffer.from('{"__proto__":{"id":5},"constructor":{"prototype":1}}')],
];

test('[IN6] what is signed but cannot be read gets 200, is kept with its error and blocks nobody', async () => {
  await using kasera = await startKasera();
  for (const [what, body] of unreadable) {
    expect([what, (await kasera.deliver(signed(body))).status]).toEqual([what, 200]);
  }
  expect((await kasera.deliver(recorded('order-created-guest'))).status).toBe(200);
  await orderOf(kasera, '74');
  const requests = await settled(kasera);
  const failed = requests.filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(unreadable.length);
  for (const { reason } of failed) expect(reason).toMatch(/\S/);
  expect(await noticesOf(kasera)).toContainEqual({ code: 'inbox-failed', level: 'error', count: failed.length });
  expect(kasera.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('[IN6a] the reason names the place of the fault, never the content', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(signed({ ...orderBody(), line_items: 'Lucía, Calle de Alcalá 45' }));
  await kasera.deliver(signed(Buffer.from('{"email":"lucia.perez@example.test"')));
  for (const { reason } of await settled(kasera)) expect(reason).not.toMatch(/lucía|lucia|alcalá|@/i);
});

const limit = 5 * 1024 * 1024;

test('[IN6] a body of 5 MiB is taken, a byte more is 413', async () => {
  await using kasera = await startKasera();
  const body = (bytes: number) => signed(Buffer.alloc(bytes, ' '));
  expect((await kasera.deliver(body(limit))).status).toBe(200);
  const refused = await rawExchange(kasera.url, { 'content-length': String(limit + 1) }, []);
  expect(refused.status).toBe(413);
  expect((await settled(kasera)).map(({ bodyBytes }) => bodyBytes)).toEqual([limit]);
});

test('[IN6] an announced length over the limit is 413 before a byte of the body', async () => {
  await using kasera = await startKasera({ environment: { MAX_WEBHOOK_BYTES: '65536' } });
  const refused = await rawExchange(kasera.url, { 'content-length': '65537' }, []);
  expect(refused).toMatchObject({ status: 413, closed: true });
  expect(refused.text).toContain('MAX_WEBHOOK_BYTES');
});

test('[IN6] without a length it is 413 as soon as the limit is passed, and the rest is not read', async () => {
  await using kasera = await startKasera({ environment: { MAX_WEBHOOK_BYTES: '65536' } });
  const kilobytes = Array.from({ length: 65 }, () => Buffer.alloc(1024, 'x'));
  // The body does not end: whoever waited for its end would wait for ever.
  const refused = await rawExchange(kasera.url, { 'transfer-encoding': 'chunked' }, kilobytes);
  expect(refused).toMatchObject({ status: 413, closed: true });
  expect(await listInbox(kasera)).toEqual([]);
  expect((await kasera.deliver(recorded('order-created-guest'))).status).toBe(200);
});

test('[IN6] a sender that goes on sending still gets its 413', async () => {
  await using kasera = await startKasera();
  expect((await kasera.deliver(signed(Buffer.alloc(limit + 3_000_000, 'x')))).status).toBe(413);
});

const hostileValues: object[] = [
  {
    line_items: [
      { id: 1, name: 'x', quantity: 1e308 },
      { id: 2, name: 'y', quantity: 1e308 },
    ],
  },
  {
    line_items: [
      { id: 1, name: '', quantity: -5 },
      { id: 1, name: 'twice', quantity: 0 },
    ],
  },
  { number: '\ud800\u0000'.repeat(100), customer_note: '\ud83d'.repeat(5_000) },
  { total: 'NaN', currency: '<b>', date_created_gmt: '9999-99-99T99:99:99', date_modified_gmt: '+275760-09-13' },
  { date_created_gmt: '0000-00-00 00:00:00', date_modified_gmt: '1600-01-01T00:00:00', date_paid_gmt: 'yesterday' },
  { billing: null, shipping: null, refunds: [], meta_data: [], shipping_lines: [], fee_lines: null },
  { id: 2 ** 53 + 2, number: '1' },
  { line_items: Array.from({ length: 5_000 }, (_, id) => ({ id, name: 'x'.repeat(50), quantity: 1 })) },
];

test('[IN6] signed orders with hostile values go all the way, or fail with a reason; the next one is not held up', async () => {
  await using kasera = await startKasera();
  for (const [index, values] of hostileValues.entries()) {
    const id = 700 + index;
    expect((await kasera.deliver(signed(orderBody('order-created-guest', { id, ...values })))).status).toBe(200);
  }
  const requests = await settled(kasera);
  for (const { state, reason } of requests) {
    expect(['processed', 'failed']).toContain(state);
    expect(reason).not.toMatch(/internal error/);
  }
  for (const { id } of await listOrders(kasera)) {
    for (const type of ['acknowledge', 'ready', 'complete'])
      expect([type, (await command(kasera, id, { type })).status]).toEqual([type, 200]);
  }
  expect((await kasera.deliver(orderNumbered(900))).status).toBe(200);
  await orderOf(kasera, '900');
  expect(kasera.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('[IN6] a content encoding other than identity is 415', async () => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  for (const encoding of ['gzip', 'br', 'deflate', 'nonsense', 'identity, gzip']) {
    const answer = await kasera.deliver({ body, headers: { ...headers, 'content-encoding': encoding } });
    expect(errorOf(answer)).toMatchObject({ status: 415 });
  }
  const plain = { body, headers: { ...headers, 'content-encoding': 'Identity' } };
  expect((await kasera.deliver(plain)).status).toBe(200);
});

test('[IN6] unsigned garbage is 401, whatever it is', async () => {
  await using kasera = await startKasera();
  for (const [, content] of unreadable) {
    const { body } = signed(content);
    expect((await kasera.deliver({ body, headers: {} })).status).toBe(401);
  }
  expect(await listInbox(kasera)).toEqual([]);
});

test('[IN6] a signature header that comes twice, an enormous topic: no more than 401 and 200', async () => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  const twice = sign(body, capturesSecret);
  const doubled = { body, headers: { ...headers, 'x-wc-webhook-signature': [twice, twice] } };
  expect((await kasera.deliver(doubled)).status).toBe(401);
  const strange = { body, headers: { ...headers, 'x-wc-webhook-topic': 'x'.repeat(9_000) } };
  expect((await kasera.deliver(strange)).status).toBe(200);
  expect((await settled(kasera))[0]?.topic).toBeNull();
});

test('[IN6b] a signed 404 as the body: ignored, "order gone before delivery"', async () => {
  await using kasera = await startKasera();
  expect((await kasera.deliver(recorded('order-created-error-order-gone'))).status).toBe(200);
  expect(await settled(kasera)).toMatchObject([{ state: 'ignored', reason: 'order gone before delivery' }]);
});

test('[IN6b] a signed 403 as the body is said on /healthz and the board until an order can be read', async () => {
  await using kasera = await startKasera();
  expect((await kasera.deliver(recorded('order-created-error-no-permission'))).status).toBe(200);
  expect(await settled(kasera)).toMatchObject([{ state: 'ignored' }]);
  const said = { code: 'webhook-no-permission', level: 'error', at: kasera.clock.now };
  expect(await noticesOf(kasera)).toContainEqual(said);
  using screen = await kasera.screen();
  expect((await screen.sync()).beat.notices).toContainEqual(said);
  await kasera.deliver(recorded('order-created-guest'));
  await settled(kasera);
  expect((await noticesOf(kasera)).map(({ code }) => code)).not.toContain('webhook-no-permission');
});

test('[IN7] a missing customer_id is said in the log and in the answer; 0 is a guest and is not', async () => {
  await using kasera = await startKasera();
  const { customer_id: _id, ...without } = orderBody();
  const answer = await kasera.deliver(signed({ ...without, id: 900, number: '900' }));
  expect(answer.json()).toMatchObject({ status: 'accepted', warnings: ['customer_id missing'] });
  const inLog = kasera.logged.find(({ sentence }) => sentence === 'a webhook lacks something');
  expect(inLog?.fields).toEqual({ externalId: '900', warnings: ['customer_id missing'] });
  expect((await kasera.deliver(orderNumbered(901, { customer_id: 0 }))).json()).not.toHaveProperty('warnings');
  const requests = await settled(kasera);
  expect(requests.map(({ warnings }) => warnings)).toEqual([[], ['customer_id missing']]);
  expect((await orderOf(kasera, '900')).customerId).toBeNull();
  expect((await orderOf(kasera, '901')).customerId).toBe('0');
});
