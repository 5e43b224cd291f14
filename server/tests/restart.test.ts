import { expect, test } from 'vitest';
import { sql } from '../src/db/sql.ts';
import { command, done, listInbox, listOrders, orderOf, settled } from './support/api.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered, soonAfterCaptures } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

/** As a process leaves it that dies after its 200s: the requests on disk, and nothing of what follows. */
const unfinished = [
  sql`update inbox set state = 'received', reason = null, processed_at = null, order_id = null`,
  sql`delete from orders`,
  sql`delete from order_events`,
  sql`delete from deliveries`,
  sql`delete from delivery_orders`,
  sql`update kitchens set seq = 0`,
];

test('[IN3b] what was received and not carried out is carried out after a restart, in its order', async () => {
  using folder = temporaryFolder();
  {
    await using kasera = await startKasera({ dataDir: folder.path });
    for (let id = 100; id < 120; id++) await kasera.deliver(orderNumbered(id));
    await settled(kasera);
    await kasera.database.write(unfinished);
  }
  await using next = await startKasera({ dataDir: folder.path });
  expect((await settled(next)).map(({ state }) => state)).toEqual(Array(20).fill('processed'));
  const orders = await listOrders(next);
  expect(orders.map(({ number }) => number).sort()).toEqual(Array.from({ length: 20 }, (_, n) => String(100 + n)));
});

test('[IN3b] a backlog larger than the memory’s share is carried out whole, with new orders coming in', async () => {
  using folder = temporaryFolder();
  const many = 2_500;
  const failedOnce = orderNumbered(9000);
  {
    await using kasera = await startKasera({ dataDir: folder.path });
    await kasera.deliver(orderNumbered(1));
    await kasera.deliver(failedOnce);
    await settled(kasera);
    await kasera.database.write([
      ...unfinished,
      sql`
        with recursive n(i) as (select 2 union all select i + 1 from n where i <= ${many})
        insert into inbox (id, source, received_at, identity, topic, body_hash, headers, body, body_bytes, state)
        select '00000000-' || printf('%08d', i), source, received_at, 'made ' || i, topic, '', headers,
          cast(replace(cast(body as text), '"id":1,', '"id":' || i || ',') as blob), body_bytes, 'received'
        from n, inbox where external_id = '1'`,
      sql`update inbox set state = 'failed' where external_id = '9000'`,
    ]);
  }
  await using next = await startKasera({ dataDir: folder.path });
  const arriving = [failedOnce, ...[9001, 9002, 9003].map((id) => orderNumbered(id))];
  await Promise.all(arriving.map((delivery) => next.deliver(delivery)));
  await until(async () => (await next.database.query(sql`select 1 from inbox where state = 'received'`)).length === 0);
  const [counted] = await next.database.query(sql`select count(*) as orders from orders`);
  expect(counted).toEqual({ orders: many + 1 + 4 });
  const [numbered] = await next.database.query(sql`
    select count(*) as events, max(seq) as last, (select seq from kitchens) as head from order_events`);
  expect(numbered).toEqual({ events: many + 5, last: many + 5, head: many + 5 });
});

test('[OR6] orders, numbers and the answers of commands are the same after a restart', async () => {
  using folder = temporaryFolder();
  const accept = { id: 'c1', type: 'acknowledge', readyInMinutes: 12 };
  const refused = { id: 'c2', type: 'complete' };
  const before = await (async () => {
    await using kasera = await startKasera({ dataDir: folder.path });
    for (const id of [1, 2, 3]) await kasera.deliver(orderNumbered(id));
    await settled(kasera);
    const { id } = await orderOf(kasera, '2');
    const accepted = await command(kasera, id, accept);
    const refusal = await command(kasera, id, refused);
    const orders = await listOrders(kasera);
    return { id, orders, inbox: await listInbox(kasera), accepted: accepted.text, refusal: refusal.text };
  })();
  await using next = await startKasera({ dataDir: folder.path, now: soonAfterCaptures + 3_600_000 });
  expect(await listOrders(next)).toEqual(before.orders);
  expect(await listInbox(next)).toEqual(before.inbox);
  expect((await command(next, before.id, { ...accept, ageMs: 9 })).text).toBe(before.accepted);
  expect((await command(next, before.id, refused)).text).toBe(before.refusal);
  expect((await done(next, before.id, { type: 'ready' })).seq).toBe(5);
  expect((await next.deliver(orderNumbered(4))).status).toBe(200);
  await settled(next);
  using screen = await next.screen();
  expect((await screen.sync()).seq).toBe(6);
});
