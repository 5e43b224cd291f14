import { expect, test } from 'vitest';
import type { ShopAsking } from '@kasera/shared/shop.ts';
import { openAsking, type AskingBench } from '../../../tests/support/asking.ts';
import { openPglite } from '../../../tests/support/pglite.ts';

const minute = 60_000;

/** So many orders, a second apart, the last one `agoMs` ago; Kasera hears of none. */
function ordersMeanwhile({ shop }: AskingBench, count: number, agoMs = 5 * minute): void {
  for (let id = 1; id <= count; id++) {
    shop.now += 1_000;
    shop.set(id);
  }
  shop.now += agoMs;
}

async function offFor(bench: AskingBench, count: number, agoMs?: number): Promise<void> {
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, count, agoMs);
  bench.now = bench.shop.now;
  bench.begin();
}

test('[SH3h] what arrived while Kasera was off is one alert that names each order, and a notice', async () => {
  await using bench = await openAsking();
  await offFor(bench, 12);
  await bench.look();
  expect(await bench.told()).toEqual([Array.from({ length: 12 }, (_, at) => String(at + 1))]);
  expect(await bench.asking.notices(bench.now)).toEqual([
    { code: 'caught-up', level: 'warning', count: 12, at: bench.now },
  ]);
  await bench.look();
  expect(await bench.told()).toHaveLength(1);
});

test('[SH3h] the notice stands until all of them are answered, or half an hour', async () => {
  await using bench = await openAsking();
  await offFor(bench, 6);
  await bench.look();
  for (let id = 1; id <= 5; id++) await bench.accept(id);
  expect(await bench.codes()).toEqual(['caught-up']);
  await bench.accept(6);
  expect(await bench.codes()).toEqual([]);
  await using other = await openAsking();
  await offFor(other, 6);
  await other.look();
  other.pass(31 * minute);
  expect(await other.codes()).toEqual([]);
});

test('[SH3h] a handful rings each for itself', async () => {
  await using bench = await openAsking();
  await offFor(bench, 5);
  await bench.look();
  expect(await bench.told()).toEqual([['1'], ['2'], ['3'], ['4'], ['5']]);
  expect(await bench.codes()).toEqual([]);
});

test('[SH3h] an order placed just now rings at once, also in a catch-up', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 8);
  bench.shop.set(99);
  bench.now = bench.shop.now;
  bench.begin();
  await bench.look();
  expect((await bench.told()).map((numbers) => numbers.length).toSorted((a, b) => a - b)).toEqual([1, 8]);
  expect(await bench.told()).toContainEqual(['99']);
});

test('[SH3h] an outage of the shop or the net is caught up with alike; a burst without one is not', async () => {
  await using bench = await openAsking();
  await bench.look();
  for (let id = 51; id <= 60; id++) bench.shop.set(id);
  await bench.look();
  expect(await bench.told()).toHaveLength(10);
  bench.shop.meanwhile = () => 'unreachable';
  for (let look = 0; look < 3; look++) await bench.look();
  ordersMeanwhile(bench, 10);
  bench.now = bench.shop.now;
  bench.shop.meanwhile = () => undefined;
  await bench.look();
  expect((await bench.told()).slice(10)).toEqual([Array.from({ length: 10 }, (_, at) => String(at + 1))]);
});

/** A bench whose process dies just before the alert is written, until it is told to live. */
async function dyingBench() {
  const life = { dying: true };
  const bench: AskingBench = await openAsking({
    summaryFor(orders, at) {
      if (life.dying) throw new Error('the process dies here');
      return bench.parts.alerts.summaryFor(orders, at);
    },
  });
  return { bench, life };
}

test.each([true, false])(
  '[SH3h] a process that dies between storing them and the alert leaves it to the next one (shop there: %s)',
  async (shopThere) => {
    const { bench, life } = await dyingBench();
    await using _ending = bench;
    await offFor(bench, 7);
    await bench.look();
    expect(await bench.rows()).toMatchObject({ orders: 7 });
    expect(await bench.told()).toEqual([]);
    life.dying = false;
    if (!shopThere) bench.connected = null;
    bench.begin();
    await bench.look();
    expect(await bench.told()).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
  },
);

test('[SH3h] what was answered before the alert was written is not in it', async () => {
  const { bench, life } = await dyingBench();
  await using _ending = bench;
  await offFor(bench, 7);
  await bench.look();
  for (const id of [1, 2, 3, 4, 5, 6, 7]) await bench.accept(id);
  life.dying = false;
  bench.begin();
  await bench.look();
  expect(await bench.told()).toEqual([]);
  expect(await bench.codes()).toEqual([]);
});

