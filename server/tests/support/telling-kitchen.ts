import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Command } from '@kasera/shared/command.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { WriteBackMapping } from '@kasera/shared/shop.ts';
import { sampleRules } from '@kasera/shared/testing/sample-signal.ts';
import { listDeliveries } from '../../src/alerts/delivery-list.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { createIds } from '../../src/ids.ts';
import { readRestOrder } from '../../src/intake/sources/woocommerce.ts';
import { createCommandLog } from '../../src/orders/command-log.ts';
import { createOrderHandling, type OrderHandling } from '../../src/orders/handle.ts';
import { openKitchen } from '../../src/orders/kitchen.ts';
import { createOrderStore, type OrderStore } from '../../src/orders/store.ts';
import { createOrderTask } from '../../src/shop/outbox/order-task.ts';
import { createShopOutbox, type ShopOutbox } from '../../src/shop/outbox/outbox.ts';
import type { StockTask, TaskHandler } from '../../src/shop/outbox/task.ts';
import { recordingLogs } from './recording-logs.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { ToldShop } from './told-shop.ts';
import { until } from './until.ts';

export const minute = 60_000;
export const startAt = Date.UTC(2026, 10, 20, 20);
const kitchenId = 'main';

export const everything: WriteBackMapping = {
  accepted: { status: 'en-cocina', note: 'customer' },
  ready: { status: null, note: 'private' },
  completed: { status: 'completed', note: 'none' },
  cancelled: { status: 'cancelled', note: 'customer' },
};

/** Orders, the outbox and a shop that is told, on a database of their own; the test turns the clock. */
export class TellingKitchen implements AsyncDisposable {
  now = startAt;
  mapping = everything;
  address: string | null = 'https://tienda.example.test';
  language: 'es' | 'en' = 'es';
  readonly shop = new ToldShop(() => this.now);
  readonly logged = recordingLogs();
  readonly database: Database;
  readonly store: OrderStore;
  readonly handling: OrderHandling;
  outbox: ShopOutbox;
  stock: TaskHandler<StockTask> = () => Promise.reject(new Error('no stock here'));
  #looks = 0;
  #isStopping = false;
  #pressed = 0;
  readonly #newId: () => string;
  readonly #dispose: () => void;

  constructor(database: Database, dispose: () => void) {
    this.database = database;
    this.#dispose = dispose;
    this.store = createOrderStore({ database });
    this.#newId = createIds({ now: () => this.now, random: randomBytes });
    this.outbox = this.#makeOutbox();
    this.handling = createOrderHandling({
      ...{ store: this.store, kitchenId, rules: () => sampleRules, newId: this.#newId, now: () => this.now },
      commands: createCommandLog({ database }),
      write: (statements) => database.write(statements),
      consequences: (order, effects) => this.outbox.statementsFor(order, effects),
      committed: () => this.outbox.wake(),
      writeBack: (source) => this.outbox.writeBack(source),
    });
  }

  #makeOutbox(): ShopOutbox {
    const order = createOrderTask({
      ...{ client: this.shop, rules: sampleRules, now: () => this.now, shop: () => this.address },
      orderById: (id) => this.store.byId(id),
      signal: (signal, along) => this.handling.signal(signal, along),
      readOrder(body) {
        const parsed = readRestOrder(body);
        return parsed.type === 'signal' && parsed.signal.type === 'snapshot' ? parsed.signal.snapshot : null;
      },
      words: () => ({ language: this.language, timeZone: 'Europe/Madrid' }),
    });
    return createShopOutbox({
      ...{ database: this.database, source: 'woocommerce', kitchenId, newId: this.#newId, random: () => 0.5 },
      ...{ now: () => this.now, shop: () => this.address, mapping: () => this.mapping },
      handlers: { order, stock: (task, attempt) => this.stock(task, attempt) },
      log: this.logged.logs.of('shop'),
      // It looks all the time: what is due is told by the clock the test turns.
      schedule: (run, afterMs) => {
        this.#looks++;
        const timer = setTimeout(run, this.#isStopping ? afterMs : Math.min(afterMs, 2));
        return () => clearTimeout(timer);
      },
    });
  }

  /** The process dies without a word and another one begins. */
  async restart(): Promise<void> {
    await this.stop();
    this.outbox = this.#makeOutbox();
    await this.outbox.start();
  }

  /** The shop tells of its order as it is now. */
  async hear(): Promise<Order> {
    const parsed = readRestOrder(this.shop.body());
    if (parsed.type !== 'signal') throw new Error('the fake shop is not understood');
    const { order } = await this.handling.signal(parsed.signal, () => []);
    if (!order) throw new Error('no order');
    return order;
  }

  async order(): Promise<Order> {
    const order = await this.store.byExternalId('woocommerce', '82');
    if (!order) throw new Error('no order');
    return order;
  }

  async press(...types: (Command['type'] | 'cancel')[]): Promise<Order> {
    const { id } = await this.order();
    for (const type of types) {
      const press = { id: `tap-${this.#pressed++}`, type, ...(type === 'cancel' && { reason: 'Sin masa' }) } as Command;
      const result = await this.handling.command(id, press);
      if (result.type !== 'done') throw new Error(`${type} was refused: ${result.refusal.message}`);
    }
    return this.order();
  }

  async deliveries() {
    const { deliveries } = await listDeliveries({ database: this.database }, 100, null);
    return deliveries.toReversed();
  }

  async states(): Promise<string[]> {
    const deliveries = await this.deliveries();
    return deliveries.map(({ about, state, reason }) => [about, state, reason].filter(Boolean).join(' '));
  }

  /** Turns the clock on and waits for the outbox to have looked again, and again. */
  async pass(ms: number): Promise<void> {
    this.now += ms;
    const looks = this.#looks;
    this.outbox.wake();
    await until(() => this.#looks > looks + 3);
  }

  /** Waits until nothing is due or under way. */
  async untilTold(): Promise<void> {
    await until(async () => {
      const deliveries = await this.deliveries();
      return deliveries.every(
        ({ state, dueAt }) => state !== 'sending' && (state !== 'waiting' || Date.parse(dueAt ?? '') > this.now),
      );
    });
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.outbox.stop();
    this.#isStopping = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.database[Symbol.asyncDispose]();
    this.#dispose();
  }
}

/** A kitchen with one order from the shop, new on its board. */
export async function openTellingKitchen(mapping: WriteBackMapping = everything): Promise<TellingKitchen> {
  const folder = temporaryFolder();
  return begin(await openSqlite({ path: join(folder.path, 'kasera.db') }), () => folder[Symbol.dispose](), mapping);
}

export async function begin(
  database: Database,
  dispose: () => void,
  mapping: WriteBackMapping = everything,
): Promise<TellingKitchen> {
  await migrate({ database, now: () => startAt });
  await openKitchen(database, { id: kitchenId, epoch: 'e', now: startAt });
  const kitchen = new TellingKitchen(database, dispose);
  kitchen.mapping = mapping;
  await kitchen.outbox.start();
  await kitchen.hear();
  kitchen.now += minute;
  return kitchen;
}
