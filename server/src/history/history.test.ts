import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HistoryRow } from '@kasera/shared/history.ts';
import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { openPglite } from '../../tests/support/pglite.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import type { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { sql, sqlWithoutValues } from '../db/sql.ts';
import { openSqlite } from '../db/sqlite.ts';
import { createFilling } from '../orders/filling.ts';
import { openKitchen } from '../orders/kitchen.ts';
import { createOrderStore } from '../orders/store.ts';
import { createHistory, type History, type HistoryRequest } from './history.ts';
import { createHistorySearch } from './history-search.ts';

const minute = 60_000;
const now = 1_000 * minute;

async function bed(opened?: Database) {
  const folder = temporaryFolder();
  const database = opened ?? (await openSqlite({ path: join(folder.path, 'test.sqlite') }));
  await migrate({ database, now: () => 1 });
  await openKitchen(database, { id: 'main', epoch: 'e', now: 1 });
  const store = createOrderStore({ database });
  const clock = { now };
  const search = createHistorySearch({ database, kitchenId: 'main' });
  const history = createHistory({ search, stations: () => [], now: () => clock.now });
  return {
    ...{ database, clock, history, store },
    async save(...orders: Order[]) {
      const event = { type: 'arrived', at: 0, actor: 'shop', detail: {} } as const;
      for (const order of orders) await database.write(store.saving({ before: null, order, event }));
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** The n-th order: it arrived in the n-th minute. */
function orderOf(n: number, parts: Partial<Order> = {}, times: Partial<Order['times']> = {}): Order {
  const arrivedAt = n * minute;
  return sampleOrder({
    ...{ id: `o${String(n).padStart(3, '0')}`, externalId: String(n), number: String(1_000 + n), dueAt: arrivedAt },
    times: sampleTimes({ arrivedAt, ...times }),
    ...parts,
  });
}

/** Handed over, so many minutes late. */
function lateOrder(n: number, lateMinutes: number, parts: Partial<Order> = {}): Order {
  const promisedAt = (n + 20) * minute;
  return orderOf(n, { status: 'completed', promisedAt, ...parts }, { readyAt: promisedAt + lateMinutes * minute });
}

async function all(history: History, request: Partial<HistoryRequest>): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await history.page({ wish: {}, late: false, limit: 3, cursor, ...request });
    rows.push(...(page?.rows ?? []));
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

const numbers = (rows: readonly HistoryRow[]) => rows.map(({ number }) => number);

test('[SC3] history lists the newest arrivals first, each once, page by page, without drafts', async () => {
  await using one = await bed();
  await one.save(...[3, 1, 7, 5, 2, 6, 4].map((n) => orderOf(n)), orderOf(8, { status: 'unreleased' }));
  expect(numbers(await all(one.history, {}))).toEqual(['1007', '1006', '1005', '1004', '1003', '1002', '1001']);
  const page = await one.history.page({ wish: {}, late: false, limit: 7 });
  expect(page).toMatchObject({ total: 7, late: 0, next: null });
});

test('[SC3a] it is searched by number, by guest and by dish, words in any order, accents and capitals aside', async () => {
  await using one = await bed();
  await one.save(
    orderOf(1, { guest: { name: 'Ángel R.' }, items: [sampleItem({ name: 'Croquetas de Jamón' })] }),
    orderOf(2, { guest: { name: 'Ana 100%' }, items: [sampleItem({ name: 'Pizza' })] }),
    orderOf(21, { guest: { name: 'Jamón' }, items: [sampleItem({ name: 'Tiramisú' })] }),
  );
  const found = async (wish: HistoryRequest['wish']) => numbers(await all(one.history, { wish }));
  expect(await found({ q: '1002' })).toEqual(['1002']);
  expect(await found({ q: '#1021' })).toEqual(['1021']);
  expect(await found({ q: '02' })).toEqual(['1021', '1002']);
  expect(await found({ q: 'angel' })).toEqual(['1001']);
  expect(await found({ q: ' R. ÁNGEL 100' })).toEqual(['1001']);
  expect(await found({ dish: 'jamon croqueta' })).toEqual(['1001']);
  expect(await found({ dish: 'TIRAMISU', q: 'jamon' })).toEqual(['1021']);
  expect(await found({ q: '%' })).toEqual(['1002']);
  expect(await found({ q: '_' })).toEqual([]);
  expect(await found({ q: '!' })).toEqual([]);
});

test('[SC3] a day has what was for it, also what had come days before', async () => {
  await using one = await bed();
  const day = { from: 100_000 * minute, to: 101_440 * minute };
  await one.save(
    orderOf(1, { dueAt: day.from }),
    orderOf(2, { dueAt: day.from - 1 }),
    orderOf(3, { dueAt: day.to - 1 }),
  );
  await one.save(orderOf(4, { dueAt: day.to }), lateOrder(5, 3, { dueAt: day.from }));
  expect(numbers(await all(one.history, { wish: { due: day } }))).toEqual(['1005', '1003', '1001']);
  expect(numbers(await all(one.history, { wish: { due: day }, late: true }))).toEqual(['1005']);
});

const theWorst = ['1010', '1009', '1002', '1001', '1003', '1008'];

async function saveLateOnes(one: Awaited<ReturnType<typeof bed>>): Promise<void> {
  const items = [sampleItem({ name: 'Ñoquis' })];
  await one.save(
    ...[lateOrder(1, 12), lateOrder(2, 40), lateOrder(3, 5), lateOrder(4, 0), lateOrder(5, -9)],
    ...[lateOrder(6, 90, { test: true }), lateOrder(7, 99, { notClosed: true }), lateOrder(8, 3, { items })],
    // Open ones: late by now, and not yet.
    ...[orderOf(9, { promisedAt: now - 60 * minute }), orderOf(10, { promisedAt: now - 61 * minute, items })],
    ...[orderOf(11, { promisedAt: now + minute }), orderOf(12, { promisedAt: 1, status: 'cancelled' })],
  );
}

test('[SC3b] the late ones come worst first over everything, open ones by now, and tests and what was put away not', async () => {
  await using one = await bed();
  await saveLateOnes(one);
  const late = await all(one.history, { late: true });
  expect(numbers(late)).toEqual(theWorst);
  expect(late.map(({ lateMs }) => (lateMs ?? 0) / minute)).toEqual([61, 60, 40, 12, 5, 3]);
  const page = await one.history.page({ wish: {}, late: true, limit: 2 });
  expect(page).toMatchObject({ total: 6, late: 6 });
  expect(await one.history.page({ wish: {}, late: false, limit: 1 })).toMatchObject({ total: 12, late: 6 });
  expect(await one.history.page({ wish: { dish: 'noqui' }, late: true, limit: 1 })).toMatchObject({
    total: 2,
    late: 2,
  });
  expect(numbers(await all(one.history, { wish: { q: '1006' } }))).toEqual(['1006']);
});

test('[SC3b] pages that belong together count by the same moment', async () => {
  await using one = await bed();
  await one.save(...[1, 2, 3, 4].map((n) => orderOf(n, { promisedAt: now - n * minute })));
  const first = await one.history.page({ wish: {}, late: true, limit: 2 });
  one.clock.now += 5 * minute;
  await one.save(orderOf(9, { promisedAt: now + minute }));
  const second = await one.history.page({ wish: {}, late: true, limit: 2, cursor: first?.next ?? '' });
  expect(numbers([...(first?.rows ?? []), ...(second?.rows ?? [])])).toEqual(['1004', '1003', '1002', '1001']);
  expect(second).toMatchObject({ total: 4, late: 4, next: null, rows: [{ lateMs: 2 * minute }, { lateMs: minute }] });
});

test('[SC3] a cursor that no page gave is none', async () => {
  await using one = await bed();
  for (const cursor of [
    '',
    'x',
    Buffer.from('{"now":-1}').toString('base64url'),
    Buffer.from('[]').toString('base64'),
  ]) {
    expect(await one.history.page({ wish: {}, late: false, limit: 1, cursor })).toBeNull();
  }
});

test('[SC3c] orders of former versions are listed at once, and found once they are filled in, whatever breaks in', async () => {
  await using one = await bed();
  await one.save(...[1, 2, 3, 4, 5].map((n) => lateOrder(n, n, { items: [sampleItem({ name: 'Ñoquis' })] })));
  await one.database.write([sqlWithoutValues('update orders set found_by = null, dishes = null, late_ms = null')]);
  expect(await all(one.history, {})).toHaveLength(5);
  expect(await all(one.history, { wish: { dish: 'noquis' } })).toEqual([]);
  const broken = createFilling({ database: one.database, batch: 2 });
  expect(await broken.step()).toBe(true);
  const next = createFilling({ database: one.database, batch: 2 });
  expect([await next.step(), await next.step(), await next.step()]).toEqual([true, false, false]);
  expect(numbers(await all(one.history, { wish: { dish: 'noquis' }, late: true }))).toEqual([
    ...['1005', '1004', '1003', '1002', '1001'],
  ]);
});

test('[SC3c] an order that changes while it is filled in keeps its newer words', async () => {
  await using one = await bed();
  const before = orderOf(1, { guest: { name: 'Ana' } });
  await one.save(before);
  await one.database.write([sqlWithoutValues('update orders set found_by = null')]);
  const filling = createFilling({
    database: {
      query: (statement) => one.database.query(statement),
      async write(statements) {
        const order = { ...before, version: 2, guest: { name: 'Bea' } };
        await one.database.write(one.store.saving({ before, order, event: null }));
        return one.database.write(statements);
      },
    },
  });
  await filling.step();
  expect(await one.database.query(sql`select found_by from orders`)).toEqual([{ found_by: '1001 bea' }]);
});

test('[DB15] what history asks is PostgreSQL’s too', { timeout: 60_000 }, async () => {
  await using one = await bed(await openPglite());
  await saveLateOnes(one);
  expect(numbers(await all(one.history, { late: true }))).toEqual(theWorst);
  expect(numbers(await all(one.history, { wish: { dish: 'noquis', q: 'ana 1008' } }))).toEqual(['1008']);
  await one.database.write([sqlWithoutValues('update orders set found_by = null')]);
  expect(await createFilling({ database: one.database }).step()).toBe(false);
  expect(await one.history.page({ wish: { q: '10' }, late: false, limit: 1 })).toMatchObject({ total: 12, late: 6 });
});

test('[SC3a] a search reads the index alone, not the documents', async () => {
  await using one = await bed();
  const plan = await one.database.query<{ detail: string }>(
    sql`explain query plan select count(*), sum(late_ms), sum(late_from) from orders
      where kitchen_id = 'main' and status <> 'unreleased' and arrived_at >= 0 and arrived_at <= 9 and due_at >= 0
        and coalesce(found_by, '') like '%x%' escape '!' and coalesce(dishes, '') like '%' escape '!'`,
  );
  expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX orders_by_arrival');
});
