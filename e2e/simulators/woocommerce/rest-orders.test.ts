import { expect, test } from 'vitest';
import { askSite } from './ask-site.ts';
import { seededRandom } from './chance.ts';
import type { Post, WebhookRequest } from './http-post.ts';
import { startShopSite, type ShopSite, type ShopSiteOptions } from './shop-site.ts';

/** Orders over REST: what is found, what is changed, and what the shop's webhooks then say. */

const noon = Date.parse('2027-07-01T12:00:00Z');
const orders = '/wp-json/wc/v3/orders';

interface Watched {
  site: ShopSite;
  /** Topic and status of what the webhooks sent, in turn. */
  sent: string[];
  later(ms: number): void;
}

async function watchedSite(options: ShopSiteOptions = {}): Promise<Watched & AsyncDisposable> {
  const sent: string[] = [];
  let now = noon;
  const post: Post = (request) => {
    sent.push(look(request));
    return Promise.resolve({ status: 200, body: '', fault: null, durationMs: 1 });
  };
  const kitchen = { url: 'http://127.0.0.1:1', secret: 'kitchen-test-secret' };
  const site = await startShopSite({ ...kitchen, now: () => now, random: seededRandom(5), post, ...options });
  const later = (ms: number): void => void (now += ms);
  return { site, sent, later, [Symbol.asyncDispose]: () => site.close() };
}

function look({ headers, body }: WebhookRequest): string {
  const topic = headers[headers.indexOf('X-WC-Webhook-Topic') + 1] ?? '';
  const { status, code }: { status?: string; code?: string } = JSON.parse(body.toString());
  return `${topic} ${status ?? code ?? ''}`.trim();
}

async function idsOf(site: ShopSite, query: string): Promise<number[]> {
  const found = (await askSite(site, `${orders}?${query}`)).json();
  return (Array.isArray(found) ? found : []).map((order: { id: number }) => order.id);
}

test('[SM7] lists what was modified after a second, that second left out, in GMT or by the site’s clock', async () => {
  await using shop = await watchedSite();
  for (let count = 0; count < 4; count += 1) {
    shop.site.shop.addOrder('guest');
    shop.later(1_000);
  }
  const sorted = 'orderby=modified&order=asc';
  expect(await idsOf(shop.site, `${sorted}&dates_are_gmt=true&modified_after=2027-07-01T12:00:01`)).toEqual([
    1_002, 1_003,
  ]);
  // Madrid is two hours ahead in July: without dates_are_gmt the same text means another moment.
  expect(await idsOf(shop.site, `${sorted}&modified_after=2027-07-01T12:00:01`)).toHaveLength(4);
  expect(await idsOf(shop.site, `${sorted}&modified_after=2027-07-01T14:00:02`)).toEqual([1_003]);
  // A time with a zone becomes the site's wall clock even where it is then compared with GMT.
  expect(await idsOf(shop.site, `${sorted}&dates_are_gmt=true&modified_after=2027-07-01T12:00:01Z`)).toEqual([]);
});

