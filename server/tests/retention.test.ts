import { expect, test } from 'vitest';
import { prune } from '../src/ops/retention.ts';
import { sql } from '../src/db/sql.ts';
import { listInbox, listOrders, orderOf, settled } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered, readAllCaptures, recorded, replay, soonAfterCaptures } from './support/shop-delivery.ts';

const dayMs = 86_400_000;

function pruneAt(kasera: RunningKasera, days: number): Promise<number> {
  const { database, config } = kasera;
  return prune({ database, ...config.retention }, soonAfterCaptures + days * dayMs);
}

async function count(kasera: RunningKasera, table: 'inbox' | 'deliveries' | 'attempts' | 'names'): Promise<number> {
  const statements = {
    inbox: sql`select count(*) as n from inbox where body is not null`,
    deliveries: sql`select count(*) as n from deliveries`,
    attempts: sql`select count(*) as n from delivery_attempts`,
    names: sql`select count(*) as n from delivery_orders`,
  };
  const [row] = await kasera.database.query<{ n: number }>(statements[table]);
  return row?.n ?? -1;
}

test('[RT1] a body is kept 30 days, its identity 30 days longer', async () => {
  await using kasera = await startKasera();
  const delivery = recorded('order-created-guest');
  await kasera.deliver(delivery);
  const [request] = await settled(kasera);
  await pruneAt(kasera, 30);
  expect(await count(kasera, 'inbox')).toBe(1);
  await pruneAt(kasera, 30.01);
  expect(await count(kasera, 'inbox')).toBe(0);
  expect(await listInbox(kasera)).toHaveLength(1);
  // A late repeat is still known as one; without its body nothing can be replayed.
  expect((await kasera.deliver(delivery)).json()).toMatchObject({ status: 'duplicate', id: request?.id });
  expect((await kasera.post(`/api/inbox/${request?.id}/replay`)).status).toBe(404);
  await pruneAt(kasera, 60.01);
  expect(await listInbox(kasera)).toEqual([]);
  expect((await kasera.deliver(delivery)).json()).toMatchObject({ status: 'accepted' });
  expect((await orderOf(kasera, '74')).version).toBe(1);
});

test('[RT1] the settings set the days', async () => {
  await using kasera = await startKasera({ environment: { BODY_RETENTION_DAYS: '3' } });
  await kasera.deliver(recorded('order-created-guest'));
  await settled(kasera);
  await pruneAt(kasera, 2.9);
  expect(await count(kasera, 'inbox')).toBe(1);
  await pruneAt(kasera, 3.1);
  expect(await count(kasera, 'inbox')).toBe(0);
});

test('[RT1] what was not carried out yet is never pruned', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  await settled(kasera);
  await kasera.database.write([sql`update inbox set state = 'received'`]);
  await pruneAt(kasera, 365);
  expect(await count(kasera, 'inbox')).toBe(1);
});

test('[RT1] deliveries are kept 90 days; a thousand of them go in steps of 200 and all of them', async () => {
  await using kasera = await startKasera();
  await kasera.database.write([
    sql`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
      insert into deliveries (id, kitchen_id, channel, audience, state, payload, idempotency_key, created_at, due_at)
      select 'd' || i, 'main', 'onesignal', 'all', 'sent', '{}', 'k' || i, ${soonAfterCaptures}, 0 from n`,
    sql`insert into delivery_orders (delivery_id, order_id, number) select id, 'o' || id, '1' from deliveries`,
    sql`insert into delivery_orders (delivery_id, order_id, number) select id, 'p' || id, '2' from deliveries`,
    sql`
      insert into delivery_attempts (delivery_id, attempt, at, duration_ms, outcome)
      select id, 1, ${soonAfterCaptures}, 1, 'sent' from deliveries`,
  ]);
  await pruneAt(kasera, 89.9);
  expect(await count(kasera, 'deliveries')).toBe(1000);
  const steps: number[] = [];
  const database = {
    write: async (statements: Parameters<typeof kasera.database.write>[0]) => {
      const rows = await kasera.database.write(statements);
      steps.push(Math.max(...rows.map((changed) => changed.length)));
      return rows;
    },
  };
  await prune({ database, ...kasera.config.retention }, soonAfterCaptures + 90.1 * dayMs);
  for (const table of ['deliveries', 'attempts', 'names'] as const) {
    expect([table, await count(kasera, table)]).toEqual([table, 0]);
  }
  expect(Math.max(...steps)).toBe(200);
});

