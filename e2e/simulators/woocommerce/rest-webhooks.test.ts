import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askSite } from './ask-site.ts';
import { startShopSite, type ShopSite } from './shop-site.ts';
import { sign } from './signed-request.ts';

/** Webhooks made and mended over REST, against a receiver on this machine. */

const hooks = '/wp-json/wc/v3/webhooks';

interface Receiver extends AsyncDisposable {
  url: string;
  heard: { path: string; topic: string; signed: boolean; body: string; host: string }[];
  answerWith(status: number): void;
}

async function startReceiver(secret: string): Promise<Receiver> {
  const heard: Receiver['heard'] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const { 'x-wc-webhook-topic': topic = 'ping', 'x-wc-webhook-signature': signature, host = '' } = request.headers;
      const signed = signature === sign(body, secret);
      heard.push({ path: request.url ?? '', topic: String(topic), signed, body, host });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answerWith: (next) => void (status = next),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function make(site: ShopSite, topic: string, deliveryUrl: string): Promise<number> {
  const body = { name: 'Kasera', topic, delivery_url: deliveryUrl, secret: 'own secret' };
  const made = await askSite(site, hooks, { method: 'POST', body });
  expect(made.status).toBe(201);
  return Object(made.json()).id;
}

const statusOf = async (site: ShopSite, id: number): Promise<string> =>
  Object((await askSite(site, `${hooks}/${id}`)).json()).status;

test('[SM8] a webhook made over REST is pinged at once, then delivers signed with its own secret', async () => {
  await using receiver = await startReceiver('own secret');
  await using site = await startShopSite();
  const id = await make(site, 'order.updated', `${receiver.url}/webhooks/woocommerce`);
  expect(receiver.heard).toMatchObject([{ topic: 'ping', body: `webhook_id=${id}`, path: '/webhooks/woocommerce' }]);
  const order = site.shop.addOrder('guest');
  await site.shop.complete(order.id);
  expect(receiver.heard[1]).toMatchObject({ topic: 'order.updated', signed: true });
  const shown = (await askSite(site, `${hooks}/${id}`)).json();
  expect(shown).toMatchObject({ id, name: 'Kasera', status: 'active', resource: 'order', event: 'updated' });
  expect(JSON.stringify(shown)).not.toContain('own secret');
  expect(JSON.stringify(site.requests)).not.toContain('own secret');
});

test('[SM8] the seventh failure in a row disables; activated again, the first failure disables it', async () => {
  await using receiver = await startReceiver('own secret');
  await using site = await startShopSite();
  const id = await make(site, 'order.updated', receiver.url);
  const order = site.shop.addOrder('guest');
  receiver.answerWith(500);
  for (let failures = 0; failures < 6; failures += 1) await site.shop.updateOrder(order.id, {});
  expect(await statusOf(site, id)).toBe('active');
  await site.shop.updateOrder(order.id, {});
  expect(await statusOf(site, id)).toBe('disabled');
  await site.shop.updateOrder(order.id, {});
  expect(receiver.heard).toHaveLength(8);
  await askSite(site, `${hooks}/${id}`, { method: 'PUT', body: { status: 'active' } });
  await site.shop.updateOrder(order.id, {});
  expect(await statusOf(site, id)).toBe('disabled');
  const list = await askSite(site, `${hooks}?status=disabled`);
  expect([list.json(), list.header('X-WP-Total')]).toMatchObject([[{ id }], '1']);
  expect((await askSite(site, `${hooks}/${id}`, { method: 'DELETE' })).status).toBe(501);
  expect((await askSite(site, `${hooks}/${id}?force=true`, { method: 'DELETE' })).status).toBe(200);
  expect((await askSite(site, hooks)).json()).toEqual([]);
});

test('[SM8] a ping not answered with exactly 200 is repeated after each delivery; a new address is pinged', async () => {
  await using receiver = await startReceiver('own secret');
  await using site = await startShopSite();
  receiver.answerWith(204);
  const id = await make(site, 'order.updated', receiver.url);
  await site.shop.updateOrder(site.shop.addOrder('guest').id, {});
  receiver.answerWith(200);
  await site.shop.updateOrder(site.shop.addOrder('guest').id, {});
  await site.shop.updateOrder(site.shop.addOrder('guest').id, {});
  expect(receiver.heard.map(({ topic }) => topic)).toEqual([
    ...['ping', 'order.updated', 'ping', 'order.updated', 'ping', 'order.updated'],
  ]);
  await askSite(site, `${hooks}/${id}`, { method: 'PUT', body: { secret: 'another', status: 'paused' } });
  await askSite(site, `${hooks}/${id}`, { method: 'PUT', body: { status: 'active' } });
  expect(receiver.heard).toHaveLength(6);
  await askSite(site, `${hooks}/${id}`, { method: 'PUT', body: { delivery_url: `${receiver.url}/new` } });
  expect(receiver.heard.at(-1)).toMatchObject({ topic: 'ping', path: '/new' });
});

test('[SM8] a public address can stand for this machine; WordPress refuses private ones where it is told to', async () => {
  await using receiver = await startReceiver('own secret');
  await using site = await startShopSite({
    hosts: { 'https://kasera.example.test': receiver.url },
    refusesPrivate: true,
  });
  await make(site, 'order.updated', 'https://kasera.example.test/webhooks/woocommerce');
  expect(receiver.heard).toMatchObject([{ topic: 'ping', host: 'kasera.example.test' }]);
  await make(site, 'order.created', receiver.url);
  await make(site, 'order.deleted', 'https://elsewhere.example.test/');
  expect(receiver.heard).toHaveLength(1);
  const order = await site.shop.placeOrder('guest');
  expect(order.deliveries.map(({ topic, answer }) => [topic, answer.status, answer.fault])).toEqual([
    ['order.created', 0, 'REFUSED_BY_WORDPRESS'],
    ['order.updated', 200, null],
  ]);
});

test('[SM8] refuses what is no topic, no address and no status, in the shop’s own words', async () => {
  await using site = await startShopSite({ url: 'http://127.0.0.1:1', secret: 'x' });
  const send = async (method: string, path: string, body: object): Promise<unknown> =>
    Object((await askSite(site, path, { method, body })).json()).code;
  expect(await send('POST', hooks, { topic: 'order.eaten', delivery_url: 'https://a.test' })).toBe(
    'woocommerce_rest_shop_webhook_invalid_topic',
  );
  expect(await send('POST', hooks, { topic: 'order.created', delivery_url: 'a.test' })).toBe(
    'woocommerce_rest_shop_webhook_invalid_delivery_url',
  );
  expect(await send('PUT', `${hooks}/1`, { status: 'asleep' })).toBe('woocommerce_rest_shop_webhook_invalid_status');
  expect(await send('PUT', `${hooks}/99`, {})).toBe('woocommerce_rest_shop_webhook_invalid_id');
  expect((await askSite(site, `${hooks}?order=asc`)).json()).toMatchObject([1, 2, 3, 4].map((id) => ({ id })));
});

test('[SM8] a change of stock is told; counted stock and a variable product decide their own status', async () => {
  await using receiver = await startReceiver('own secret');
  await using site = await startShopSite();
  await make(site, 'product.updated', receiver.url);
  receiver.heard.length = 0;
  const put = async (path: string, body: object): Promise<unknown> =>
    (await askSite(site, `/wp-json/wc/v3/products/${path}`, { method: 'PUT', body })).json();
  expect(await put('11', { stock_status: 'outofstock' })).toMatchObject({ id: 11, stock_status: 'outofstock' });
  expect(await put('13', { stock_status: 'outofstock' })).toMatchObject({ stock_status: 'instock', stock_quantity: 6 });
  expect(await put('13', { stock_quantity: 0 })).toMatchObject({ stock_status: 'outofstock' });
  expect(await put('27', { stock_status: 'outofstock' })).toMatchObject({ stock_status: 'instock' });
  expect(await put('29', { stock_status: 'outofstock' })).toMatchObject({
    code: 'woocommerce_rest_invalid_product_id',
  });
  for (const id of [28, 29, 30]) await put(`27/variations/${id}`, { stock_status: 'outofstock' });
  await site.shop.idle();
  const told = receiver.heard
    .map(({ body }) => JSON.parse(body))
    .map(({ id, stock_status: stock }) => `${id} ${stock}`);
  expect(told.toSorted()).toEqual([
    ...['11 outofstock', '13 instock', '13 outofstock', '27 instock', '27 outofstock'],
    ...['28 outofstock', '29 outofstock', '30 outofstock'],
  ]);
  expect((await askSite(site, '/wp-json/wc/v3/products/27')).json()).toMatchObject({ stock_status: 'outofstock' });
  expect((await askSite(site, '/wp-json/wc/v3/products/22/variations/29')).status).toBe(404);
});