test('[SM7] pages hold every order once, and count', async () => {
  await using shop = await watchedSite();
  for (let count = 0; count < 23; count += 1) shop.site.shop.addOrder('guest');
  const pages = await Promise.all(
    [1, 2, 3].map((page) => idsOf(shop.site, `per_page=10&page=${page}&order=asc&orderby=id`)),
  );
  expect(pages.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect(new Set(pages.flat()).size).toBe(23);
  const last = await askSite(shop.site, `${orders}?per_page=10&page=3`);
  expect([last.header('X-WP-Total'), last.header('X-WP-TotalPages')]).toEqual(['23', '3']);
  expect(last.header('Link')).toMatch(/^<[^>]+page=2[^>]*>; rel="prev"$/);
});

test('[SM7] any is every status but the trash; several can be named with brackets or commas', async () => {
  await using shop = await watchedSite({ customStatuses: [{ slug: 'preparando', name: 'Preparando' }] });
  const { site } = shop;
  for (const status of ['processing', 'checkout-draft', 'on-hold', 'preparando', 'trash']) {
    site.shop.addOrder('guest', { status });
  }
  expect(await idsOf(site, 'order=asc')).toEqual([1_000, 1_001, 1_002, 1_003]);
  expect(await idsOf(site, 'order=asc&status=processing,preparando')).toEqual([1_000, 1_003]);
  expect(await idsOf(site, 'order=asc&status[]=on-hold&status[]=trash')).toEqual([1_002, 1_004]);
  expect(await idsOf(site, 'status=processing&status=on-hold')).toEqual([1_002]);
  expect((await askSite(site, `${orders}?status=listo`)).json()).toMatchObject({ code: 'rest_invalid_param' });
  expect(await idsOf(site, 'include=1001,1004&status=any')).toEqual([1_001]);
  expect((await askSite(site, `${orders}?_fields=id,status&per_page=1`)).text).toBe(
    '[{"id":1003,"status":"preparando"}]',
  );
  const totals = (await askSite(site, '/wp-json/wc/v3/reports/orders/totals')).json();
  expect(totals).toContainEqual({ slug: 'preparando', name: 'Preparando', total: 1 });
  expect(totals).toHaveLength(9);
});

test('[SM7] a status written by REST comes back as order.updated, and notes tell nobody', async () => {
  await using shop = await watchedSite();
  const { site, sent } = shop;
  const { id } = site.shop.addOrder('guest');
  shop.later(60_000);
  const put = await askSite(site, `${orders}/${id}`, { method: 'PUT', body: { status: 'completed' } });
  expect(put.json()).toMatchObject({
    status: 'completed',
    date_modified_gmt: '2027-07-01T12:01:00',
    date_modified: '2027-07-01T14:01:00',
  });
  await site.shop.idle();
  expect(sent).toEqual(['order.updated completed']);
  const note = { note: 'Listo en 20 min', customer_note: true };
  expect((await askSite(site, `${orders}/${id}/notes`, { method: 'POST', body: note })).status).toBe(201);
  await site.shop.idle();
  expect(sent).toHaveLength(1);
  expect((await askSite(site, `${orders}/${id}/notes`)).json()).toMatchObject([
    { note: 'Listo en 20 min', customer_note: true },
    { note: 'Order status changed from Processing to Completed.', customer_note: false },
  ]);
  const emptied = await askSite(site, `${orders}/${id}/notes`, { method: 'POST', body: {} });
  expect(emptied.json()).toMatchObject({ code: 'rest_missing_callback_param' });
});

test('[SM7] meta is merged by key, and saving nothing still moves the date and is told', async () => {
  await using shop = await watchedSite();
  const { site, sent } = shop;
  const { id } = site.shop.addOrder('delivery');
  const path = `${orders}/${id}`;
  for (const value of ['20', '30']) {
    await askSite(site, path, { method: 'PUT', body: { meta_data: [{ key: '_kasera_minutes', value }] } });
  }
  shop.later(5_000);
  const saved = (await askSite(site, path, { method: 'PUT', body: {} })).json();
  expect(saved).toMatchObject({ date_modified_gmt: '2027-07-01T12:00:05' });
  const { meta_data: meta } = Object(saved);
  expect(meta.filter(({ key }: { key: string }) => key === '_kasera_minutes')).toMatchObject([{ value: '30' }]);
  expect(meta.length).toBeGreaterThan(1);
  await site.shop.idle();
  expect(sent).toHaveLength(3);
});

test('[SM7] the trash is not in the list, keeps its date, and a written status takes an order out of it silently', async () => {
  await using shop = await watchedSite();
  const { site, sent } = shop;
  const { id } = site.shop.addOrder('guest');
  shop.later(60_000);
  await site.shop.trash(id);
  expect(await idsOf(site, '')).toEqual([]);
  expect(await idsOf(site, 'status=trash&dates_are_gmt=true&modified_after=2027-07-01T12:00:00')).toEqual([]);
  expect((await askSite(site, `${orders}/${id}`)).json()).toMatchObject({ status: 'trash' });
  const put = await askSite(site, `${orders}/${id}`, { method: 'PUT', body: { status: 'completed' } });
  expect(put.json()).toMatchObject({ status: 'completed' });
  await site.shop.idle();
  expect(sent).toEqual(['order.deleted']);
});

test('[SM7] an erased order is told to nobody; what was queued for it arrives as the recorded error', async () => {
  await using shop = await watchedSite({ manners: { delayMs: { from: 10, to: 20 } } });
  const { site, sent } = shop;
  const { id } = site.shop.addOrder('guest');
  const queued = site.shop.updateOrder(id, { note: 'sin sal' });
  site.shop.erase(id);
  await queued;
  expect(sent).toEqual(['order.updated woocommerce_rest_shop_order_invalid_id']);
  const gone = await askSite(site, `${orders}/${id}`);
  expect([gone.status, gone.json()]).toMatchObject([404, { code: 'woocommerce_rest_shop_order_invalid_id' }]);
  expect((await askSite(site, `${orders}/${id}/notes`)).json()).toMatchObject({
    code: 'woocommerce_rest_order_invalid_id',
  });
  // Whether it is there is looked at before the key is: a revoked key reads every erased order as gone.
  expect((await askSite(site, `${orders}/${id}`, { auth: null })).status).toBe(404);
});

test('[SM7] webhooks can be lost for a while: nothing is sent then, or afterwards', async () => {
  await using shop = await watchedSite();
  const { site, sent } = shop;
  site.shop.webhooksOff();
  const lost = await site.shop.placeOrder('guest');
  site.shop.webhooksOn();
  expect(lost.deliveries).toEqual([]);
  await site.shop.complete(lost.id);
  expect(sent).toEqual(['order.updated completed']);
  expect(await idsOf(site, '')).toEqual([lost.id]);
});

test('[SM7] a clock that is off shows in its dates and in its header alike', async () => {
  await using shop = await watchedSite();
  shop.site.shop.setClock(-3 * 3_600_000);
  const { id } = await shop.site.shop.placeOrder('guest');
  const got = await askSite(shop.site, `${orders}/${id}`);
  expect(got.json()).toMatchObject({ date_created_gmt: '2027-07-01T09:00:00', date_created: '2027-07-01T11:00:00' });
  expect(got.header('Date')).toBe('Thu, 01 Jul 2027 09:00:00 GMT');
});

test('[SM7] refunds are listed by order', async () => {
  await using shop = await watchedSite();
  const { id } = shop.site.shop.addOrder('guest');
  await shop.site.shop.updateOrder(id, { refund: '9.50' });
  const refunds = await askSite(shop.site, `${orders}/${id}/refunds`);
  expect(refunds.json()).toMatchObject([{ amount: '9.50', reason: '' }]);
  expect(refunds.header('X-WP-Total')).toBe('1');
});

test('[SM7] 5,000 changed orders are listed in pages of 100 in little time', async () => {
  await using shop = await watchedSite();
  for (let count = 0; count < 5_000; count += 1) shop.site.shop.addOrder('guest', { placedAt: noon + count * 1_000 });
  const query = 'orderby=modified&order=asc&dates_are_gmt=true&modified_after=2027-07-01T11:59:59&per_page=100';
  const all = async (): Promise<number> => {
    const before = process.cpuUsage();
    for (let page = 1; page <= 50; page += 1) expect(await idsOf(shop.site, `${query}&page=${page}`)).toHaveLength(100);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  await all();
  // The second time each order's text is already written; reading it is part of the figure.
  expect(await all()).toBeLessThan(3_000);
});
