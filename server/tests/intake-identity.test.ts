import { expect, test } from 'vitest';
import { sqlWithoutValues } from '../src/db/sql.ts';
import { listInbox, listOrders, orderOf, settled } from './support/api.ts';
import { heldCommit } from './support/held-commit.ts';
import { startKasera } from './support/running-kasera.ts';
import { hookdeckSecret, orderBody, recorded, sign, signed, type Delivery } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

test('[IN4] the same delivery again is a duplicate without a second effect', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.sync();
  const delivery = recorded('order-created-guest');
  const first = await kasera.deliver(delivery);
  await settled(kasera);
  const { id } = first.json() as { id: string };
  const again = await kasera.deliver(delivery);
  expect([again.status, again.json()]).toEqual([200, { status: 'duplicate', id }]);
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ version }) => version)).toEqual([1]);
  expect((await screen.sync()).seq).toBe(1);
  expect(screen.events).toHaveLength(1);
  const [repeat, original] = await listInbox(kasera);
  expect(repeat).toMatchObject({ state: 'duplicate', duplicateOf: id, externalId: '74' });
  expect(original).toMatchObject({ id, state: 'processed', duplicateOf: null });
});

test('[IN4] ten at the very same time: one is taken, nine are duplicates', async () => {
  await using kasera = await startKasera();
  const delivery = recorded('order-created-guest');
  const answers = await Promise.all(Array.from({ length: 10 }, () => kasera.deliver(delivery)));
  const statuses = answers.map((answer) => (answer.json() as { status: string }).status).sort();
  expect(statuses).toEqual(['accepted', ...Array.from({ length: 9 }, () => 'duplicate')]);
  await settled(kasera);
  expect(await listOrders(kasera)).toHaveLength(1);
});

test('[IN4] four orders of one second with one delivery id are four orders', async () => {
  await using kasera = await startKasera();
  const burst = [1, 2, 3, 4].map((n) => recorded(`order-created-burst-${n}`));
  expect(new Set(burst.map(({ headers }) => headers['x-wc-webhook-delivery-id'])).size).toBe(1);
  const answers = await Promise.all(burst.map((delivery) => kasera.deliver(delivery)));
  expect(answers.map((answer) => (answer.json() as { status: string }).status)).toEqual(Array(4).fill('accepted'));
  await settled(kasera);
  expect(await listOrders(kasera)).toHaveLength(4);
});

test('[IN4] two bodies of one order in one second with one delivery id are both taken', async () => {
  await using kasera = await startKasera({ environment: { ON_HOLD_ORDERS: 'show' } });
  for (const name of ['order-updated-samesecond-draft', 'order-updated-samesecond-onhold']) {
    expect((await kasera.deliver(recorded(name))).json()).toMatchObject({ status: 'accepted' });
  }
  expect((await settled(kasera)).map(({ state }) => state)).toEqual(['processed', 'processed']);
  expect((await listOrders(kasera)).map(({ shopStatus }) => shopStatus)).toEqual(['on-hold']);
});

test('[IN4] created and updated with one body are both taken and change nothing', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  const { version } = await orderOf(kasera, '74');
  expect((await kasera.deliver(recorded('order-updated-guest-same-body'))).json()).toMatchObject({
    status: 'accepted',
  });
  const [updated] = await settled(kasera);
  expect(updated).toMatchObject({ state: 'processed', topic: 'order.updated', reason: 'says nothing new' });
  expect(await orderOf(kasera, '74')).toMatchObject({ version });
});

test('[IN4] without an id of its own a delivery is always taken', async () => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  const { 'x-wc-webhook-delivery-id': _id, ...anonymous } = headers;
  for (let time = 0; time < 2; time++) {
    expect((await kasera.deliver({ body, headers: anonymous })).json()).toMatchObject({ status: 'accepted' });
  }
  await settled(kasera);
  expect(await listOrders(kasera)).toHaveLength(1);
});

test('[IN4] through Hookdeck its event id is the identity: a retry is a duplicate, another event is not', async () => {
  await using kasera = await startKasera();
  const { body, headers } = recorded('order-created-guest');
  const event = (id: string): Delivery => ({
    body,
    headers: { ...headers, 'x-hookdeck-signature': sign(body, hookdeckSecret), 'x-hookdeck-eventid': id },
  });
  const statuses: unknown[] = [];
  for (const id of ['evt_1', 'evt_1', 'evt_2']) {
    statuses.push(((await kasera.deliver(event(id))).json() as { status: string }).status);
  }
  expect(statuses).toEqual(['accepted', 'duplicate', 'accepted']);
});

/** What failed by a fault of ours, healed since: a row that is made to look so. */
const failAll = "update inbox set state = 'failed', reason = 'internal error: test', order_id = null";

test('[IN4b] a repeat of a failed request runs it again', async () => {
  await using kasera = await startKasera();
  const broken = signed({ id: 5, status: 'processing' });
  await kasera.deliver(broken);
  expect((await settled(kasera)).map(({ state }) => state)).toEqual(['failed']);
  await kasera.database.write([sqlWithoutValues('update inbox set processed_at = 1')]);
  expect((await kasera.deliver(broken)).json()).toMatchObject({ status: 'duplicate' });
  // It was tried again, and is as broken as before.
  await until(async () => {
    const [original] = (await listInbox(kasera)).slice(-1);
    return original?.state === 'failed' && original.processedAt === new Date(kasera.clock.now).toISOString();
  });
});

test('[IN4b] a failed request that came again is carried out, by the next process if this one dies', async () => {
  using folder = temporaryFolder();
  const disk = heldCommit();
  const delivery = recorded('order-created-guest');
  {
    await using kasera = await startKasera({ dataDir: folder.path, sqlite: { hooks: { commit: disk.commit } } });
    await kasera.deliver(delivery);
    await settled(kasera);
    await kasera.database.write([sqlWithoutValues(failAll), sqlWithoutValues('delete from orders')]);
    const saved = sqlWithoutValues('select id from sources where last_signed_at is not null');
    await until(async () => (await kasera.database.query(saved)).length > 0);
    // The look for its identity and the note of the repeat: then its 200 leaves, and nothing is stored after it.
    disk.failAfter(2);
    expect((await kasera.deliver(delivery)).json()).toMatchObject({ status: 'duplicate' });
  }
  await using next = await startKasera({ dataDir: folder.path });
  await settled(next);
  expect((await listOrders(next)).map(({ number }) => number)).toEqual(['74']);
});

test('[IN4] another body under a known delivery id is another delivery', async () => {
  await using kasera = await startKasera();
  const id = 'f'.repeat(32);
  for (const number of ['801', '802']) {
    const { body, headers } = signed(orderBody('order-created-guest', { id: Number(number), number }));
    const answer = await kasera.deliver({ body, headers: { ...headers, 'x-wc-webhook-delivery-id': id } });
    expect(answer.json()).toMatchObject({ status: 'accepted' });
  }
  await settled(kasera);
  expect((await listOrders(kasera)).map(({ number }) => number).sort()).toEqual(['801', '802']);
});
