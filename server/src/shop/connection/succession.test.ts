import { expect, test } from 'vitest';
import type { OrderSnapshot } from '@kasera/shared/order.ts';
import { openAsking } from '../../../tests/support/asking.ts';
import { sql } from '../../db/sql.ts';
import { readRestOrder } from '../../intake/sources/woocommerce.ts';
import { createSettings } from '../../ops/settings.ts';
import { openSuccession } from './succession.ts';

const here = 'https://shop.example';
const there = 'https://other.example';

/** A kitchen that holds order 7 of the shop, as asked for. */
async function bed() {
  const bench = await openAsking();
  bench.shop.set(7);
  await bench.look();
  const { database } = bench;
  const settings = createSettings({ database, kitchenId: 'main', now: () => 1 });
  const open = () => openSuccession({ database, settings, source: 'woocommerce' });
  const succession = await open();
  const connect = async (url: string, to = succession) => {
    const statements = to.succeeding(url);
    if (statements.length > 0) await database.write(statements);
    to.succeeded(url);
  };
  const sources = async () =>
    (await database.query<{ source: string }>(sql`select source from orders order by source`)).map((row) => row.source);
  const snapshot = (change: Partial<OrderSnapshot> = {}): OrderSnapshot => {
    const parsed = readRestOrder(bench.shop.body(7));
    if (parsed.type !== 'signal' || parsed.signal.type !== 'snapshot') throw new Error('expected a snapshot');
    return { ...parsed.signal.snapshot, ...change };
  };
  return {
    bench,
    open,
    succession,
    connect,
    sources,
    snapshot,
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

test('[SH1h] the first shop takes what came by webhooks before it; the same one again changes nothing', async () => {
  await using b = await bed();
  await b.connect(here);
  await b.connect(here);
  await b.connect(here, await b.open());
  expect(await b.sources()).toEqual(['woocommerce']);
  expect(await b.succession.adopt(b.snapshot())).toBeNull();
});

test('[SH1h] with another address the orders are set aside, and each kept apart from the next shop’s', async () => {
  await using b = await bed();
  await b.connect(here);
  await b.connect(there);
  expect(await b.sources()).toEqual(['woocommerce#1']);
  b.bench.pass(300_000);
  b.bench.shop.orders.delete(7);
  b.bench.shop.set(7);
  b.bench.begin();
  await b.bench.look();
  await b.connect('https://third.example', await b.open());
  expect(await b.sources()).toEqual(['woocommerce#1', 'woocommerce#2']);
});

test('[SH1h] an order comes back with the shop that shows the same one, whenever that is', async () => {
  await using b = await bed();
  await b.connect(here);
  await b.connect(there);
  const next = await b.open();
  await b.connect('https://third.example', next);
  await b.connect(here, next);
  const [row] = await b.bench.database.query<{ id: string }>(sql`select id from orders`);
  expect(await next.adopt(b.snapshot())).toMatchObject({ id: row?.id, source: 'woocommerce', externalId: '7' });
  expect(await b.sources()).toEqual(['woocommerce']);
});

test('[SH1h] neither another time of placing nor a copy that stayed behind is the same order', async () => {
  await using b = await bed();
  await b.connect(here);
  await b.connect(there);
  const { placedAt, modifiedAt } = b.snapshot();
  expect(await b.succession.adopt(b.snapshot({ placedAt: (placedAt ?? 0) + 1_000 }))).toBeNull();
  expect(await b.succession.adopt(b.snapshot({ placedAt: null }))).toBeNull();
  expect(await b.succession.adopt(b.snapshot({ modifiedAt: modifiedAt - 1_000 }))).toBeNull();
  expect(await b.sources()).toEqual(['woocommerce#1']);
});
