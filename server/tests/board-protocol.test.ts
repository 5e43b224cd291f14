import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { done, listOrders, orderOf, settled } from './support/api.ts';
import { handTurnedTimers } from './support/hand-turned-timers.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered, recorded } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

test('[BD2] the first sync gives everything a screen has to hold, and what was decided by the owner', async () => {
  await using kasera = await startKasera({ environment: { READY_IN_MINUTES: '5,10' } });
  for (const id of [1, 2, 3]) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  const ready = (await orderOf(kasera, '2')).id;
  for (const type of ['acknowledge', 'ready']) await done(kasera, ready, { type });
  using screen = await kasera.screen();
  const answer = await screen.sync();
  if (answer.type !== 'all') throw new Error('expected everything');
  expect(answer.orders.map(({ number, status }) => `${number} ${status}`).sort()).toEqual([
    '1 new',
    '2 ready',
    '3 new',
  ]);
  expect(answer.seq).toBe(5);
  expect(answer.rules.readyInMinutes).toEqual([5, 10]);
  expect(answer.beat).toMatchObject({ seq: 5, epoch: answer.epoch, now: kasera.clock.now });
});

test('[BD2] what ended stays on the list for an hour, then it is history', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  const { id } = await orderOf(kasera, '1');
  for (const type of ['acknowledge', 'ready', 'complete']) await done(kasera, id, { type });
  using screen = await kasera.screen();
  kasera.clock.now += 3_600_000 - 1;
  expect(await screen.sync()).toMatchObject({ type: 'all', orders: [{ number: '1' }] });
  kasera.clock.now += 1;
  expect(await screen.sync()).toMatchObject({ type: 'all', orders: [] });
  expect(await listOrders(kasera)).toHaveLength(1);
});

test('[BD2] whoever comes back within the same epoch gets only what changed since', async () => {
  await using kasera = await startKasera();
  for (const id of [1, 2, 3]) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  using screen = await kasera.screen();
  const { epoch, seq } = await screen.sync();
  await done(kasera, (await orderOf(kasera, '2')).id, { type: 'acknowledge' });
  await done(kasera, (await orderOf(kasera, '2')).id, { type: 'ready' });
  const answer = await screen.sync({ epoch, since: seq });
  expect(answer).toMatchObject({
    type: 'since',
    seq: 5,
    events: [{ seq: 5, order: { number: '2', status: 'ready' } }],
  });
  expect(await screen.sync({ epoch, since: 5 })).toMatchObject({ type: 'since', events: [] });
  // A number that does not exist yet, and another epoch, are other data.
  expect(await screen.sync({ epoch, since: 6 })).toMatchObject({ type: 'all' });
  expect(await screen.sync({ epoch: 'another', since: 5 })).toMatchObject({ type: 'all' });
});

test('[BD2] a screen that missed too much gets everything anew', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  await settled(kasera);
  using screen = await kasera.screen();
  const { epoch } = await screen.sync();
  await kasera.database.write([sql`update kitchens set seq = 1001`]);
  expect(await screen.sync({ epoch, since: 1 })).toMatchObject({ type: 'since' });
  await kasera.database.write([sql`update kitchens set seq = 1002`]);
  expect(await screen.sync({ epoch, since: 1 })).toMatchObject({ type: 'all' });
});

test('[BD2] every change reaches every screen once, in the order of its number, as the whole order', async () => {
  await using kasera = await startKasera();
  using first = await kasera.screen();
  using second = await kasera.screen();
  await first.sync();
  await second.sync();
  await Promise.all([1, 2, 3, 4, 5].map((id) => kasera.deliver(orderNumbered(id))));
  await settled(kasera);
  const orders = await listOrders(kasera);
  await Promise.all(orders.map(({ id }) => done(kasera, id, { type: 'acknowledge' })));
  for (const { events } of [first, second]) {
    await until(() => events.length === 10);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(events.at(-1)?.order).toMatchObject({ status: 'acknowledged', version: 2 });
    expect(events.at(-1)?.order.items).toHaveLength(2);
  }
});