test('[RT1] an order arriving while the old is pruned is answered between two steps', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  await settled(kasera);
  await kasera.database.write([
    sql`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)
      insert into inbox (id, source, received_at, body_hash, headers, body, body_bytes, state)
      select 'x' || i, 'woocommerce', ${soonAfterCaptures}, '', '{}', cast('b' as blob), 1, 'processed' from n`,
  ]);
  kasera.clock.now += 40 * dayMs;
  const pruning = pruneAt(kasera, 40).then((rows) => ({ rows, at: performance.now() }));
  const answer = kasera.deliver(orderNumbered(900)).then(({ status }) => ({ status, at: performance.now() }));
  const [pruned, answered] = await Promise.all([pruning, answer]);
  expect([pruned.rows, answered.status]).toEqual([2001, 200]);
  expect(answered.at).toBeLessThan(pruned.at);
});

test('[RT2] the order holds first name and initial; telephone, e-mail and address stay in the body', async () => {
  await using kasera = await startKasera({ environment: { ON_HOLD_ORDERS: 'show' } });
  const captures = readAllCaptures();
  for (const capture of captures) await kasera.deliver(replay(capture));
  await settled(kasera);
  const stored = await storedText(kasera);
  expect((await listOrders(kasera)).map(({ guest }) => guest.name)).toContain('Lucía P.');
  const personal = new Set(captures.flatMap(({ body }) => personalIn(body.toString('utf8'))));
  expect(personal.size).toBeGreaterThan(20);
  for (const text of personal) expect([text, stored.includes(text)]).toEqual([text, false]);
  expect(stored).not.toMatch(/@example|\+34/);
});

/** Everything Kasera keeps of orders besides the inbox's bodies. */
async function storedText(kasera: RunningKasera): Promise<string> {
  const rows = await Promise.all([
    kasera.database.query(sql`select * from orders`),
    kasera.database.query(sql`select * from order_events`),
    kasera.database.query(sql`select * from commands`),
    kasera.database.query(sql`select * from deliveries`),
    kasera.database.query(sql`select * from ticket_times`),
    kasera.database.query(sql`select id, headers, reason, warnings, identity from inbox`),
  ]);
  return JSON.stringify([rows, kasera.logged]);
}

const personalFields = ['last_name', 'company', 'address_1', 'address_2', 'postcode', 'email', 'phone', 'order_key'];

/** The values of a body's fields that are somebody's, as far as they are long enough to be told apart. */
function personalIn(body: string): string[] {
  const found: string[] = [];
  if (!body.startsWith('{')) return found;
  JSON.parse(body, (key, value: unknown) => {
    if (personalFields.includes(key) && typeof value === 'string' && value.length >= 4) found.push(value);
    return value;
  });
  return found.filter((text) => !/[<&]/.test(text));
}

test('[RT1] what ended with the shop goes with the deliveries: sold out, webhooks on record, orders found', async () => {
  await using kasera = await startKasera();
  const at = soonAfterCaptures;
  const soldOut = (id: string, endedAt: number | null) => sql`
    insert into sold_out (id, kitchen_id, source, product_id, name, by_screen, at, span, shop, former_stock, ended_at,
      version)
    values (${id}, ${'main'}, ${'woocommerce'}, ${id}, ${'Flan'}, ${''}, ${at}, ${'hour'}, ${'told'}, ${'[]'}, ${endedAt},
      ${1})`;
  await kasera.database.write([
    soldOut('1', at),
    soldOut('2', null),
    ...['1', '2'].map((id) => sql`insert into sold_out_taps (id, sold_out_id, at) values (${id}, ${id}, ${at})`),
    sql`insert into shop_webhook_records (id, source, at, topic, what)
      values (${'r'}, ${'woocommerce'}, ${at}, ${'order.created'}, ${'made'})`,
    sql`insert into shop_found (order_id, source, found_at, told_at) values (${'o'}, ${'woocommerce'}, ${at}, ${at})`,
  ]);
  const left = async () => {
    const [row] = await kasera.database.query(sql`
      select (select count(*) from sold_out) as rows, (select count(*) from sold_out_taps) as taps,
        (select count(*) from shop_webhook_records) as records, (select count(*) from shop_found) as found`);
    return row;
  };
  await pruneAt(kasera, 90);
  expect(await left()).toEqual({ rows: 2, taps: 2, records: 1, found: 1 });
  await pruneAt(kasera, 90.01);
  expect(await left()).toEqual({ rows: 1, taps: 1, records: 0, found: 0 });
});
