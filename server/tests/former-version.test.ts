import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HistoryPage, OrderStory } from '@kasera/shared/history.ts';
import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { migrate, migrationsFolder } from '../src/db/migrate.ts';
import { openSqlite } from '../src/db/sqlite.ts';
import { sql, type Sql } from '../src/db/sql.ts';
import { done, orderOf } from './support/api.ts';
import { kitchenSettings, to } from './support/kitchen-settings.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered, soonAfterCaptures } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

const minute = 60_000;
const at = soonAfterCaptures - 30 * minute;
const formerMigrations = ['0001-ground.sql', '0002-shop.sql'];

/** An order as the version before the line wrote it: no line has a route, no part was ever bumped. */
function formerOrder(number: string, status: Order['status'], parts: Partial<Order> = {}): Order {
  const accepted = status !== 'new';
  return sampleOrder({
    ...{ id: `0194-${number}`, externalId: number, number, status, statusAt: at, clockAt: at, dueAt: at + 20 * minute },
    shop: { status: 'processing', modifiedAt: at, standing: { status: 'processing', modifiedAt: at } },
    items: [
      sampleItem({ id: '1', productId: '7' }),
      sampleItem({ id: '2', productId: '8', name: 'Croquetas de jamón', quantity: 2 }),
    ],
    ...(accepted && {
      promisedAt: at + 20 * minute,
      promises: [{ at, promisedAt: at + 20 * minute, by: 'kitchen' }],
    }),
    times: sampleTimes({ placedAt: at, arrivedAt: at, releasedAt: at, acknowledgedAt: accepted ? at : null }),
    ...parts,
  });
}

const readyTimes = sampleTimes({ arrivedAt: at, releasedAt: at, acknowledgedAt: at, readyAt: at + 25 * minute });
const beforeReady: Order['beforeReady'] = { status: 'preparing', done: { 1: 1, 2: 0 } };
const cooked = [sampleItem({ id: '1', doneQuantity: 1, done: true })];
const formerOrders = [
  formerOrder('501', 'new'),
  formerOrder('502', 'preparing'),
  formerOrder('503', 'ready', { items: cooked, beforeReady, times: readyTimes }),
  formerOrder('504', 'completed', {
    ...{ items: cooked, beforeReady, guest: { name: 'José M.' } },
    times: { ...readyTimes, completedAt: at + 28 * minute },
  }),
];

/** The statements of that version, as it wrote a new order and its event. */
function formerRow(order: Order, seq: number): Sql[] {
  const { id, kitchenId, source, externalId, number, version, status, statusAt, shop, dueAt, times } = order;
  const open = status === 'new' || status === 'preparing' ? 1 : 0;
  return [
    sql`
      insert into orders (id, kitchen_id, source, external_id, number, version, status, status_at, open, arrived_late,
        seq, arrived_at, due_at, shop_status, shop_modified_at, open_at_arrival, document)
      values (${id}, ${kitchenId}, ${source}, ${externalId}, ${number}, ${version}, ${status}, ${statusAt}, ${open}, 0,
        ${seq}, ${times.arrivedAt}, ${dueAt}, ${shop.status}, ${shop.modifiedAt}, 0, ${JSON.stringify(order)})`,
    sql`
      insert into order_events (kitchen_id, seq, order_id, version, type, at, actor, detail)
      values (${kitchenId}, ${seq}, ${id}, ${version}, 'arrived', ${times.arrivedAt}, 'shop', '{}')`,
  ];
}

/** A data folder as that version leaves it. */
async function writeFormerData(dataDir: string): Promise<void> {
  const folder = join(dataDir, 'former-migrations');
  await mkdir(folder);
  for (const name of formerMigrations) await copyFile(join(migrationsFolder, name), join(folder, name));
  await using database = await openSqlite({ path: join(dataDir, 'kasera.sqlite') });
  expect(await migrate({ database, now: () => at, folder })).toEqual(formerMigrations);
  await database.write([
    sql`insert into kitchens (id, seq, epoch, created_at) values ('main', ${formerOrders.length}, 'former', ${at})`,
    ...formerOrders.flatMap((order, index) => formerRow(order, index + 1)),
  ]);
}

