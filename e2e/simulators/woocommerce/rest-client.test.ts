import { expect, test } from 'vitest';
import { runChecks } from '../../../server/src/shop/connection/checks.ts';
import { createShopClient, type OpenShopClient } from '../../../server/src/shop/connection/client.ts';
import { productSchema } from '../../../server/src/shop/catalogue/products.ts';
import { startShopSite, type ShopSite, type ShopSiteOptions } from './shop-site.ts';
import type { Fault } from './rest/fault.ts';

/** The product's own client at the simulated shop: the two were written apart, from the same recordings. */

const silence = { debug() {}, info() {}, warn() {} };

async function connected(
  options: ShopSiteOptions = {},
): Promise<{ site: ShopSite; client: OpenShopClient } & AsyncDisposable> {
  const site = await startShopSite(options);
  const { url, key, secret } = site;
  const client = createShopClient({ connection: () => ({ url, key, secret }), now: Date.now, log: silence });
  const end = async (): Promise<void> => {
    client[Symbol.dispose]();
    await site.close();
  };
  return { site, client, [Symbol.asyncDispose]: end };
}

test('[SM6] the client’s checks find nothing wrong with the shop', async () => {
  await using shop = await connected();
  shop.site.shop.addOrder('guest');
  const { client, site } = shop;
  const report = await runChecks({ url: site.url, client, now: Date.now, timeZone: null });
  expect(report.checks.filter(({ result }) => result === 'failed' || result === 'skipped')).toEqual([]);
  expect(report.timeZone).toBe('Europe/Madrid');
});

test('[SM6] the client reads totals, products and the shop’s clock', async () => {
  await using shop = await connected();
  for (let count = 0; count < 12; count += 1) shop.site.shop.addOrder('guest');
  shop.site.shop.setClock(-7_200_000);
  const { checks } = await runChecks({ url: shop.site.url, client: shop.client, now: Date.now, timeZone: null });
  expect(checks.find(({ name }) => name === 'read-orders')).toMatchObject({ result: 'ok', found: '12' });
  const answer = await shop.client.get('products/22', {}, productSchema);
  expect(answer).toMatchObject({ type: 'ok', data: { id: '22', variations: ['23', '24', '25', '26'] } });
  const shopTime = answer.type === 'ok' ? (answer.shopTime ?? 0) : 0;
  expect(Math.abs(Date.now() - 7_200_000 - shopTime)).toBeLessThan(60_000);
});

test.each<[Fault, string]>([
  [{ type: 'unauthorized' }, 'unauthorised'],
  [{ type: 'forbidden' }, 'forbidden'],
  [{ type: 'not-found' }, 'not-found'],
  [{ type: 'bad-request' }, 'refused'],
  [{ type: 'rate-limited', retryAfter: '7' }, 'busy'],
  [{ type: 'unavailable', retryAfter: '9' }, 'unavailable'],
  [{ type: 'critical-error' }, 'unavailable'],
  [{ type: 'firewall', status: 200 }, 'foreign'],
  [{ type: 'firewall', status: 403 }, 'foreign'],
  [{ type: 'login' }, 'redirect'],
  [{ type: 'truncated', how: 'content-length' }, 'unreadable'],
  [{ type: 'truncated', how: 'chunk' }, 'unreadable'],
  [{ type: 'truncated', how: 'close' }, 'unreadable'],
  [{ type: 'reset' }, 'unreachable'],
])('[SM9] the client tells a %o apart from the others', async (fault, kind) => {
  await using shop = await connected();
  shop.site.fault(fault);
  const answer = await shop.client.get('products/22', {}, productSchema, { evenPaused: true });
  expect(answer).toMatchObject({ type: 'fault', fault: { kind } });
});
