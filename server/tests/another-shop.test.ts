import { expect, test } from 'vitest';
import type { ApiOrder } from '@kasera/shared/api.ts';
import { done, listOrders } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { serveShop, type ServedShop } from './support/served-shop.ts';
import { soonAfterCaptures } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

const minute = 60_000;
const keys = { key: `ck_${'1a'.repeat(20)}`, secret: `cs_${'2b'.repeat(20)}` };

function start(dataDir: string, { url }: ServedShop, now: number): Promise<RunningKasera> {
  const environment = { WOOCOMMERCE_URL: url, WOOCOMMERCE_KEY: keys.key, WOOCOMMERCE_SECRET: keys.secret };
  return startKasera({ dataDir, environment, secrets: { shopKeys: keys }, now });
}

/** Everything of that number, once there are so many. */
async function numbered(kasera: RunningKasera, number: string, count: number): Promise<ApiOrder[]> {
  return until(async () => {
    const found = (await listOrders(kasera, 'status=all')).filter((order) => order.number === number);
    return found.length === count ? found : undefined;
  });
}

test('[SH1h] another shop’s order of the same id is another order: none is lost, told or judged for the other', async () => {
  using folder = temporaryFolder();
  await using trial = await serveShop(soonAfterCaptures);
  trial.shop.set(7);
  trial.shop.set(8);
  const first = await start(folder.path, trial, soonAfterCaptures);
  const [finished] = await numbered(first, '7', 1);
  for (const type of ['acknowledge', 'ready', 'complete']) await done(first, finished?.id ?? '', { type });
  const [open] = await numbered(first, '8', 1);
  await first.close();

  const later = soonAfterCaptures + 5 * minute;
  await using live = await serveShop(later);
  live.shop.set(7);
  live.shop.set(8);
  await using next = await start(folder.path, live, later);
  expect((await numbered(next, '7', 2)).map(({ status }) => status).toSorted()).toEqual(['completed', 'new']);
  const both = await numbered(next, '8', 2);
  expect(both.map(({ source }) => source).toSorted()).toEqual(['woocommerce', 'woocommerce#1']);
  for (const type of ['acknowledge', 'ready', 'complete']) await done(next, open?.id ?? '', { type });
  const { deliveries } = (await next.get('/api/deliveries')).json() as { deliveries: { channel: string }[] };
  expect(deliveries.filter(({ channel }) => channel === 'woocommerce')).toHaveLength(1);
});

test('[SH1h] a shop that only moved to another address has its orders back', async () => {
  using folder = temporaryFolder();
  await using before = await serveShop(soonAfterCaptures);
  before.shop.set(7);
  const first = await start(folder.path, before, soonAfterCaptures);
  const [known] = await numbered(first, '7', 1);
  await done(first, known?.id ?? '', { type: 'acknowledge' });
  await first.close();

  await using moved = await serveShop(soonAfterCaptures);
  moved.shop.set(7);
  moved.shop.now += minute;
  moved.shop.set(9);
  await using next = await start(folder.path, moved, soonAfterCaptures + minute);
  await numbered(next, '9', 1);
  expect(await numbered(next, '7', 1)).toMatchObject([
    { id: known?.id, source: 'woocommerce', status: 'acknowledged' },
  ]);
});
