import { expect, test } from 'vitest';
import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder, sampleTimes } from '@kasera/shared/testing/sample-order.ts';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { migrate } from '../db/migrate.ts';
import { sql } from '../db/sql.ts';
import { openSqlite } from '../db/sqlite.ts';
import { openKitchen } from './kitchen.ts';
import { createOrderStore } from './store.ts';

const at = (...stations: string[]) => ({ stations, handOver: false, leadMinutes: null });
const items = [
  sampleItem({ id: 'a', quantity: 2, route: at('grill') }),
  sampleItem({ id: 'b', route: at('grill', 'fry') }),
  sampleItem({ id: 'c', route: { stations: [], handOver: true, leadMinutes: null } }),
];
const ended = sampleOrder({
  ...{ status: 'completed', items, finished: { grill: { at: 500, before: {} } } },
  times: sampleTimes({ arrivedAt: 100, acknowledgedAt: 200, readyAt: 900, completedAt: 1_000 }),
});

async function bed() {
  const folder = temporaryFolder();
  const database = await openSqlite({ path: `${folder.path}/test.sqlite` });
  await migrate({ database, now: () => 1 });
  await openKitchen(database, { id: 'main', epoch: 'e', now: 1 });
  const store = createOrderStore({ database });
  return {
    async save(order: Order, before: Order | null) {
      await database.write(store.saving({ before, order, event: null }));
    },
    rows: () =>
      database.query(sql`
        select station, ready_at as ready, dishes, acknowledged_at as accepted from ticket_times order by station`),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

test('[OR7a] each station with a part has its row: ready when it bumped, else when the whole order was', async () => {
  await using one = await bed();
  await one.save(ended, null);
  expect(await one.rows()).toEqual([
    { station: '', ready: 900, dishes: 4, accepted: 200 },
    { station: 'fry', ready: 900, dishes: 1, accepted: 200 },
    { station: 'grill', ready: 500, dishes: 3, accepted: 200 },
  ]);
});

test('[OR7a] ended again elsewhere, it leaves nothing behind at its former stations', async () => {
  await using one = await bed();
  await one.save(ended, null);
  const moved = items.map((item) => ({ ...item, route: at('oven') }));
  await one.save({ ...ended, version: 2, items: moved }, ended);
  expect((await one.rows()).map(({ station }) => station)).toEqual(['', 'oven']);
});

test('[OR7a] put away at the day’s end it is in no figure, whatever it was before', async () => {
  await using one = await bed();
  await one.save(ended, null);
  await one.save({ ...ended, version: 2, notClosed: true }, ended);
  expect(await one.rows()).toEqual([]);
});