test('[SH3h] a catch-up that takes minutes does not keep its orders silent until its end', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 450);
  bench.now = bench.shop.now;
  bench.begin();
  const toldMeanwhile: Promise<string[][]>[] = [];
  bench.shop.meanwhile = (_, { order }) => {
    if (order === 'asc') bench.pass(40_000);
    toldMeanwhile.push(bench.told());
    return undefined;
  };
  await bench.look();
  expect((await Promise.all(toldMeanwhile)).some((told) => told.length > 0)).toBe(true);
  expect(new Set((await bench.told()).flat()).size).toBe(450);
});

test('[SH3h] a catch-up that is held up does not keep its orders silent for over a minute', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 150);
  bench.now = bench.shop.now;
  bench.begin();
  let pages = 0;
  bench.shop.meanwhile = (_, { order }) => (order === 'asc' && ++pages > 1 ? 'unavailable' : undefined);
  await bench.look();
  expect(await bench.told()).toEqual([]);
  for (let look = 0; look < 4; look++) await bench.look();
  expect((await bench.told()).flat()).toHaveLength(100);
  bench.shop.meanwhile = () => undefined;
  await bench.look();
  expect((await bench.told()).flat().toSorted()).toEqual(
    Array.from({ length: 150 }, (_, at) => String(at + 1)).toSorted(),
  );
});

test('[SH3g] a catch-up shows how far it is, and is no catch-up any more when it is through', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 250);
  bench.now = bench.shop.now;
  bench.begin();
  const seen: ShopAsking['catchUp'][] = [];
  bench.shop.meanwhile = () => void seen.push(bench.asking.state().catchUp);
  await bench.look();
  expect(seen.filter((each) => each !== null)).toMatchObject([
    { done: 100, total: 250 },
    { done: 200, total: 250 },
    ...seen.slice(4).map(() => ({ done: 250, total: 250 })),
  ]);
  expect(bench.asking.state().catchUp).toBeNull();
});

test('[SH3g] while old orders come in, the newest is looked for at the other end every 10 s', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 600);
  bench.now = bench.shop.now;
  bench.begin();
  const order: string[] = [];
  let asked = 0;
  bench.shop.meanwhile = (_, query) => {
    bench.pass(4_000);
    if (++asked === 2) bench.shop.set(9_999);
    order.push(query['order'] === 'desc' ? 'aside' : String(query['status'] ?? ''));
    return undefined;
  };
  await bench.look();
  // The first one asks where to begin: the shop was empty until now.
  expect(order.slice(1, 7)).toEqual(['any', 'any', 'aside', 'any', 'any', 'aside']);
  const at = bench.signalled.indexOf('9999');
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(350);
  expect((await bench.told()).filter((numbers) => numbers.length === 1)).toContainEqual(['9999']);
});

test('[SH3g] a large catch-up leaves the event loop free between few orders', async () => {
  await using bench = await openAsking();
  await bench.look();
  await bench.asking.stop();
  ordersMeanwhile(bench, 300);
  bench.now = bench.shop.now;
  bench.begin();
  let turns = 0;
  let most = 0;
  let before = 0;
  let going = true;
  const turn = (): void => {
    turns++;
    most = Math.max(most, bench.signalled.length - before);
    before = bench.signalled.length;
    if (going) setImmediate(turn);
  };
  turn();
  await bench.look();
  going = false;
  expect(bench.signalled).toHaveLength(300);
  expect(most).toBeLessThanOrEqual(16);
  expect(turns).toBeGreaterThan(300 / 16);
});

test(
  '[SH3] [SH4] [DB15] asking, catching up and suspecting run on PostgreSQL as on SQLite',
  { timeout: 60_000 },
  async () => {
    await using bench = await openAsking({}, () => openPglite());
    await offFor(bench, 7);
    await bench.look();
    expect(await bench.told()).toEqual([['1', '2', '3', '4', '5', '6', '7']]);
    expect(await bench.codes()).toEqual(['caught-up']);
    for (const id of [1, 2, 3, 4]) bench.shop.erase(id);
    for (let look = 0; look < 16; look++) await bench.look();
    const suspects = await bench.asking.suspects();
    expect(suspects).toHaveLength(4);
    await bench.asking.judge(
      suspects.slice(0, 1).map(({ orderId }) => orderId),
      true,
    );
    await bench.asking.judge(
      suspects.slice(1).map(({ orderId }) => orderId),
      false,
    );
    expect(await bench.asking.suspects()).toEqual([]);
    expect(await bench.known(1)).toMatchObject({ status: 'cancelled' });
  },
);
