import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { expect, test } from 'vitest';
import { createAlerts, type Alerts } from '../../../server/src/alerts/alerts.ts';
import type { Database } from '../../../server/src/db/database.ts';
import { migrate } from '../../../server/src/db/migrate.ts';
import { sql } from '../../../server/src/db/sql.ts';
import { openSqlite } from '../../../server/src/db/sqlite.ts';
import { temporaryFolder } from '../../../server/tests/support/temporary-folder.ts';
import { startOneSignal, type OneSignalSimulator } from './onesignal.ts';

/** The whole of alerts (outbox, dispatcher, channel) against the simulated OneSignal, on a real database. */

const silence = { debug() {}, info() {}, warn() {}, error() {} };
const minute = 60_000;

interface Kitchen extends AsyncDisposable {
  database: Database;
  simulator: OneSignalSimulator;
  alerts: Alerts;
  clock: { aheadMs: number };
  logged: string[];
  place(number: string): Promise<Order>;
  answer(order: Order): Promise<void>;
  /** Stops alerts without settling anything more, and starts new ones on the same data. */
  restart(): Promise<void>;
}

async function openKitchen(
  options: { budget?: number; script?: Parameters<typeof startOneSignal>[0]['script']; failingSettles?: number } = {},
): Promise<Kitchen> {
  const folder = temporaryFolder();
  const store = await openSqlite({ path: join(folder.path, 'kasera.db') });
  const clock = { aheadMs: 0 };
  const now = (): number => Date.now() + clock.aheadMs;
  await migrate({ database: store, now });
  const simulator = await startOneSignal({ subscribers: ['kim'], now, script: options.script ?? [] });
  const database = failingToSettle(store, options.failingSettles ?? 0);
  const logged: string[] = [];
  const log = (fields: object, sentence: string): void => void logged.push(`${sentence} ${JSON.stringify(fields)}`);
  const build = (): Alerts =>
    createAlerts({
      ...{ database, now, random: Math.random, newId: countingIds(now), newKey: randomUUID },
      config: {
        appId: simulator.appId,
        apiKey: simulator.apiKey,
        apiUrl: simulator.url,
        audience: { type: 'all' },
        fallbackAudience: null,
        budget: options.budget ?? 8,
        publicUrl: 'https://kitchen.example',
      },
      log: { ...silence, info: log, warn: log, error: log },
    });
  let alerts = build();
  await alerts.start();
  return {
    ...{ database, simulator, clock, logged },
    get alerts() {
      return alerts;
    },
    async place(number) {
      const order = orderOf(number);
      await store.write([
        sql`
          insert into orders (id, kitchen_id, source, external_id, number, version, status, status_at, open,
            arrived_late, arrived_at, due_at, shop_status, shop_modified_at, document)
          values (${order.id}, ${'main'}, ${'test'}, ${order.id}, ${number}, ${1}, ${'new'}, ${now()}, ${1}, ${0},
            ${now()}, ${now()}, ${'processing'}, ${now()}, ${JSON.stringify(order)})`,
        ...alerts.statementsFor(order, [{ type: 'alert', reason: 'new' }], now()),
      ]);
      alerts.wake();
      return order;
    },
    async answer(order) {
      await store.write([
        sql`update orders set status = 'acknowledged' where id = ${order.id}`,
        ...alerts.statementsFor(order, [{ type: 'quiet', reason: 'answered' }], now()),
      ]);
      alerts.wake();
    },
    async restart() {
      await alerts.stop();
      alerts = build();
      await alerts.start();
    },
    async [Symbol.asyncDispose]() {
      await alerts.stop();
      await simulator.close();
      await store[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

/** Fails the first writes that record a try, as a full disk would after the provider took the push. */
function failingToSettle(database: Database, times: number): Database {
  let left = times;
  return {
    query: (statement) => database.query(statement),
    write(statements) {
      const isSettling = statements.some(({ strings }) => strings.join('').includes('insert into delivery_attempts'));
      if (isSettling && left-- > 0) return Promise.reject(new Error('disk full'));
      return database.write(statements);
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

function countingIds(now: () => number): () => string {
  let count = 0;
  return () => `${now()}-${String(count++).padStart(6, '0')}`;
}

function orderOf(number: string): Order {
  const item: OrderItem = {
    ...{ id: '1', name: 'Paella', productId: null, variationId: null, quantity: 2, options: [] },
    ...{ doneQuantity: 0, done: false, change: null },
  };
  const bare = { id: `o-${number}`, kitchenId: 'main', number, status: 'new', items: [item], customerId: '0' };
  return { ...bare, note: '', kitchenNotes: [], test: false } as unknown as Order;
}

async function states(kitchen: Kitchen): Promise<string[]> {
  return (await kitchen.alerts.list(500, null)).deliveries.toReversed().map(({ state }) => state);
}

function named(kitchen: Kitchen): string[] {
  return kitchen.simulator.accepted.flatMap(({ notification }) => notification.data?.orders ?? []);
}

test('[PU1] a new order is on the phones within a second', async () => {
  await using kitchen = await openKitchen();
  const startedAt = performance.now();
  await kitchen.place('1051');
  await expect.poll(() => kitchen.simulator.accepted.length, { interval: 5 }).toBe(1);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(kitchen.simulator.accepted[0]).toMatchObject({
    told: ['kim'],
    notification: {
      headings: { en: '#1051 · 2 dishes', es: '#1051 · 2 platos' },
      url: 'https://kitchen.example/board#o-1051',
      data: { orders: ['1051'] },
    },
  });
  await expect.poll(() => states(kitchen)).toEqual(['sent']);
});

test('[PU3] a push the provider took, but which could not be recorded, is sent again after a restart and told once', async () => {
  await using kitchen = await openKitchen({ failingSettles: 1 });
  await kitchen.place('1051');
  await expect.poll(() => kitchen.logged.some((line) => line.includes('will be sent again'))).toBe(true);
  expect(await states(kitchen)).toEqual(['sending']);
  await kitchen.restart();
  await expect.poll(() => states(kitchen)).toEqual(['sent']);
  const [first, second] = kitchen.simulator.requests;
  expect(kitchen.simulator.requests).toHaveLength(2);
  expect(second?.bodyText).toBe(first?.bodyText);
  expect(kitchen.simulator.accepted).toHaveLength(1);
  expect((await kitchen.alerts.list(1, null)).deliveries[0]?.providerId).toBe(kitchen.simulator.accepted[0]?.id);
});

test('[PU3] a provider that is down and comes back: the push arrives once, by itself', async () => {
  await using kitchen = await openKitchen({ script: [{ type: 'unavailable' }, { type: 'reset', accepted: true }] });
  await kitchen.place('1051');
  await expect.poll(() => states(kitchen), { timeout: 15_000 }).toEqual(['sent']);
  expect(kitchen.simulator.requests).toHaveLength(3);
  expect(new Set(kitchen.simulator.requests.map(({ bodyText }) => bodyText)).size).toBe(1);
  expect(kitchen.simulator.accepted).toHaveLength(1);
});

test('[PU3] a refused key parks the push, and the next start tries it again', async () => {
  await using kitchen = await openKitchen({ script: [{ type: 'unauthorized' }] });
  await kitchen.place('1051');
  await expect.poll(() => states(kitchen)).toEqual(['parked']);
  expect(await kitchen.alerts.notices(Date.now())).toMatchObject([{ code: 'push-parked', count: 1 }]);
  await kitchen.restart();
  await expect.poll(() => states(kitchen)).toEqual(['sent']);
  expect(await kitchen.alerts.notices(Date.now())).toEqual([]);
  expect(kitchen.logged.join('\n')).not.toContain(kitchen.simulator.apiKey);
});

test('[PU4] an answered order waiting for a retry is not sent any more', async () => {
  await using kitchen = await openKitchen({ script: [{ type: 'unavailable', retryAfter: '2' }] });
  const order = await kitchen.place('1051');
  await expect.poll(() => kitchen.alerts.notices(Date.now())).toMatchObject([{ code: 'push-failing' }]);
  await kitchen.answer(order);
  kitchen.clock.aheadMs += 5 * minute;
  await kitchen.restart();
  await kitchen.place('1052');
  await expect.poll(() => states(kitchen)).toEqual(['dropped', 'sent']);
  expect(named(kitchen)).toEqual(['1052']);
});

test(
  '[PU6] an evening’s rush never gets the app switched off, and every order is named once',
  { timeout: 60_000 },
  async () => {
    await using kitchen = await openKitchen();
    const placed: string[] = [];
    for (let turn = 0; turn < 40; turn++) {
      for (let more = 0; more < 3; more++) {
        const number = String(1_000 + placed.length);
        placed.push(number);
        await kitchen.place(number);
      }
      kitchen.clock.aheadMs += minute;
      await settled(kitchen);
    }
    for (let turn = 0; turn < 20; turn++) {
      kitchen.clock.aheadMs += minute;
      await settled(kitchen);
    }
    expect(kitchen.simulator.isDisabled()).toBe(false);
    expect(named(kitchen).toSorted()).toEqual(placed);
    const times = kitchen.simulator.accepted.map(({ at }) => at);
    times.forEach((at, index) => {
      const eighthAfter = times[index + 8];
      if (eighthAfter !== undefined) expect(eighthAfter - at).toBeGreaterThanOrEqual(15 * minute);
    });
  },
);

/** Waits until nothing is due at the present of the kitchen’s clock. */
async function settled(kitchen: Kitchen): Promise<void> {
  kitchen.alerts.wake();
  await expect
    .poll(
      async () => {
        const at = Date.now() + kitchen.clock.aheadMs;
        const { deliveries } = await kitchen.alerts.list(500, null);
        return deliveries.filter(({ state, dueAt }) => state === 'sending' || (dueAt && Date.parse(dueAt) <= at))
          .length;
      },
      { interval: 5, timeout: 10_000 },
    )
    .toBe(0);
}
