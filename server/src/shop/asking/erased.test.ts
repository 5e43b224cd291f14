import { expect, test } from 'vitest';
import type { ShopFault, ShopQuery } from '../connection/answer.ts';
import { openAsking, type AskingBench } from '../../../tests/support/asking.ts';
import { faultOf } from '../../../tests/support/fake-shop.ts';

/** Looks for so long that every open order has had its turn, twice. */
async function lookForMinutes(bench: AskingBench, minutes: number): Promise<void> {
  const end = bench.now + minutes * 60_000;
  while (bench.now < end) await bench.look();
}

async function benchWith(...ids: number[]): Promise<AskingBench> {
  const bench = await openAsking();
  for (const id of ids) {
    bench.pass(10_000);
    bench.shop.set(id);
  }
  await bench.look();
  return bench;
}

/** Something later happens in the shop: the list does not bring the orders of before any more. */
async function moveOn(bench: AskingBench): Promise<void> {
  bench.pass(180_000);
  bench.shop.set(900, 'cancelled');
  await bench.look();
}

const single = ({ shop }: AskingBench): string[] =>
  shop.requests.map(({ path }) => path).filter((path) => path !== 'orders');
const status = async (bench: AskingBench, id: number) => (await bench.known(id)).status;

test('[SH4] an open order erased in the shop is cancelled after its second 404, a minute after the first', async () => {
  await using bench = await benchWith(1, 2);
  await lookForMinutes(bench, 3);
  bench.shop.erase(1);
  const erasedAt = bench.now;
  while ((await status(bench, 1)) !== 'cancelled' && bench.now < erasedAt + 300_000) await bench.look();
  expect(await status(bench, 1)).toBe('cancelled');
  expect(bench.now - erasedAt).toBeLessThan(200_000);
  expect(single(bench)).toEqual(['orders/1', 'orders/1']);
  expect(await status(bench, 2)).toBe('new');
  await lookForMinutes(bench, 5);
  expect(single(bench)).toEqual(['orders/1', 'orders/1']);
});

test('[SH4] one 404 alone erases nothing: an order that is back is forgotten as a suspect', async () => {
  await using bench = await benchWith(1, 2);
  const held = bench.shop.orders.get(1);
  await lookForMinutes(bench, 3);
  bench.shop.erase(1);
  while (single(bench).length === 0) await bench.look();
  if (held) bench.shop.orders.set(1, held);
  await lookForMinutes(bench, 2);
  bench.shop.erase(1);
  while (single(bench).length === 1) await bench.look();
  expect(await status(bench, 1)).toBe('new');
});

test.each<[string, Partial<ShopFault>]>([
  ['a firewall’s page', { kind: 'foreign', status: 404 }],
  ['a maintenance page', { kind: 'unavailable', status: 503 }],
  ['WordPress without WooCommerce', { kind: 'not-found', status: 404, code: 'rest_no_route' }],
  ['another site’s JSON', { kind: 'not-found', status: 404, code: null }],
  ['keys that may not', { kind: 'forbidden', status: 403, code: 'woocommerce_rest_cannot_view' }],
  ['silence', { kind: 'timeout' }],
])('[SH4] %s erases nothing', async (_, fault) => {
  await using bench = await benchWith(1, 2);
  bench.shop.erase(1);
  bench.shop.meanwhile = (path) => (path === 'orders' ? undefined : faultOf('foreign', fault));
  await lookForMinutes(bench, 6);
  expect(single(bench).length).toBeGreaterThan(1);
  expect(await status(bench, 1)).toBe('new');
  expect(await bench.codes()).toEqual([]);
});

test('[SH4] where no other known order reads well, nothing is believed', async () => {
  await using bench = await benchWith(1, 2);
  await lookForMinutes(bench, 3);
  bench.shop.erase(1);
  bench.shop.erase(2);
  await lookForMinutes(bench, 6);
  expect([await status(bench, 1), await status(bench, 2)]).toEqual(['new', 'new']);
});

test('[SH4] an order that is not open any more proves that the shop is itself', async () => {
  await using bench = await benchWith(1, 2);
  await bench.accept(2);
  bench.shop.set(2, 'cancelled');
  const { id, version } = await bench.known(2);
  await bench.look();
  await bench.parts.handling.command(id, { id: 'seen', type: 'confirm', version: version + 1, ageMs: 0 });
  bench.shop.erase(1);
  await lookForMinutes(bench, 5);
  expect(await status(bench, 1)).toBe('cancelled');
  expect(single(bench)).toContain('orders/2');
});

test('[SH4] the only order a kitchen knows needs no other: the list’s own answer has to do', async () => {
  await using bench = await benchWith(1);
  bench.shop.erase(1);
  await lookForMinutes(bench, 5);
  expect(await status(bench, 1)).toBe('cancelled');
});

test('[SH4] an open order that lies in the trash reads as such, and is no suspect', async () => {
  await using bench = await benchWith(1, 2);
  bench.shop.meanwhile = (_, { status: asked }: ShopQuery) => (asked === 'trash' ? 'refused' : undefined);
  const held = bench.shop.orders.get(1);
  if (held) bench.shop.orders.set(1, { ...held, status: 'trash' });
  await lookForMinutes(bench, 2);
  expect(await bench.known(1)).toMatchObject({ status: 'cancelled', shop: { status: 'trash' } });
  expect(single(bench)).toEqual(['orders/1']);
});

