import { expect, test } from 'vitest';
import fc from 'fast-check';
import { z } from 'zod';
import { openAsking } from '../../../tests/support/asking.ts';
import { FakeShop } from '../../../tests/support/fake-shop.ts';
import { readChanged, type ListAnswer } from './order-list.ts';

const startAt = Date.parse('2026-11-20T20:00:00Z');
const second = 1_000;

/** Reads a shop's list and keeps what was taken: the newest modification of each order. */
async function readAll(shop: FakeShop, from = startAt - second) {
  const taken = new Map<number, string>();
  const cursors: number[] = [];
  const orderSchema = z.looseObject({ id: z.number(), date_modified_gmt: z.string() });
  const fault = await readChanged(
    {
      perPage: 100,
      ask: (query) => shop.client.get('orders', query, z.array(z.unknown())),
      async take({ data }: ListAnswer) {
        for (const order of data.map((each) => orderSchema.parse(each))) taken.set(order.id, order.date_modified_gmt);
      },
      stored: async (at) => void cursors.push(at),
    },
    { status: 'any' },
    from,
  );
  return { fault, taken, cursors };
}

function shopWith(seconds: readonly number[]): FakeShop {
  const shop = new FakeShop(startAt);
  for (const [at, after] of seconds.entries()) {
    shop.now = startAt + after * second;
    shop.set(at + 1);
  }
  return shop;
}

test('[SH3c] all pages are read, each from where the last one ended', async () => {
  const shop = shopWith(Array.from({ length: 250 }, (_, at) => at));
  const { fault, taken, cursors } = await readAll(shop);
  expect([fault, taken.size]).toEqual([null, 250]);
  expect(cursors.at(-1)).toBe(startAt + 249 * second);
  expect(shop.requests.map(({ query }) => query['page'])).toEqual([1, 1, 1]);
});

test.each([false, true])(
  '[SH3c] more than a page in one second is read whole (totals swallowed: %s)',
  async (without) => {
    const shop = shopWith(Array.from({ length: 420 }, (_, at) => (at < 30 ? 0 : at < 390 ? 5 : 9)));
    shop.withoutTotals = without;
    const { fault, taken, cursors } = await readAll(shop);
    expect([fault, taken.size]).toEqual([null, 420]);
    expect(cursors.at(-1)).toBe(startAt + 9 * second);
  },
);

test('[SH3c] orders that change while their crowded second is read move nothing out of sight', async () => {
  const shop = shopWith(Array.from({ length: 300 }, () => 0));
  let moved = 0;
  shop.meanwhile = () => {
    shop.now += 3 * second;
    for (let at = 0; at < 7; at++) shop.set(++moved);
    return undefined;
  };
  const { fault, taken } = await readAll(shop);
  expect([fault, taken.size]).toEqual([null, 300]);
});

test('[SH3c] a fault ends the reading and is said; the pages before it count', async () => {
  const shop = shopWith(Array.from({ length: 250 }, (_, at) => at));
  shop.meanwhile = () => (shop.requests.length === 2 ? 'unreadable' : undefined);
  const { fault, taken, cursors } = await readAll(shop);
  expect([fault?.kind, taken.size, cursors]).toEqual(['unreadable', 100, [startAt + 99 * second]]);
});

/** What happens in the shop: at any moment, also between two pages. */
const happening = fc.record({
  afterSeconds: fc.constantFrom(0, 0, 0, 1, 30, 300),
  /** One order, or many at once as a bulk edit does. */
  orders: fc.oneof(
    fc.integer({ min: 1, max: 400 }).map((id) => [id]),
    fc
      .record({ from: fc.integer({ min: 1, max: 300 }), count: fc.integer({ min: 2, max: 260 }) })
      .map(({ from, count }) => Array.from({ length: count }, (_, at) => from + at)),
  ),
  status: fc.constantFrom('processing', 'processing', 'completed', 'cancelled', 'on-hold', 'preparing-now'),
});

test('[SH3c] whatever changes in the shop, and whichever pages fail, every order’s newest state is known in the end', async () => {
  const story = fc.array(
    fc.record({
      before: fc.array(happening, { maxLength: 3 }),
      during: fc.array(fc.option(happening, { nil: null }), { maxLength: 6 }),
      failing: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
      dies: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(story, fc.boolean(), async (looks, withoutTotals) => {
      await using bench = await openAsking();
      const { shop } = bench;
      shop.withoutTotals = withoutTotals;
      const happen = ({ afterSeconds, orders, status }: (typeof looks)[number]['before'][number]): void => {
        bench.pass(afterSeconds * second);
        // Which of two states of one second is the newer is told by their rank ([OR1]), not by asking.
        if (orders.some((id) => (shop.orders.get(id)?.modifiedAt ?? 0) + second > shop.now)) bench.pass(second);
        for (const id of orders) shop.set(id, status);
      };
      for (const { before, during, failing, dies } of looks) {
        for (const each of before) happen(each);
        const coming = [...during];
        let asked = 0;
        shop.meanwhile = () => {
          const next = coming.shift();
          if (next) happen(next);
          return failing.includes(++asked) ? 'timeout' : undefined;
        };
        if (dies) {
          await bench.asking.stop();
          bench.begin();
        }
        await bench.look();
      }
      shop.meanwhile = () => undefined;
      // A look that goes well.
      await bench.look();
      expect(bench.asking.state().fault).toBeNull();
      const signalled = new Set(bench.signalled);
      for (const { id, status, modifiedAt } of shop.orders.values()) {
        expect(signalled).toContain(String(id));
        expect((await bench.known(id)).shop, `order ${id}`).toMatchObject({ status, modifiedAt });
      }
    }),
    { numRuns: 12, seed: 20_261_121 },
  );
}, 120_000);
