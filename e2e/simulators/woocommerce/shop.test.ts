import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createWooCommerce } from '../../../server/src/intake/sources/woocommerce.ts';
import { seededRandom } from './chance.ts';
import type { Manners } from './deliveries.ts';
import type { Post, WebhookRequest } from './http-post.ts';
import { phpJson } from './php-json.ts';
import { prebuildRequests } from './prebuilt.ts';
import { createShop } from './shop.ts';
import { mustBeOnBoard } from './shop-order.ts';
import { deliveryIdOf, headersFor } from './signed-request.ts';
import { readBody, templateNames, type OrderTemplate } from './templates.ts';

const secret = 'kitchen-test-secret';
const adapter = createWooCommerce({ secret, hookdeckSecret: null });
const noon = Date.parse('2027-03-01T12:00:00Z');

interface Seen {
  topic: string | undefined;
  status: string | null;
  id: number | null;
  headers: Record<string, string>;
  body: string;
}

/** A shop whose requests are caught and answered here. */
function watchedShop(answers: readonly number[] = [], manners: Manners = {}) {
  const seen: Seen[] = [];
  let now = noon;
  const post: Post = (request) => {
    seen.push(look(request));
    return Promise.resolve({ status: answers[seen.length - 1] ?? 200, body: '', fault: null, durationMs: 1 });
  };
  const shop = createShop({
    url: 'http://127.0.0.1:1',
    secret,
    random: seededRandom(7),
    now: () => now,
    post,
    manners,
  });
  return {
    shop,
    seen,
    later: (ms: number) => (now += ms),
    topics: () => seen.map(({ topic, status }) => [topic, status]),
  };
}

function look({ headers: pairs, body }: WebhookRequest): Seen {
  const headers: Record<string, string> = {};
  for (let at = 0; at < pairs.length; at += 2) headers[(pairs[at] ?? '').toLowerCase()] = pairs[at + 1] ?? '';
  const text = body.toString();
  const order = text.startsWith('{') ? JSON.parse(text) : {};
  return {
    topic: headers['x-wc-webhook-topic'],
    status: order.status ?? null,
    id: order.id ?? null,
    headers,
    body: text,
  };
}

test('[SM1] writes JSON byte for byte as the recorded shop did', () => {
  for (const name of [...Object.values(templateNames), 'order-updated-refunded', 'product-updated-price']) {
    const recorded = readBody(name);
    expect(phpJson(JSON.parse(recorded)), name).toBe(recorded);
  }
});

test('[SM1] signs and names its headers as the recorded shop did', () => {
  const body = readBody('order-created-guest');
  const headers = headersFor('order.created', body, { secret, atMs: noon });
  expect(headers.filter((_, index) => index % 2 === 0)).toEqual([
    'User-Agent',
    'Accept',
    'Accept-Encoding',
    'Connection',
    'Content-Type',
    'Content-Length',
    'X-WC-Webhook-Source',
    'X-WC-Webhook-Topic',
    'X-WC-Webhook-Resource',
    'X-WC-Webhook-Event',
    'X-WC-Webhook-Signature',
    'X-WC-Webhook-ID',
    'X-WC-Webhook-Delivery-ID',
  ]);
  expect(headers).toContain('6z+kFD4ACpCmMwY+ayIdryA8dR7sVmvckyJUzHWCiHg=');
  expect(headers.slice(6, 8)).toEqual(['Connection', 'close']);
});

test.each(Object.keys(templateNames))(
  '[SM2] makes a new order of the recorded "%s" that the adapter reads',
  async (name) => {
    const { shop, seen } = watchedShop();
    const template = Object.keys(templateNames).find((known): known is OrderTemplate => known === name);
    const order = await shop.placeOrder(template, { guest: { firstName: 'Ana', lastName: 'Ruiz' } });
    const { headers, body } = seen.at(-1) ?? { headers: {}, body: '' };
    expect(adapter.verify(Buffer.from(body), headers)).toEqual({ type: 'verified', by: 'woocommerce' });
    const parsed = adapter.parse(Buffer.from(body), headers);
    expect(parsed).toMatchObject({
      signal: {
        snapshot: {
          externalId: '1000',
          number: order.number,
          placedAt: noon,
          modifiedAt: noon,
          guest: { name: 'Ana R.' },
        },
      },
    });
    if (name === 'delivery') expect(parsed).toMatchObject({ signal: { snapshot: { promisedAt: noon + 3_600_000 } } });
  },
);

