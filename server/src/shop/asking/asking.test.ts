import { expect, test } from 'vitest';
import { sql } from '../../db/sql.ts';
import { readRestOrder } from '../../intake/sources/woocommerce.ts';
import { openAsking, shopUrl, type AskingBench } from '../../../tests/support/asking.ts';
import { timeText } from '../../../tests/support/fake-shop.ts';
import { StorageError } from '../../db/database.ts';

const minute = 60_000;
const hour = 60 * minute;
const lists = ({ shop }: AskingBench) => shop.requests.filter(({ query }) => query['modified_after'] !== undefined);
const cursor = async ({ database }: AskingBench) => {
  const rows = await database.query<{ at: number }>(
    sql`select modified_at as at from shop_cursors where name = ${'orders'}`,
  );
  return rows[0]?.at ?? null;
};

test('[SH3] an order that changed in the shop is found, and decided like any news of it', async () => {
  await using bench = await openAsking();
  await bench.look();
  bench.pass(10_000);
  bench.shop.set(7);
  await bench.look();
  expect(await bench.known(7)).toMatchObject({ status: 'new', externalId: '7' });
  expect(await bench.told()).toEqual([['7']]);
  bench.shop.set(7, 'cancelled');
  await bench.look();
  expect(await bench.known(7)).toMatchObject({ status: 'cancelled' });
});

test('[SH3] it asks by order of change from the newest time the shop gave, less an overlap, in GMT', async () => {
  await using bench = await openAsking();
  bench.shop.set(7);
  const given = bench.shop.now;
  await bench.look();
  bench.shop.requests.length = 0;
  bench.now += 3 * hour;
  await bench.look();
  expect(lists(bench)[0]?.query).toEqual({
    ...{ status: 'any', orderby: 'modified', order: 'asc', dates_are_gmt: true, per_page: 100, page: 1 },
    modified_after: timeText(given - 2 * minute),
  });
  expect(await cursor(bench)).toBe(given);
});

test('[SH3] a snapshot equal to the one held writes nothing, and is not even read again', async () => {
  await using bench = await openAsking();
  bench.shop.set(7);
  await bench.look();
  const before = await bench.rows();
  await bench.look();
  await bench.look();
  expect(bench.signalled).toEqual(['7']);
  bench.begin();
  await bench.look();
  expect(bench.signalled).toEqual(['7', '7']);
  expect(await bench.rows()).toEqual(before);
});

test('[SH3] an order found before its webhook is simply first', async () => {
  await using bench = await openAsking();
  bench.shop.set(7);
  await bench.look();
  const body = Buffer.from(JSON.stringify(bench.shop.body(7)));
  const headers = { 'x-wc-webhook-topic': 'order.created' };
  const identity = { topic: 'order.created', externalId: '7', deliveryId: 'd', warnings: [] };
  const accepted = await bench.parts.inbox.accept({
    ...{ source: 'woocommerce', receivedAt: 1, headers, body, identity },
  });
  if (accepted.type !== 'stored') throw new Error('expected it to be stored');
  expect(await bench.parts.worker.run(accepted.item)).toMatchObject({ state: 'processed', reason: 'says nothing new' });
  expect(await bench.told()).toEqual([['7']]);
});

test('[SH3] an older body of the same second that comes last by webhook is put right by asking', async () => {
  await using bench = await openAsking();
  bench.shop.set(7, 'processing', { customer_note: 'older' });
  const older = bench.shop.body(7);
  bench.shop.set(7, 'processing', { customer_note: 'newer' });
  await bench.look();
  const parsed = readRestOrder(older);
  if (parsed.type !== 'signal') throw new Error('expected a signal');
  await bench.parts.handling.signal(parsed.signal, () => []);
  expect(await bench.known(7)).toMatchObject({ note: 'older' });
  for (let look = 0; look < 7; look++) await bench.look();
  expect(await bench.known(7)).toMatchObject({ note: 'newer' });
});