test('[SH4a] more than three at once are a question to a person, and that stays so when some are settled', async () => {
  await using bench = await benchWith(1, 2, 3, 4, 5);
  await lookForMinutes(bench, 3);
  for (const id of [1, 2, 3, 4]) bench.shop.erase(id);
  await lookForMinutes(bench, 5);
  const suspects = await bench.asking.suspects();
  expect(suspects.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
  expect(await bench.asking.notices(bench.now)).toContainEqual({ code: 'erased-suspects', level: 'warning', count: 4 });
  const [first, second, ...others] = suspects.map(({ orderId }) => orderId);
  await bench.asking.judge([first ?? ''], true);
  await bench.asking.judge([second ?? ''], false);
  expect([await status(bench, 1), await status(bench, 2)]).toEqual(['cancelled', 'new']);
  await lookForMinutes(bench, 5);
  expect((await bench.asking.suspects()).map(({ orderId }) => orderId)).toEqual(others);
  expect([await status(bench, 3), await status(bench, 4)]).toEqual(['new', 'new']);
});

test('[SH4a] three each minute are more than three at once too', async () => {
  await using bench = await benchWith(1, 2, 3, 4, 5, 6, 7);
  await lookForMinutes(bench, 3);
  for (const id of [1, 2, 3]) bench.shop.erase(id);
  await lookForMinutes(bench, 4);
  for (const id of [4, 5, 6]) bench.shop.erase(id);
  await lookForMinutes(bench, 4);
  expect(await Promise.all([1, 2, 3, 4, 5, 6].map((id) => status(bench, id)))).toEqual([
    ...['cancelled', 'cancelled', 'cancelled', 'new', 'new', 'new'],
  ]);
  expect(await bench.asking.suspects()).toHaveLength(3);
});

test('[SH4a] one a person keeps is not asked for again by itself until it reads well', async () => {
  await using bench = await benchWith(1, 2, 3, 4, 5);
  const held = bench.shop.orders.get(1);
  for (const id of [1, 2, 3, 4]) bench.shop.erase(id);
  await lookForMinutes(bench, 6);
  await bench.asking.judge(
    (await bench.asking.suspects()).map(({ orderId }) => orderId),
    false,
  );
  expect(await bench.codes()).toEqual([]);
  const asked = single(bench).length;
  await lookForMinutes(bench, 5);
  expect(single(bench)).toHaveLength(asked);
  if (held) bench.shop.orders.set(1, held);
  await lookForMinutes(bench, 3);
  bench.shop.erase(1);
  await lookForMinutes(bench, 5);
  expect(await status(bench, 1)).toBe('cancelled');
});

test('[SH4] the suspicion outlives a restart, and a judgement of what is no suspect does nothing', async () => {
  await using bench = await benchWith(1, 2);
  await lookForMinutes(bench, 2);
  bench.shop.erase(1);
  while (single(bench).length === 0) await bench.look();
  await bench.asking.judge([(await bench.known(2)).id, 'nobody'], true);
  expect(await status(bench, 2)).toBe('new');
  await bench.asking.stop();
  bench.begin();
  bench.pass(60_000);
  await lookForMinutes(bench, 2);
  expect(single(bench)).toEqual(['orders/1', 'orders/1']);
  expect(await status(bench, 1)).toBe('cancelled');
});

test('[SH4] test orders and orders of another source are not asked for', async () => {
  await using bench = await benchWith(1);
  await moveOn(bench);
  const { snapshot } = await readSignal(bench, 1);
  for (const source of ['test', 'pos']) {
    const signal = { type: 'snapshot', restored: false, snapshot: { ...snapshot, source, externalId: '77' } } as const;
    await bench.parts.handling.signal(signal, () => []);
  }
  await lookForMinutes(bench, 4);
  const included = bench.shop.requests.flatMap(({ query }) =>
    Array.isArray(query['include']) ? query['include'] : [],
  );
  expect(new Set(included)).toEqual(new Set(['1']));
});

test('[SH4] orders are asked for in turn, fifty in one list, and what the list brought anyway is not', async () => {
  await using bench = await openAsking();
  for (let id = 1; id <= 130; id++) bench.shop.set(id);
  await bench.look();
  await moveOn(bench);
  await lookForMinutes(bench, 6);
  const rounds = bench.shop.requests.flatMap(({ query }) =>
    Array.isArray(query['include']) ? [query['include']] : [],
  );
  expect(rounds.every((ids) => ids.length <= 50)).toBe(true);
  expect(new Set(rounds.slice(0, 3).flat()).size).toBe(130);
});

async function readSignal(bench: AskingBench, id: number) {
  const { readRestOrder } = await import('../../intake/sources/woocommerce.ts');
  const parsed = readRestOrder(bench.shop.body(id));
  if (parsed.type !== 'signal' || parsed.signal.type !== 'snapshot') throw new Error('expected a snapshot');
  return parsed.signal;
}