test('[SM3] sends every new order twice, created before updated, with one body', async () => {
  const { shop, seen, topics } = watchedShop();
  await shop.placeOrder('guest');
  expect(topics()).toEqual([
    ['order.created', 'processing'],
    ['order.updated', 'processing'],
  ]);
  expect(seen[0]?.body).toBe(seen[1]?.body);
});

test('[SM3] a block checkout sends a draft, then updated before created', async () => {
  const { shop, topics } = watchedShop();
  await shop.placeOrder('blocks-delivery');
  expect(topics()).toEqual([
    ['order.updated', 'checkout-draft'],
    ['order.updated', 'processing'],
    ['order.created', 'processing'],
  ]);
});

test('[SM3] deliveries of one webhook in one second share their id, whatever the order', async () => {
  const { shop, seen, later } = watchedShop();
  await shop.placeOrder('guest');
  await shop.placeOrder('customer');
  later(1_000);
  await shop.placeOrder('guest');
  const ids = seen
    .filter(({ topic }) => topic === 'order.created')
    .map(({ headers }) => headers['x-wc-webhook-delivery-id']);
  expect(ids).toEqual([deliveryIdOf(1, noon), deliveryIdOf(1, noon), deliveryIdOf(1, noon + 1_000)]);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(3);
});

test('[SM3] the life of an order: changed, refunded in part, completed, trashed and restored', async () => {
  const { shop, seen, topics, later } = watchedShop();
  const { id } = await shop.placeOrder('guest');
  seen.length = 0;
  for (const act of [
    () =>
      shop.updateOrder(id, {
        quantities: { [id * 1_000]: 3 },
        remove: [id * 1_000 + 1],
        add: [{ name: 'Flan', quantity: 2 }],
      }),
    () => shop.updateOrder(id, { note: 'sin sal', refund: '1.00' }),
    () => shop.complete(id),
    () => shop.trash(id),
    () => shop.restore(id),
    () => shop.cancel(id),
  ]) {
    later(1_000);
    await act();
  }
  expect(topics()).toEqual([
    ['order.updated', 'processing'],
    ['order.updated', 'processing'],
    ['order.updated', 'completed'],
    ['order.deleted', null],
    ['order.restored', 'completed'],
    ['order.updated', 'cancelled'],
  ]);
  expect(seen[3]?.body).toBe(`{"id":${id}}`);
  const { body, headers } = seen[2] ?? { body: '', headers: {} };
  expect(adapter.parse(Buffer.from(body), headers)).toMatchObject({
    signal: {
      snapshot: {
        note: 'sin sal',
        partialRefund: true,
        payment: 'paid',
        modifiedAt: noon + 3_000,
        items: [
          { name: 'Pizza Margarita', quantity: 3 },
          { name: 'Flan', quantity: 2 },
        ],
      },
    },
  });
});

test('[SM4] never sends again what was not taken, and knows which orders a kitchen must have', async () => {
  const { shop, seen } = watchedShop([503, 503, 503, 200, 200, 200, 200, 401, 401]);
  const [lost, half] = [await shop.placeOrder('guest'), await shop.placeOrder('guest')];
  const [pending, draftOnly] = [await shop.placeOrder('pending'), await shop.placeOrder('blocks-pickup')];
  expect(seen).toHaveLength(9);
  expect(lost.deliveries.map(({ answer }) => answer.status)).toEqual([503, 503]);
  expect(draftOnly.deliveries.map(({ answer }) => answer.status)).toEqual([200, 401, 401]);
  expect(pending.status).toBe('pending');
  expect(mustBeOnBoard(shop.orders()).map(({ id }) => id)).toEqual([half.id]);
});