test('[SH3a] drafts and unpaid orders are left out, but a known one is heard of', async () => {
  await using bench = await openAsking();
  bench.shop.set(1, 'checkout-draft');
  bench.shop.set(2, 'pending');
  bench.shop.set(3);
  await bench.look();
  expect(await bench.rows()).toMatchObject({ orders: 1 });
  bench.pass(5_000);
  bench.shop.set(3, 'pending');
  bench.shop.set(2);
  await bench.look();
  expect(await bench.known(3)).toMatchObject({ unpaidAgain: true });
  expect(await bench.known(2)).toMatchObject({ status: 'new' });
});

test('[SH3a] a known order put in the trash is heard of while somebody may cook it; no other is', async () => {
  await using bench = await openAsking();
  bench.shop.set(1);
  bench.shop.set(2, 'trash');
  await bench.look();
  bench.pass(5_000);
  bench.shop.set(1, 'trash');
  await bench.look();
  expect(await bench.known(1)).toMatchObject({ status: 'cancelled', shop: { status: 'trash' } });
  expect(await bench.order(2)).toBeNull();
  bench.shop.requests.length = 0;
  await bench.look();
  expect(bench.shop.requests.filter(({ query }) => query['status'] === 'trash')).toEqual([]);
});

test('[SH3a] a shop that does not list its trash is asked without it', async () => {
  await using bench = await openAsking();
  bench.shop.meanwhile = (_, { status }) => (status === 'trash' ? 'refused' : undefined);
  bench.shop.set(1);
  await bench.look();
  await bench.look();
  expect(bench.shop.requests.filter(({ query }) => query['status'] === 'trash')).toHaveLength(1);
  expect(bench.asking.state().state).toBe('asking');
});

test('[SH3b] a new connection brings what changed in the last day by the shop’s clock, and no flood of old orders', async () => {
  await using bench = await openAsking();
  bench.shop.now -= 5 * hour;
  const begun = bench.shop.now;
  for (const [id, ageHours] of [
    [1, 300],
    [2, 25],
    [3, 23],
    [4, 1],
  ] as const) {
    bench.shop.now = begun - ageHours * hour;
    bench.shop.set(id);
  }
  bench.shop.now = begun;
  await bench.look();
  expect(bench.signalled).toEqual(['3', '4']);
});

test('[SH3b] what was ordered days ago for later comes with a new connection too, once', async () => {
  await using bench = await openAsking();
  const later = timeText(bench.now + 48 * hour);
  const plugin = { delivery_date: later.slice(0, 10), delivery_time: later.slice(11, 16) };
  bench.shop.now -= 72 * hour;
  bench.shop.set(1, 'processing', { meta_data: Object.entries(plugin).map(([key, value]) => ({ key, value })) });
  bench.shop.set(2);
  bench.shop.now += 72 * hour;
  bench.shop.set(3);
  await bench.look();
  const asked = bench.shop.requests.length;
  expect(bench.signalled).toEqual(['3', '1']);
  expect(await bench.known(1)).toMatchObject({ status: 'new' });
  await bench.look();
  expect(bench.shop.requests.slice(asked).filter(({ query }) => query['modified_before'] !== undefined)).toEqual([]);
});

test('[SH3b] an empty shop is no fault, and its first order rings', async () => {
  await using bench = await openAsking();
  await bench.look();
  expect(bench.asking.state()).toMatchObject({ state: 'asking', checkedAt: bench.now });
  bench.shop.set(1);
  await bench.look();
  expect(await bench.told()).toEqual([['1']]);
});

