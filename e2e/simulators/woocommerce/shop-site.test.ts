import { expect, test } from 'vitest';
import { askSite, type Asked } from './ask-site.ts';
import { seededRandom } from './chance.ts';
import type { Post } from './http-post.ts';
import { readRestAnswer, type RecordedAnswer } from './recorded-answers.ts';
import { startShopSite, type ShopSite, type ShopSiteOptions } from './shop-site.ts';

/** The REST side of the simulated shop, beside the answers recorded from a real one. */

const recordedAt = Date.parse('2026-11-20T23:34:26Z');
const nowhere: Post = () => Promise.resolve({ status: 200, body: '', fault: null, durationMs: 1 });

function startSite(options: ShopSiteOptions = {}): Promise<ShopSite> {
  const home = 'https://tienda.example.test';
  return startShopSite({ now: () => recordedAt, random: seededRandom(3), post: nowhere, home, ...options });
}

const headerNames = (rawHeaders: readonly string[]): string[] => rawHeaders.filter((_, index) => index % 2 === 0);

/** Names in order, and values where they do not depend on the run. */
function expectAsRecorded(asked: Asked, recorded: RecordedAnswer, differing: readonly string[] = []): void {
  expect([asked.status, asked.statusMessage]).toEqual([recorded.status, recorded.statusMessage]);
  expect(headerNames(asked.rawHeaders)).toEqual(headerNames(recorded.rawHeaders));
  recorded.rawHeaders.forEach((value, index) => {
    const name = recorded.rawHeaders[index - 1] ?? '';
    if (index % 2 === 0 || ['Date', ...differing].includes(name)) return;
    expect(asked.rawHeaders[index], name).toBe(value);
  });
}

const bodyOf = (recorded: RecordedAnswer): string => Buffer.from(recorded.bodyBase64, 'base64').toString('utf8');
const keysOf = (value: unknown): string[] => Object.keys(Object(value));

test.each([
  ['auth-none', null],
  ['auth-wrong-secret', 'wrong'],
  ['order-404', 'right'],
  ['order-put-404', 'right'],
  ['orders-per-page-101', 'right'],
  ['orders-bad-date', 'right'],
  ['orders-list-empty', 'right'],
  ['orders-past-last-page', 'right'],
] as const)('[SM6] answers byte for byte and header for header as recorded: %s', async (name, auth) => {
  await using site = await startSite(name === 'auth-none' ? { home: 'http://tienda.example.test' } : {});
  await site.shop.placeOrder('guest');
  const recorded = readRestAnswer(name);
  const key = auth === null ? null : { key: site.key, secret: auth === 'right' ? site.secret : 'cs_wrong' };
  const { method, url, body } = recorded.request;
  const asked = await askSite(site, url, { method, auth: key, ...(body ? { body } : {}) });
  expect(asked.text).toBe(bodyOf(recorded));
  expectAsRecorded(asked, recorded);
  expect(asked.header('Date')).toBe(new Date(recordedAt).toUTCString());
});

test('[SM6] over plain http it ignores keys, as recorded', async () => {
  await using site = await startSite({ https: false, home: 'http://tienda.example.test' });
  const recorded = readRestAnswer('auth-basic-over-http');
  const asked = await askSite(site, recorded.request.url);
  expect(asked.text).toBe(bodyOf(recorded));
  expectAsRecorded(asked, recorded);
});

test('[SM6] an order, its notes and an unknown status have the recorded shape and headers', async () => {
  await using site = await startSite({ firstId: 76 });
  site.shop.addOrder('addons');
  const got = await askSite(site, '/wp-json/wc/v3/orders/76');
  const recorded = readRestAnswer('order-get');
  expectAsRecorded(got, recorded);
  expect(keysOf(got.json())).toEqual(keysOf(JSON.parse(bodyOf(recorded))));
  expect(got.json()).toMatchObject({ id: 76, status: 'processing', date_modified_gmt: '2026-11-20T23:34:26' });
  expect(got.text).toContain('https:\\/\\/tienda.example.test\\/wp-json\\/wc\\/v3\\/orders\\/76');

  const note = { note: 'Listo en cocina', customer_note: false };
  const noted = await askSite(site, '/wp-json/wc/v3/orders/76/notes', { method: 'POST', body: note });
  expectAsRecorded(noted, readRestAnswer('order-notes-post'), ['Location']);
  expect(keysOf(noted.json())).toEqual(keysOf(JSON.parse(bodyOf(readRestAnswer('order-notes-post')))));
  expect(noted.header('Location')).toBe('https://tienda.example.test/wp-json/wc/v3/orders/76/notes/1');

  const unknown = await askSite(site, '/wp-json/wc/v3/orders/76', { method: 'PUT', body: { status: 'preparando' } });
  expectAsRecorded(unknown, readRestAnswer('order-put-unknown-status'));
  expect(unknown.text).toBe(bodyOf(readRestAnswer('order-put-unknown-status')));

  const batch = await askSite(site, '/wp-json/wc/v3/orders/batch', {
    method: 'POST',
    body: { update: [{ id: 76, status: 'completed' }, { id: 999_999 }] },
  });
  const recordedBatch = readRestAnswer('order-batch-update');
  expectAsRecorded(batch, recordedBatch);
  expect(batch.json()).toMatchObject({
    update: [{ id: 76, status: 'completed' }, JSON.parse(bodyOf(recordedBatch)).update[1]],
  });
});

test('[SM6] a page in the middle has the recorded headers, totals and links', async () => {
  await using site = await startSite();
  for (let count = 0; count < 27; count += 1) site.shop.addOrder('guest');
  for (const name of ['orders-list', 'orders-list-page2']) {
    const recorded = readRestAnswer(name);
    const asked = await askSite(site, recorded.request.url);
    expectAsRecorded(asked, recorded);
    expect(asked.json()).toHaveLength(5);
  }
});

test('[SM6] products, variations and categories have the recorded fields and headers', async () => {
  await using site = await startSite();
  for (const name of ['products-list', 'product-variations', 'product-categories']) {
    const recorded = readRestAnswer(name);
    const asked = await askSite(site, recorded.request.url);
    expectAsRecorded(asked, recorded);
    const strip = (list: unknown): unknown =>
      (Array.isArray(list) ? list : []).map((one: object) => ({ ...one, date_modified_gmt: '' }));
    expect(strip(asked.json()), name).toEqual(strip(JSON.parse(bodyOf(recorded))));
  }
});
