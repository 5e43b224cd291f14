import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from '@kasera/shared/command.ts';
import type { KitchenSettings } from '@kasera/shared/kitchen-settings.ts';
import type { KitchenRules, Order, OrderSnapshot } from '@kasera/shared/order.ts';
import { sampleRules, sampleSignal } from '@kasera/shared/testing/sample-signal.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { createIds } from '../../src/ids.ts';
import { openDayClosing, type DayClosing } from '../../src/kitchen/closing.ts';
import { createKitchen, type Kitchen } from '../../src/kitchen/kitchen.ts';
import { createLine, type Line } from '../../src/kitchen/line.ts';
import { createSettings } from '../../src/ops/settings.ts';
import { createCommandLog } from '../../src/orders/command-log.ts';
import { createOrderHandling, type OrderHandling } from '../../src/orders/handle.ts';
import { openKitchen } from '../../src/orders/kitchen.ts';
import { createOrderStore, type OrderStore } from '../../src/orders/store.ts';
import { createCatalogueIndex, type CatalogueIndex } from '../../src/shop/catalogue/catalogue-index.ts';
import { productSchema, toProduct } from '../../src/shop/catalogue/products.ts';
import { HandClock } from './hand-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const kitchenId = 'main';

/** A kitchen with its orders, catalogue and settings on a database of its own; the test turns the clock. */
export class LineBed implements AsyncDisposable {
  readonly clock = new HandClock(Date.UTC(2026, 10, 20, 20));
  readonly catalogue: CatalogueIndex = createCatalogueIndex();
  readonly told: KitchenRules[] = [];
  readonly warned: object[] = [];
  /** Orders of which something was told, in turn. */
  readonly committed: Order[] = [];
  seq = 0;
  readonly store: OrderStore;
  readonly handling: OrderHandling;
  readonly #database: Database;
  readonly #folder: Disposable;
  #parts: { kitchen: Kitchen; line: Line; closing: DayClosing } | null = null;

  constructor(database: Database, folder: Disposable) {
    this.#database = database;
    this.#folder = folder;
    this.store = createOrderStore({ database });
    this.handling = createOrderHandling({
      ...{ store: this.store, commands: createCommandLog({ database }), kitchenId, now: this.clock.read },
      newId: createIds({ now: this.clock.read, random: randomBytes }),
      rules: () => this.kitchen.rules(),
      routeOf: (item, source, held) => this.line.routeOf(item, source, held),
      write: (statements) => database.write(statements),
      consequences: () => [],
      committed: ({ seq, order }) => {
        this.seq = seq;
        this.committed.push(order);
      },
    });
  }

  get kitchen(): Kitchen {
    return this.#open.kitchen;
  }

  get line(): Line {
    return this.#open.line;
  }

  get closing(): DayClosing {
    return this.#open.closing;
  }

  get #open() {
    if (!this.#parts) throw new Error('not open');
    return this.#parts;
  }

  /** As another process would find it; nothing is routed anew before `line.start`. */
  async restart(): Promise<void> {
    await this.#parts?.line.stop();
    const { store, clock } = this;
    const settings = createSettings({ database: this.#database, kitchenId, now: clock.read });
    const kitchen = await createKitchen({
      ...{ settings, now: clock.read, shopTimeZone: () => 'Europe/Madrid', machineTimeZone: 'UTC' },
      config: { rules: sampleRules, kitchen: { timeZone: null, closesAtMinute: 300 } },
      changed: (rules) => void this.told.push(rules),
    });
    const line = createLine({
      ...{ kitchen, kitchenId, store, source: 'woocommerce', now: clock.read, schedule: clock.schedule },
      catalogue: () => this.catalogue,
      seq: () => this.seq,
      signal: (signal) => this.handling.signal(signal, () => []),
      log: { warn: (fields) => void this.warned.push(fields) },
    });
    const closing = await openDayClosing({
      ...{ store, settings, kitchenId, command: this.handling.command, lastDayEnd: kitchen.lastDayEnd },
    });
    this.#parts = { kitchen, line, closing };
  }

  async save(settings: KitchenSettings): Promise<void> {
    const outcome = await this.kitchen.save(settings, this.kitchen.version());
    if (outcome.type !== 'saved') throw new Error(`not saved: ${outcome.type}`);
  }

  /** The shop's catalogue comes to know that the product is in that category. */
  learn(productId: number, categoryId: number): void {
    const category = { id: categoryId, name: `Category ${categoryId}` };
    const product = productSchema.parse({ id: productId, name: `Product ${productId}`, categories: [category] });
    this.catalogue.putCategories([{ ...category, id: String(categoryId), parentId: null }]);
    this.catalogue.put([toProduct(product, this.clock.now)]);
    this.line.catalogueChanged();
  }

  /** The shop tells of an order placed now. */
  async arrive(externalId: string, parts: Partial<OrderSnapshot> = {}): Promise<Order> {
    const at = this.clock.now;
    const times = { placedAt: at, paidAt: at, modifiedAt: at };
    const { order } = await this.handling.signal(sampleSignal({ externalId, ...times, ...parts }), () => []);
    if (!order) throw new Error('no order');
    return order;
  }

  async press(externalId: string, ...types: ('acknowledge' | 'ready' | 'complete')[]): Promise<Order> {
    for (const type of types) {
      const { id, version } = await this.order(externalId);
      const press: Command = { id: `${type}-${externalId}-${version}`, type };
      const result = await this.handling.command(id, press);
      if (result.type !== 'done') throw new Error(`${type} was refused: ${result.refusal.message}`);
    }
    return this.order(externalId);
  }

  async order(externalId: string, source = 'woocommerce'): Promise<Order> {
    const order = await this.store.byExternalId(source, externalId);
    if (!order) throw new Error('no order');
    return order;
  }

  /** Where its lines go: `grill+oven`, `` for nobody. */
  async routes(externalId: string): Promise<string[]> {
    const { items } = await this.order(externalId);
    return items.map(({ route }) => (route?.handOver ? 'hand-over' : (route?.stations ?? []).join('+')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts?.line.stop();
    await this.#database[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}

export async function openLine(): Promise<LineBed> {
  const folder = temporaryFolder();
  const database = await openSqlite({ path: join(folder.path, 'kasera.db') });
  await migrate({ database, now: Date.now });
  await openKitchen(database, { id: kitchenId, epoch: 'e', now: 0 });
  const bed = new LineBed(database, folder);
  await bed.restart();
  return bed;
}
