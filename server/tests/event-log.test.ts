import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { done, listOrders, orderOf, settled } from './support/api.ts';
import { heldCommit } from './support/held-commit.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

interface EventRow {
  seq: number;
  order_id: string;
  version: number;
  type: string;
  actor: string;
  detail: string;
}

function eventsOf(kasera: RunningKasera): Promise<EventRow[]> {
  return kasera.database.query<EventRow>(sql`
    select seq, order_id, version, type, actor, detail from order_events order by seq`);
}

test('[OR6] numbers have no gap and no double while a hundred commands and webhooks run at once', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  const { seq: from } = await screen.sync();
  await Promise.all(Array.from({ length: 50 }, (_, n) => kasera.deliver(orderNumbered(1000 + n))));
  await settled(kasera);
  const orders = await listOrders(kasera);
  const commands = orders.map(({ id }) => done(kasera, id, { type: 'acknowledge' }));
  const webhooks = Array.from({ length: 50 }, (_, n) => kasera.deliver(orderNumbered(2000 + n)));
  const notes = orders.map(({ id }) => done(kasera, id, { type: 'note', text: 'hot' }));
  const answers = [...(await Promise.all(commands)), ...(await Promise.all(notes))];
  await Promise.all(webhooks);
  await settled(kasera);
  const events = await eventsOf(kasera);
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  // One event per command, and its answer names that event.
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  for (const { order, seq } of answers) {
    expect(bySeq.get(seq)).toMatchObject({ order_id: order.id, version: order.version, actor: 'kitchen' });
  }
  expect(new Set(answers.map(({ seq }) => seq)).size).toBe(100);
  await until(() => screen.events.length === 200);
  expect(screen.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, n) => from + n + 1));
});

test('[OR6] a refused or unneeded command, and an update that says nothing new, make no event', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  const { id } = await orderOf(kasera, '1');
  await done(kasera, id, { type: 'acknowledge' });
  await done(kasera, id, { type: 'acknowledge' });
  await kasera.post(`/api/orders/${id}/commands`, { id: 'r', type: 'complete' });
  await kasera.deliver(orderNumbered(1));
  await settled(kasera);
  expect((await eventsOf(kasera)).map(({ type }) => type)).toEqual(['arrived', 'acknowledged']);
});

test('[OR6] a command whose COMMIT fails is 503 and leaves no number, no event and no answer behind', async () => {
  const disk = heldCommit();
  await using kasera = await startKasera({ sqlite: { hooks: { commit: disk.commit } } });
  using screen = await kasera.screen();
  await screen.sync();
  await kasera.deliver(orderNumbered(1));
  const { id, version } = await orderOf(kasera, '1');
  disk.fail();
  const answer = await kasera.post(`/api/orders/${id}/commands`, { id: 'c1', type: 'acknowledge' });
  expect([answer.status, answer.json()]).toMatchObject([503, { error: { code: 'cannot-store' } }]);
  expect(answer.headers['retry-after']).toBeDefined();
  disk.release();
  expect(await orderOf(kasera, '1')).toMatchObject({ version, status: 'new' });
  expect((await done(kasera, id, { id: 'c1', type: 'acknowledge' })).seq).toBe(2);
  await until(() => screen.events.length === 2);
  expect(screen.events.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('[OR6] the log holds nothing of the guest', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1, { customer_note: 'llamar al 611222333' }));
  const { id } = await orderOf(kasera, '1');
  await done(kasera, id, { type: 'note', text: 'Lucía called', allergy: true });
  await done(kasera, id, { type: 'cancel', reason: 'Lucía called again' });
  for (const { detail } of await eventsOf(kasera)) expect(detail).not.toMatch(/luc|611|called/i);
  expect(JSON.stringify(kasera.logged)).not.toMatch(/luc|611|called/i);
});
