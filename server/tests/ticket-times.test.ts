import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { done, orderOf } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

const minute = 60_000;

async function timesOf(kasera: RunningKasera, orderId: string): Promise<object | undefined> {
  const [row] = await kasera.database.query(sql`select * from ticket_times where order_id = ${orderId}`);
  return row;
}

test('[OR7] an ended order leaves its times: placed, arrived, painted, answered, touched, ready, handed over', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.sync();
  const start = kasera.clock.now;
  await kasera.deliver(orderNumbered(7));
  await kasera.deliver(orderNumbered(8));
  const { id } = await orderOf(kasera, '8');
  kasera.clock.now = start + 2_000;
  screen.paint([{ orderId: id, ageMs: 1_500 }]);
  await until(async () => (await kasera.database.query(sql`select 1 from order_paints`)).length > 0);
  const [item] = (await orderOf(kasera, '8')).items;
  const steps = [
    { type: 'acknowledge', readyInMinutes: 20 },
    { type: 'item-done', itemId: item?.id },
    { type: 'ready' },
    { type: 'complete' },
  ];
  for (const body of steps) {
    kasera.clock.now += minute;
    await done(kasera, id, body);
  }
  const first = start + 2_000;
  const whole = {
    order_id: id,
    station: '',
    kitchen_id: 'main',
    number: '8',
    kind: 'unknown',
    placed_at: Date.parse('2026-11-20T23:45:00Z'),
    arrived_at: start,
    painted_at: start + 500,
    acknowledged_at: first + minute,
    first_touch_at: first + 2 * minute,
    ready_at: first + 3 * minute,
    completed_at: first + 4 * minute,
    cancelled_at: null,
    first_promised_at: first + 21 * minute,
    last_promised_at: first + 21 * minute,
    open_at_arrival: 1,
    dishes: 3,
    status: 'completed',
  };
  expect(await timesOf(kasera, id)).toEqual(whole);
  // Recalled and handed over again, it is one ticket still.
  await done(kasera, id, { type: 'recall' });
  kasera.clock.now += minute;
  await done(kasera, id, { type: 'complete' });
  expect(await timesOf(kasera, id)).toEqual({ ...whole, completed_at: first + 5 * minute });
});

test('[OR7] a screen’s first sight counts, and each screen for itself', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(8));
  const { id } = await orderOf(kasera, '8');
  for (const name of ['wall', 'phone']) {
    using screen = await kasera.screen();
    await screen.rawSync({ kitchen: 'main', screen: name });
    screen.paint([{ orderId: id, ageMs: 0 }]);
    await until(async () => (await paintsOf(kasera)).some((paint) => paint.screen === name));
    kasera.clock.now += 1_000;
    screen.paint([{ orderId: id, ageMs: 0 }]);
    // What comes after on the same connection was handled after it.
    await screen.sync();
  }
  const start = kasera.clock.now - 2_000;
  expect(await paintsOf(kasera)).toEqual([
    { screen: 'phone', painted_at: start + 1_000 },
    { screen: 'wall', painted_at: start },
  ]);
});

test('[OR7] a test order is out of every figure', async () => {
  await using kasera = await startKasera();
  const { order } = (await kasera.post('/api/test-orders')).json() as { order: { id: string } };
  for (const type of ['acknowledge', 'ready', 'complete']) await done(kasera, order.id, { type });
  expect(await timesOf(kasera, order.id)).toBeUndefined();
});

function paintsOf(kasera: RunningKasera): Promise<{ screen: string; painted_at: number }[]> {
  return kasera.database.query(sql`select screen, painted_at from order_paints order by screen`);
}