test('[SM4] manners: repeats are the same bytes, reordering turns a pair, changes that wait together are one delivery', async () => {
  const twice = watchedShop([], { duplicates: 1 });
  const { deliveries } = await twice.shop.placeOrder('guest');
  expect(deliveries.map(({ repeat }) => repeat)).toEqual([false, true, false, true]);
  expect(twice.seen[1]).toEqual(twice.seen[0]);

  const turned = watchedShop([], { reordered: 1 });
  await turned.shop.placeOrder('guest');
  expect(turned.topics().map(([topic]) => topic)).toEqual(['order.updated', 'order.created']);

  const slow = watchedShop([], { delayMs: { from: 5, to: 10 } });
  const { id } = await slow.shop.placeOrder('guest');
  slow.seen.length = 0;
  await Promise.all([slow.shop.updateOrder(id, { note: 'uno' }), slow.shop.updateOrder(id, { note: 'dos' })]);
  expect(slow.seen.map(({ body }) => JSON.parse(body).customer_note)).toEqual(['dos']);
});

test('[SM4] with that manner on, the seventh failure in a row disables a webhook', async () => {
  const { shop, seen } = watchedShop(
    Array.from({ length: 99 }, () => 500),
    { disables: true },
  );
  for (let order = 0; order < 9; order += 1) await shop.placeOrder('guest');
  expect(seen.filter(({ topic }) => topic === 'order.created')).toHaveLength(7);
  expect(shop.isDisabled('order.created')).toBe(true);
});

test('[SM5] refuses to send to any other machine', () => {
  for (const url of [
    'http://shop.example.test',
    'https://127.0.0.1',
    'http://127.0.0.1.example.test',
    'nonsense',
    'http://10.0.0.1',
  ]) {
    expect(() => createShop({ url, secret })).toThrow(/machine|address/);
  }
});

test('[SM3] pings, orders and storms over real connections, closing each', async () => {
  const seen: { connection: string | undefined; length: number; verdict: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const verdict = adapter.verify(body, request.headers).type;
      seen.push({ connection: request.headers.connection, length: body.length, verdict });
      response.writeHead(request.url === '/webhooks/woocommerce' ? 200 : 404).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  using shop = createShop({ url: `http://127.0.0.1:${port}`, secret, random: seededRandom(1) });
  expect((await shop.ping()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(seen.map(({ verdict }) => verdict)).toEqual(['ping', 'ping', 'ping', 'ping']);
  const reports: number[] = [];
  const end = await shop.storm({ ratePerSecond: 100, seconds: 0.3, onProgress: ({ orders }) => reports.push(orders) });
  expect(end).toMatchObject({ orders: 30, inFlight: 0, refused: {}, failed: {} });
  expect(end.ok).toBe(seen.length - 4);
  expect(reports.at(-1)).toBe(30);
  expect(seen.slice(4).every(({ verdict, connection }) => verdict === 'verified' && connection === 'close')).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  const after = await shop.placeOrder('guest');
  expect(after.deliveries.map(({ answer }) => [answer.status, answer.fault])).toEqual([
    [0, 'ECONNREFUSED'],
    [0, 'ECONNREFUSED'],
  ]);
});

test('[SM2] signs thousands of orders beforehand', () => {
  const requests = prebuildRequests({ count: 2_000, secret, now: noon, templates: ['addons', 'guest'] });
  expect(new Set(requests.map(({ orderId }) => orderId)).size).toBe(2_000);
  const { headers, body } = look({
    url: new URL('http://localhost'),
    ...(requests[1_999] ?? { headers: [], body: '' }),
  });
  expect(adapter.verify(Buffer.from(body), headers).type).toBe('verified');
  expect(JSON.parse(body).id).toBe(2_999);
});
