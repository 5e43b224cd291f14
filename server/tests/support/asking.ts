import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import { createAlerts } from '../../src/alerts/alerts.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { sql } from '../../src/db/sql.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { createIds } from '../../src/ids.ts';
import { createInbox } from '../../src/intake/inbox.ts';
import { createWooCommerce, readRestOrder } from '../../src/intake/sources/woocommerce.ts';
import { createInboxWorker } from '../../src/intake/worker.ts';
import { createCommandLog } from '../../src/orders/command-log.ts';
import { createOrderHandling } from '../../src/orders/handle.ts';
import { openKitchen } from '../../src/orders/kitchen.ts';
import { createOrderStore } from '../../src/orders/store.ts';
import { createAsking, type Asking, type AskingDeps } from '../../src/shop/asking/asking.ts';
import { FakeShop } from './fake-shop.ts';
import { settings } from './outbox.ts';
import { recordingLogs } from './recording-logs.ts';
import { soonAfterCaptures } from './shop-delivery.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

export const rules: KitchenRules = {
  ...usualSetup,
  ...{ onHoldIsNew: false, oldOrderMs: 12 * 3_600_000, readyInMinutes: [10, 20, 30], suggestedMinutes: 20 },
};
export const shopUrl = 'https://shop.example';

/** Asking on a real database, beside a shop in memory; its clock and its pauses are the test's. */
export async function openAsking(
  more: Partial<AskingDeps> = {},
  open: (path: string) => Promise<Database> = (path) => openSqlite({ path }),
): Promise<AskingBench> {
  const folder = temporaryFolder();
  const database = await open(join(folder.path, 'kasera.db'));
  const bench = new AskingBench(database, folder, more);
  await migrate({ database, now: () => bench.now });
  await openKitchen(database, { id: 'main', epoch: 'e', now: bench.now });
  bench.begin();
  return bench;
}

export class AskingBench implements AsyncDisposable {
  now = soonAfterCaptures;
  readonly shop = new FakeShop(soonAfterCaptures);
  readonly database: Database;
  readonly logged = recordingLogs();
  /** What each signal was about, in turn. */
  readonly signalled: string[] = [];
  connected: { source: string; url: string } | null = { source: 'woocommerce', url: shopUrl };
  heardAt: number | null = null;
  readonly parts: ReturnType<typeof buildParts>;
  #asking: Asking | null = null;
  #waiting: { run(): void; afterMs: number } | null = null;
  readonly #folder: Disposable;
  readonly #more: Partial<AskingDeps>;

  constructor(database: Database, folder: Disposable, more: Partial<AskingDeps>) {
    this.database = database;
    this.#folder = folder;
    this.#more = more;
    this.parts = buildParts(database, this.logged.logs, () => this.now);
  }

  get asking(): Asking {
    if (!this.#asking) throw new Error('asking has not begun');
    return this.#asking;
  }

  /** A new process: what it does not find on the disk it does not know. */
  begin(): void {
    const { handling, store, inbox, worker, alerts } = this.parts;
    this.#waiting = null;
    this.#asking = createAsking({
      ...{ database: this.database, store, kitchenId: 'main', inbox, client: this.shop.client, askEveryMs: 10_000 },
      ...{
        summaryFor: alerts.summaryFor,
        wakeAlerts: () => undefined,
        read: (value) => readRestOrder(value),
        run: worker.run,
      },
      ...{ log: this.logged.logs.of('shop'), now: () => this.now, heardAt: () => this.heardAt },
      connected: () => this.connected,
      signal: (signal, along, options) => {
        this.signalled.push(signal.type === 'snapshot' ? signal.snapshot.externalId : signal.externalId);
        return handling.signal(signal, along, options);
      },
      schedule: (run, afterMs) => {
        const waiting = { run, afterMs };
        this.#waiting = waiting;
        return () => void (this.#waiting === waiting && (this.#waiting = null));
      },
      ...this.#more,
    });
    this.#asking.start();
  }

  /** How long the shop is left alone now. */
  get pauseMs(): number {
    return this.#waiting?.afterMs ?? fail('nothing waits');
  }

  /** Lets the pause pass and the look after it come to its end. Both clocks go on. */
  async look(): Promise<void> {
    this.beginLook();
    await until(() => this.#waiting);
  }

  /** Lets the pause pass; the look after it goes on by itself. */
  beginLook(): void {
    const waiting = this.#waiting ?? fail('nothing waits');
    this.#waiting = null;
    this.pass(waiting.afterMs);
    waiting.run();
  }

  pass(ms: number): void {
    this.now += ms;
    this.shop.now += ms;
  }

  order(externalId: number): Promise<Order | null> {
    return this.parts.store.byExternalId('woocommerce', String(externalId));
  }

  /** The order as it must be there. */
  async known(externalId: number): Promise<Order> {
    return (await this.order(externalId)) ?? fail(`order ${externalId} is not known`);
  }

  async accept(externalId: number): Promise<void> {
    const { id, status: from, version } = await this.known(externalId);
    await this.parts.handling.command(id, { id: randomUUID(), type: 'acknowledge', from, version, ageMs: 0 });
  }

  /** The numbers each delivery names, oldest delivery first. */
  async told(): Promise<string[][]> {
    const { deliveries } = await this.parts.alerts.list(500, null);
    return deliveries.toReversed().map(({ orders }) => orders.map(({ number }) => number));
  }

  async rows(): Promise<{ orders: number; events: number }> {
    const [row] = await this.database.query<{ orders: number; events: number }>(
      sql`select (select count(*) from orders) as orders, (select seq from kitchens) as events`,
    );
    return row ?? fail('no row');
  }

  async codes(): Promise<string[]> {
    return (await this.asking.notices(this.now)).map(({ code }) => code);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#asking?.stop();
    await this.database[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}

function buildParts(database: Database, logs: ReturnType<typeof recordingLogs>['logs'], now: () => number) {
  const newId = createIds({ now, random: randomBytes });
  const store = createOrderStore({ database });
  const alerts = createAlerts({
    ...{ database, now, newId, newKey: randomUUID, random: () => 0, log: logs.of('alerts'), config: settings },
  });
  const handling = createOrderHandling({
    ...{ store, commands: createCommandLog({ database }), now, newId, kitchenId: 'main', rules: () => rules },
    write: (statements) => database.write(statements),
    consequences: (order, effects, at) => alerts.statementsFor(order, effects, at),
    committed: () => undefined,
  });
  const inbox = createInbox({ database, newId });
  const woocommerce = createWooCommerce({ secret: 'secret of tests', hookdeckSecret: null });
  const worker = createInboxWorker({
    aside: async () => undefined,
    ...{ inbox, sources: new Map([[woocommerce.id, woocommerce]]), signal: handling.signal, now },
    ...{ contact: { noPermission: () => undefined, orderRead: () => undefined }, pressure: () => 0, elapsed: () => 0 },
    ...{ write: (statements) => database.write(statements), schedule: (work) => work(), log: logs.of('intake') },
  });
  return { store, alerts, handling, inbox, worker };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
