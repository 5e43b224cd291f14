import { expect, test } from 'vitest';
import { defaultMapping } from '@kasera/shared/shop.ts';
import { createTestOrders } from '../../orders/test-order.ts';
import { shopFault } from '../connection/shop-fault.ts';
import { sql } from '../../db/sql.ts';
import { openPglite } from '../../../tests/support/pglite.ts';
import { begin, minute, openTellingKitchen } from '../../../tests/support/telling-kitchen.ts';
import { until } from '../../../tests/support/until.ts';

test('[SH5l] a shop that is down is told later, within a day; then not any more', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  for (let tries = 0; tries < 3; tries++) kitchen.shop.mishaps.push({ on: 'GET', fault: shopFault('unavailable') });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.deliveries())[0]?.attempts.length === 1);
  expect((await kitchen.deliveries())[0]).toMatchObject({ state: 'waiting', error: 'unavailable' });
  await kitchen.pass(25 * 60 * minute);
  await kitchen.untilTold();
  expect(await kitchen.states()).toEqual(['completed parked expired']);
  expect(await kitchen.order()).not.toHaveProperty('telling');
  const error = { code: 'shop-not-told', level: 'error', count: 1, at: kitchen.now, error: 'unavailable' };
  expect(await kitchen.outbox.notices(kitchen.now)).toEqual([error]);
  await kitchen.outbox.connectionChanged();
  expect(await kitchen.states()).toEqual(['completed parked expired']);
});

test.each(['unauthorised', 'forbidden', 'refused'] as const)(
  '[SH5l] %s parks it; it is said, and tried again with another connection',
  async (kind) => {
    await using kitchen = await openTellingKitchen(defaultMapping);
    await kitchen.press('acknowledge', 'ready', 'complete');
    kitchen.shop.mishaps.push({ on: 'PUT', fault: shopFault(kind, { status: 401 }) });
    await kitchen.pass(minute);
    await until(async () => (await kitchen.states())[0] === 'completed parked');
    const error = { code: 'shop-not-told', level: 'error', count: 1, at: kitchen.now, error: kind };
    expect(await kitchen.outbox.notices(kitchen.now)).toEqual([error]);
    await kitchen.outbox.connectionChanged();
    await until(async () => (await kitchen.states())[0] === 'completed sent');
    expect(await kitchen.outbox.notices(kitchen.now)).toEqual([]);
  },
);

test('[SH5l] what could not be sold again is said once, by the list of what is sold out', async () => {
  await using kitchen = await openTellingKitchen();
  kitchen.stock = () => Promise.resolve({ type: 'parked', fault: shopFault('refused') });
  const task = { type: 'stock', soldOutId: 's', productId: '7', variationId: null } as const;
  const place = (to: 'instock' | 'outofstock') =>
    kitchen.database.write(kitchen.outbox.placing({ ...task, to }, { dueAt: kitchen.now, key: to }));
  await place('instock');
  await kitchen.pass(0);
  await kitchen.untilTold();
  expect([await kitchen.states(), await kitchen.outbox.notices(kitchen.now)]).toEqual([['instock 7 parked'], []]);
  await place('outofstock');
  await kitchen.pass(0);
  await kitchen.untilTold();
  expect(await kitchen.outbox.notices(kitchen.now)).toMatchObject([{ code: 'shop-not-told', count: 1 }]);
});

test('[SH5l] a recall drops what was parked', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.mishaps.push({ on: 'GET', fault: shopFault('forbidden') });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states())[0] === 'completed parked');
  await kitchen.press('recall');
  expect(await kitchen.states()).toEqual(['completed dropped recalled']);
});

test('[SH5l] parked is due again at the next start', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.mishaps.push({ on: 'GET', fault: shopFault('forbidden') });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states())[0] === 'completed parked');
  await kitchen.restart();
  await until(async () => (await kitchen.states())[0] === 'completed sent');
});

test('[SH5m] without a shop the delivery says so, and nothing is on its way', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  kitchen.address = null;
  const order = await kitchen.press('acknowledge', 'ready', 'complete');
  expect(order).not.toHaveProperty('telling');
  expect(await kitchen.states()).toEqual(['completed unconfigured not connected']);
});