test('[SU5] the orders of the version before the line are on the board, are bumped, recalled and handed over', async () => {
  using folder = temporaryFolder();
  await writeFormerData(folder.path);
  await using kasera = await startKasera({ dataDir: folder.path });
  using screen = await kasera.screen();
  const answer = await screen.sync();
  const shown = answer.type === 'all' ? answer.orders.map(({ number }) => number).sort() : [];
  expect(shown).toEqual(['501', '502', '503', '504']);
  const press = async (number: string, body: object) =>
    (await done(kasera, (await orderOf(kasera, number)).id, body)).order;
  expect(await press('501', { type: 'acknowledge' })).toMatchObject({ status: 'acknowledged' });
  expect(await press('502', { type: 'ready', stations: ['grill'] })).toMatchObject({ status: 'ready' });
  expect(await press('502', { type: 'recall', stations: ['grill'] })).toMatchObject({ status: 'preparing' });
  expect((await press('503', { type: 'recall' })).items).toMatchObject([{ done: true }]);
  expect(await press('504', { type: 'recall' })).toMatchObject({ status: 'ready' });
  expect(await press('504', { type: 'complete' })).toMatchObject({ status: 'completed' });
});

test('[SU5] they are sent to the stations that are set up, and follow what the shop changes', async () => {
  using folder = temporaryFolder();
  await writeFormerData(folder.path);
  await using kasera = await startKasera({ dataDir: folder.path });
  const words = [
    { word: 'pizza', route: to('oven') },
    { word: 'croquetas', route: to('grill') },
  ];
  const settings = kitchenSettings({ routing: { categories: {}, products: {}, words } });
  const headers = { authorization: `Bearer ${kasera.apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ settings, version: 0 });
  expect((await kasera.request('/api/kitchen', { method: 'PUT', headers, body })).status).toBe(200);
  using screen = await kasera.screen();
  const routes = async () => {
    const answer = await screen.sync();
    const order = answer.type === 'all' && answer.orders.find(({ number }) => number === '502');
    return order ? order.items.map(({ route }) => route?.stations.join() ?? '') : [];
  };
  await until(async () => (await routes()).join(' ') === 'oven grill');
  const { id } = await orderOf(kasera, '502');
  expect((await done(kasera, id, { type: 'ready', stations: ['oven'] })).order.status).toBe('preparing');
  expect((await done(kasera, id, { type: 'ready', stations: ['grill'] })).order.status).toBe('ready');
  await kasera.deliver(orderNumbered(501, { customer_note: 'Sin cebolla' }));
  await until(async () => (await orderOf(kasera, '501')).note === 'Sin cebolla');
});

test('[SC3c] history finds them once they are filled in, and tells the story of each', async () => {
  using folder = temporaryFolder();
  await writeFormerData(folder.path);
  await using kasera = await startKasera({ dataDir: folder.path });
  const history = async (query: string) => (await kasera.get(`/api/history?${query}`)).json() as HistoryPage;
  const numbers = ({ rows }: HistoryPage) => rows.map(({ number }) => number).sort();
  expect(numbers(await history(''))).toEqual(['501', '502', '503', '504']);
  await until(async () => numbers(await history('q=jose')).join() === '504');
  expect(numbers(await history('dish=jamon'))).toEqual(['501', '502']);
  expect(numbers(await history('late=1'))).toEqual(['502', '503', '504']);
  const { id } = await orderOf(kasera, '504');
  const story = (await kasera.get(`/api/orders/${id}/story`)).json() as OrderStory;
  expect(story).toMatchObject({
    events: [{ type: 'arrived', screen: null, stations: [] }],
    waits: { acceptMs: 0, cookMs: 25 * minute, pickupMs: 3 * minute, stations: [] },
  });
});