test('[BD2] drafts and unpaid orders are in no event and on no screen', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.sync();
  for (const name of ['order-created-pending', 'order-updated-checkout-draft', 'product-created']) {
    await kasera.deliver(recorded(name));
  }
  await settled(kasera);
  await kasera.deliver(orderNumbered(1));
  await until(() => screen.events.length > 0);
  expect(screen.events.map(({ seq, order }) => [seq, order.number])).toEqual([[1, '1']]);
  expect(await screen.sync()).toMatchObject({ seq: 1, orders: [{ number: '1' }] });
});

test('[BD2a] another start is another epoch, and everything is told anew', async () => {
  using folder = temporaryFolder();
  let before: { epoch: string; seq: number };
  {
    await using kasera = await startKasera({ dataDir: folder.path });
    await kasera.deliver(orderNumbered(1));
    await settled(kasera);
    using screen = await kasera.screen();
    before = await screen.sync();
  }
  await using next = await startKasera({ dataDir: folder.path });
  using screen = await next.screen();
  const answer = await screen.sync({ epoch: before.epoch, since: before.seq });
  expect(answer).toMatchObject({ type: 'all', seq: 1, orders: [{ number: '1' }] });
  expect(answer.epoch).not.toBe(before.epoch);
});

test('[BD2] a command over the socket is the same as over HTTP, refusals with the order as it is', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  const { id } = await orderOf(kasera, '1');
  using screen = await kasera.screen();
  const accept = { id: 'c1', type: 'acknowledge', from: 'new' } as const;
  const answer = await screen.command(id, accept);
  expect(answer).toMatchObject({ ok: true, seq: 2, order: { id, status: 'acknowledged' } });
  expect(await screen.command(id, accept)).toEqual(answer);
  expect((await done(kasera, id, accept)).seq).toBe(2);
  expect(await screen.command(id, { id: 'c2', type: 'complete', from: 'ready' })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
    order: { id, status: 'acknowledged' },
  });
  expect(await screen.command('nonsense', accept)).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('[BD2b] nonsense over the socket is answered as such and harms nobody', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  for (const request of [null, 5, 'x', {}, { kitchen: 'main' }, { kitchen: 'main', screen: 's', since: -1 }]) {
    expect(await screen.rawSync(request)).toMatchObject({ error: { code: 'invalid' } });
  }
  const odd = { type: 'explode', id: 'x' } as never;
  expect(await screen.command('o', odd)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  screen.paint([{ orderId: 'x'.repeat(200), ageMs: -1 }]);
  expect(await screen.sync()).toMatchObject({ type: 'all' });
  expect(kasera.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('[BD4] the beat comes every 5 s and says number, epoch, time, build, intake, shop and what is wrong', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  const { epoch } = await screen.sync();
  await kasera.deliver(orderNumbered(1));
  await settled(kasera);
  kasera.clock.now += 5_000;
  await timers.turn(5_000);
  const beat = await until(() => screen.beats.at(-1));
  expect(beat).toEqual({
    ...{ seq: 1, epoch, now: kasera.clock.now, build: 'development', intake: { state: 'ok' } },
    ...{ shopUrl: null, asking: notAsking },
    ...{ shopHeardAt: kasera.clock.now - 5_000, shopPingedAt: null, shopCheckedAt: null },
    notices: expect.arrayContaining([{ code: 'push-not-configured', level: 'warning' }]) as unknown,
    screens: [],
  });
  // The first good delivery was news of its own, told besides.
  await timers.turn(10_000);
  await until(() => screen.beats.length === 4);
});

test('[BD4] the beat goes on when the database cannot be read', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.sync();
  await kasera.database[Symbol.asyncDispose]();
  await timers.turn(5_000);
  await until(() => screen.beats.length > 0);
  await timers.turn(10_000);
  const failing = await until(() => screen.beats.find(({ intake }) => intake.state === 'failing'));
  expect(failing.intake).toMatchObject({ reason: 'CLOSED' });
});

const notAsking = {
  ...{ state: 'off', checkedAt: null, everyMs: 10_000, failingSince: null, fault: null, catchUp: null },
};