test('[SH3d] an order that cannot be read is in the inbox with its reason, and holds up nothing', async () => {
  await using bench = await openAsking();
  bench.shop.set(1, 'processing', { line_items: 'none' });
  bench.shop.set(2);
  await bench.look();
  await bench.look();
  expect(await bench.known(2)).toMatchObject({ status: 'new' });
  expect(await cursor(bench)).not.toBeNull();
  const rows = await bench.parts.inbox.list(10, null);
  expect(rows).toMatchObject([{ topic: 'asked', externalId: '1', state: 'failed', reason: expect.any(String) }]);
  expect(bench.logged.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
});

test('[SH3d] what breaks while one order is carried out does not stop the others', async () => {
  const bench: AskingBench = await openAsking({
    signal(signal, along, options) {
      if (signal.type === 'snapshot' && signal.snapshot.externalId === '1') throw new TypeError('a bug');
      return bench.parts.handling.signal(signal, along, options);
    },
  });
  await using _ending = bench;
  bench.shop.set(1);
  bench.shop.set(2);
  await bench.look();
  expect(await bench.known(2)).toMatchObject({ status: 'new' });
  expect(bench.asking.state()).toMatchObject({ state: 'asking', checkedAt: bench.now });
  expect(await bench.parts.inbox.list(10, null)).toMatchObject([{ topic: 'asked', externalId: '1' }]);
});

test('[SH3c] the cursor moves only after a page is stored: what could not be is asked for again', async () => {
  let away = true;
  const bench: AskingBench = await openAsking({
    signal: (signal, along, options) =>
      away
        ? Promise.reject(new StorageError('SQLITE_FULL', null))
        : bench.parts.handling.signal(signal, along, options),
  });
  await using _ending = bench;
  bench.shop.set(1);
  await bench.look();
  expect(await cursor(bench)).toBeNull();
  expect(bench.asking.state()).toMatchObject({ failingSince: null, checkedAt: null });
  away = false;
  await bench.look();
  expect(await bench.known(1)).toMatchObject({ status: 'new' });
  expect(await cursor(bench)).toBe(bench.shop.orders.get(1)?.modifiedAt);
});

test('[SH3c] a page that fails keeps the cursor of the pages before it', async () => {
  await using bench = await openAsking();
  await bench.look();
  for (let id = 1; id <= 250; id++) {
    bench.pass(1_000);
    bench.shop.set(id);
  }
  let asked = 0;
  bench.shop.meanwhile = (_, query) =>
    query['status'] === 'any' && query['order'] === 'asc' && ++asked === 2 ? 'timeout' : undefined;
  await bench.look();
  expect(await cursor(bench)).toBe(bench.shop.orders.get(100)?.modifiedAt);
  await bench.look();
  expect(await cursor(bench)).toBe(bench.shop.orders.get(250)?.modifiedAt);
  expect(await bench.rows()).toMatchObject({ orders: 250 });
});

test('[SH3c] a page too large for the shop is asked for in smaller ones until all is read', async () => {
  await using bench = await openAsking();
  bench.shop.set(1);
  await bench.look();
  for (let id = 2; id <= 150; id++) {
    bench.pass(1_000);
    bench.shop.set(id);
  }
  bench.shop.meanwhile = (_, query) =>
    Number(query['per_page']) > 30 && !query['include'] ? 'unavailable' : undefined;
  for (let look = 0; look < 3; look++) await bench.look();
  expect(await bench.rows()).toMatchObject({ orders: 150 });
  bench.shop.meanwhile = () => undefined;
  await bench.look();
  expect(lists(bench).at(-1)?.query).toMatchObject({ per_page: 100 });
});

test('[SH3f] a clock set back in the shop hides nothing for longer than a minute', async () => {
  await using bench = await openAsking();
  bench.shop.set(1);
  await bench.look();
  bench.shop.now -= 3 * hour;
  bench.shop.set(2);
  for (let look = 0; look < 7; look++) await bench.look();
  expect(await bench.known(2)).toMatchObject({ status: 'new' });
  bench.shop.set(3);
  for (let look = 0; look < 7; look++) await bench.look();
  expect(await bench.known(3)).toMatchObject({ status: 'new' });
});

test('[SH3] no key, name or address is in what it logs', async () => {
  await using bench = await openAsking();
  bench.shop.set(1, 'processing', { line_items: 'none' });
  bench.shop.meanwhile = () => undefined;
  await bench.look();
  bench.shop.meanwhile = () => 'timeout';
  await bench.look();
  const said = JSON.stringify(bench.logged.logged);
  expect(said).not.toMatch(/billing|@|García|first_name/);
  expect(said).not.toContain(shopUrl);
});