test.each([
  [null, 'completed unconfigured not connected'],
  ['https://other.example.test', 'completed dropped closed'],
])('[SH5m] what was for one shop is not told to %s', async (address, state) => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.address = address;
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.asked, await kitchen.states()]).toEqual([[], [state]]);
  expect(await kitchen.order()).not.toHaveProperty('telling');
});

test('[SH5b] test orders and orders of other sources are never told', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  const { store, handling } = kitchen;
  const place = createTestOrders({
    ...{ signal: handling.signal, store, kitchenId: 'main', now: () => kitchen.now, newId: () => `x-${kitchen.now}` },
  });
  const placed = await place();
  const id = placed.order?.id ?? '';
  for (const type of ['acknowledge', 'ready', 'complete'] as const) await handling.command(id, { id: type, type });
  expect(await store.byId(id)).toMatchObject({ status: 'completed' });
  expect(await kitchen.deliveries()).toEqual([]);
  expect(kitchen.outbox.writeBack('pos')).toBeNull();
});

test('[SH5n] the tasks of one key leave one after the other, those of another meanwhile', async () => {
  await using kitchen = await openTellingKitchen();
  const begun: string[] = [];
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  kitchen.stock = async ({ soldOutId }) => {
    begun.push(soldOutId);
    if (soldOutId === 'a1') await opened;
    return { type: 'done', status: 200 };
  };
  const task = { type: 'stock', productId: '7', variationId: null, to: 'outofstock' } as const;
  const place = (soldOutId: string, key: string) =>
    kitchen.outbox.placing({ ...task, soldOutId }, { dueAt: kitchen.now, key });
  await kitchen.database.write([...place('a1', 'a'), ...place('a2', 'a'), ...place('b1', 'b')]);
  await kitchen.pass(0);
  await until(() => begun.length === 2);
  await kitchen.pass(0);
  expect(begun).toEqual(['a1', 'b1']);
  open();
  await until(() => begun.length === 3);
  await kitchen.untilTold();
  expect(await kitchen.states()).toEqual(['outofstock 7 sent', 'outofstock 7 sent', 'outofstock 7 sent']);
});

test('[SH5n] what goes along is written with the settling; a handler that throws is tried again', async () => {
  await using kitchen = await openTellingKitchen();
  let tries = 0;
  kitchen.stock = async ({ soldOutId }) => {
    if (tries++ === 0) throw new Error('a surprise');
    return { type: 'done', status: 200, along: [sql`insert into probes (id, filler) values (${soldOutId}, 'x')`] };
  };
  const task = { type: 'stock', soldOutId: 's', productId: '7', variationId: '71', to: 'instock' } as const;
  await kitchen.database.write(kitchen.outbox.placing(task, { dueAt: kitchen.now, key: 'k' }));
  await kitchen.pass(0);
  await until(async () => (await kitchen.deliveries())[0]?.attempts.length === 1);
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states())[0] === 'instock 7/71 sent');
  expect(await kitchen.database.query(sql`select id from probes`)).toEqual([{ id: 's' }]);
  await kitchen.database.write(kitchen.outbox.placing(task, { dueAt: kitchen.now + minute, key: 'k' }));
  await kitchen.database.write(kitchen.outbox.dropping('k', 'overtaken'));
  expect((await kitchen.states()).at(-1)).toBe('instock 7/71 dropped overtaken');
});

test('[SH5n] every statement is PostgreSQL’s too', { timeout: 30_000 }, async () => {
  await using kitchen = await begin(await openPglite(), () => undefined);
  await kitchen.press('acknowledge');
  kitchen.shop.mishaps.push({ on: 'GET', fault: shopFault('busy', { retryAfterMs: 5_000 }) });
  await kitchen.pass(minute);
  await until(async () => (await kitchen.deliveries())[0]?.attempts.length === 1);
  await kitchen.pass(minute);
  await until(async () => (await kitchen.states())[0] === 'accepted sent');
  await kitchen.press('ready', 'recall', 'cancel');
  kitchen.shop.become('completed');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  await kitchen.restart();
  expect((await kitchen.states()).slice(1)).toEqual(['ready dropped recalled', 'cancelled dropped conflict']);
  expect(await kitchen.outbox.notices(kitchen.now)).toMatchObject([{ code: 'shop-conflict' }]);
});
