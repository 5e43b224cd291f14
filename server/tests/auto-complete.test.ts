import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { done, orderOf } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderBody, orderNumbered, signed } from './support/shop-delivery.ts';
import { handTurnedTimers } from './support/hand-turned-timers.ts';
import { until } from './support/until.ts';

const minute = 60_000;

async function readyOrder(kasera: RunningKasera): Promise<string> {
  await kasera.deliver(orderNumbered(1));
  const { id } = await orderOf(kasera, '1');
  await done(kasera, id, { type: 'acknowledge' });
  return (await done(kasera, id, { type: 'ready' })).order.id;
}

test('[OR5m] what is ready completes by itself after half an hour, and the log says that Kasera did it', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera({ environment: { AUTO_COMPLETE_MINUTES: '30' } });
  const id = await readyOrder(kasera);
  kasera.clock.now += 30 * minute - 1;
  await timers.turn(15_000);
  expect(await orderOf(kasera, '1')).toMatchObject({ status: 'ready' });
  kasera.clock.now += 1;
  await timers.turn(15_000);
  await until(async () => (await orderOf(kasera, '1')).status === 'completed');
  const events = await kasera.database.query(sql`
    select type, actor from order_events where order_id = ${id} order by seq desc limit 1`);
  expect(events).toEqual([{ type: 'completed', actor: 'kasera' }]);
});

test('[OR5m] what was recalled, or handed over by a person, is not completed again', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  const id = await readyOrder(kasera);
  await done(kasera, id, { type: 'recall' });
  kasera.clock.now += 31 * minute;
  await timers.turn(15_000);
  expect(await orderOf(kasera, '1')).toMatchObject({ status: 'acknowledged' });
  await done(kasera, id, { type: 'ready' });
  const { order } = await done(kasera, id, { type: 'complete' });
  kasera.clock.now += 31 * minute;
  await timers.turn(15_000);
  expect(await orderOf(kasera, '1')).toEqual(order);
});

test('[OR5m] what was completed by itself and taken back completes by itself again', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  const id = await readyOrder(kasera);
  for (let round = 0; round < 2; round++) {
    kasera.clock.now += 30 * minute;
    await timers.turn(15_000);
    await until(async () => (await orderOf(kasera, '1')).status === 'completed', 1_000);
    expect((await done(kasera, id, { type: 'recall' })).order.status).toBe('ready');
  }
});

test('[OR5m] a change of the dishes between look and deed delays the completion, and does not prevent it', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  const id = await readyOrder(kasera);
  // As if the look had come before the change: the deed it decided on is refused and kept as such.
  const before = await orderOf(kasera, '1');
  const [line] = orderBody().line_items as object[];
  const fewer = { id: 1, number: '1', line_items: [line], date_modified_gmt: '2026-11-20T23:47:00' };
  await kasera.deliver(signed(orderBody('order-created-guest', fewer)));
  const { statusAt, version } = await until(async () => {
    const order = await orderOf(kasera, '1');
    return order.version > before.version && order;
  });
  expect(statusAt).toBe(before.statusAt);
  const looked = { type: 'complete', from: 'ready', version: before.version };
  const ids = [`auto-${id}-${Date.parse(statusAt)}`, `auto-${id}-${before.version}`];
  for (const commandId of ids) await kasera.post(`/api/orders/${id}/commands`, { id: commandId, ...looked });
  expect(await orderOf(kasera, '1')).toMatchObject({ status: 'ready', version });
  kasera.clock.now += 31 * minute;
  await timers.turn(15_000);
  await until(async () => (await orderOf(kasera, '1')).status === 'completed', 1_000);
});

test('[OR5m] what is ready before the time its guest chose waits for the guest', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera({ environment: { TIME_ZONE: 'Europe/Madrid' } });
  const chosen = { delivery_date: '2026-11-21', delivery_time: '04:00' };
  const meta_data = Object.entries(chosen).map(([key, value]) => ({ key, value }));
  await kasera.deliver(orderNumbered(1, { date_created: '2026-11-21T00:45:00', meta_data }));
  const { id } = await orderOf(kasera, '1');
  await done(kasera, id, { type: 'acknowledge' });
  const { order } = await done(kasera, id, { type: 'ready' });
  const at = Date.parse(String(order.promisedAt));
  expect(at).toBe(Date.parse('2026-11-21T03:00:00Z'));
  for (const [now, status] of [
    [at - minute, 'ready'],
    [at + 29 * minute, 'ready'],
    [at + 30 * minute, 'completed'],
  ] as const) {
    kasera.clock.now = now;
    await timers.turn(15_000);
    await until(async () => (await orderOf(kasera, '1')).status === status, 1_000);
  }
});
