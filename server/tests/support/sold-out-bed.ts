import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DropReason } from '@kasera/shared/alert.ts';
import type { SellOut, SoldOut } from '@kasera/shared/shop.ts';
import { defaultMapping, sellOutSchema } from '@kasera/shared/shop.ts';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { sql } from '../../src/db/sql.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { createIds } from '../../src/ids.ts';
import { createSoldOut, type SoldOutKeeper } from '../../src/shop/sold-out/sold-out.ts';
import { claimTasks } from '../../src/shop/outbox/claim.ts';
import { dropping, placing } from '../../src/shop/outbox/placing.ts';
import { settleTask, toSent } from '../../src/shop/outbox/settle.ts';
import { freeLeases } from '../../src/shop/outbox/start-up.ts';
import { shopTaskSchema, type StockTask, type TaskOutcome } from '../../src/shop/outbox/task.ts';
import { ProductShop } from './product-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const hour = 3_600_000;
/** Keys and lists are all that is asked of it here: what is due is handled when the test says so. */
export class SoldOutBed implements AsyncDisposable {
  readonly shop = new ProductShop();
  now = Date.parse('2026-11-21T19:00:00Z');
  url: string | null = 'https://shop.example';
  readonly told: SoldOut[][] = [];
  readonly #database: Database;
  readonly #folder: Disposable;
  #keeper: SoldOutKeeper | null = null;
  #taps = 0;
  #again = false;
  readonly #newId = createIds({ now: Date.now, random: randomBytes });

  constructor(database: Database, folder: Disposable) {
    this.#database = database;
    this.#folder = folder;
  }

  get keeper(): SoldOutKeeper {
    if (!this.#keeper) throw new Error('not open');
    return this.#keeper;
  }

  /** As another process finds it. */
  async restart(): Promise<void> {
    await freeLeases(this.#database, this.now);
    this.#keeper = await createSoldOut({
      outbox: this.#outbox(),
      ...{ database: this.#database, client: this.shop, kitchenId: 'main', source: 'woocommerce' },
      catalogue: { nameOf: (productId) => (productId === '11' ? 'Pizza Margarita' : null) },
      connection: () => (this.url === null ? null : { url: this.url }),
      closing: (now) => now + 4 * hour,
      now: () => this.now,
      changed: (list) => void this.told.push(list),
    });
    await this.#keeper.restore();
  }

  #outbox() {
    const deps = { source: 'woocommerce', kitchenId: 'main', mapping: () => defaultMapping, newId: this.#newId };
    const shop = () => this.url;
    const now = () => this.now;
    return {
      placing: (task: StockTask, when: { dueAt: number; key: string }) => placing({ ...deps, shop, now }, task, when),
      dropping: (key: string, reason: DropReason) => dropping(key, reason, this.now),
      wake: () => undefined,
    };
  }

  request(productId: string, rest: Partial<SellOut> = {}): SellOut {
    this.#taps += 1;
    const request = { id: `tap-${this.#taps}`, productId, variationId: null, name: 'Dish', span: 'hour', by: 'Grill' };
    return sellOutSchema.parse({ ...request, ...rest });
  }

  /** Sells out, and has the shop told. */
  async sellOut(productId: string, rest: Partial<SellOut> = {}): Promise<SoldOut> {
    const { soldOut } = await this.keeper.sellOut(this.request(productId, rest));
    await this.deliver();
    return soldOut;
  }

  /** Lets so much time pass; then what is due is done. */
  async pass(ms: number): Promise<TaskOutcome[]> {
    this.now += ms;
    await this.keeper.tick();
    return this.deliver();
  }

  /** Has all that is due told, each once; what is to be tried again is due at the next call. */
  async deliver(): Promise<TaskOutcome[]> {
    if (this.#again) this.now += 1;
    this.#again = false;
    const outcomes: TaskOutcome[] = [];
    for (;;) {
      const claimed = await claimTasks({ database: this.#database }, this.now, 10);
      if (claimed.length === 0) return outcomes;
      for (const each of claimed) {
        const outcome = await this.keeper.handle(stockTask(each.payload));
        outcomes.push(outcome);
        this.#again ||= outcome.type === 'retry';
        const at = { startedAt: this.now, endedAt: this.now, retryAt: this.now + 1 };
        await settleTask({ database: this.#database }, each, { outcome: toSent(outcome), ...at });
      }
    }
  }

  /** What is still to be delivered, and when. */
  async waiting(): Promise<{ to: string; inMs: number }[]> {
    const rows = await this.#database.query<{ payload: string; dueAt: number }>(
      sql`select payload, due_at as "dueAt" from deliveries where state = 'waiting' order by id`,
    );
    return rows.map(({ payload, dueAt }) => ({ to: stockTask(payload).to, inMs: dueAt - this.now }));
  }

  /** Id and state of everything on the list. */
  states(): string[] {
    return this.keeper.list().map(({ productId, variationId, shop }) => `${variationId ?? productId} ${shop}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}

/** @param open another database than a new SQLite file */
export async function openSoldOut(open: (path: string) => Promise<Database> = openFile): Promise<SoldOutBed> {
  const folder = temporaryFolder();
  const database = await open(join(folder.path, 'test.sqlite'));
  await migrate({ database, now: Date.now });
  const bed = new SoldOutBed(database, folder);
  await bed.restart();
  return bed;
}

const openFile = (path: string): Promise<Database> =>
  openSqlite({ path, log: { info: () => undefined, warn: () => undefined } });

function stockTask(payload: string): StockTask {
  const task = shopTaskSchema.parse(JSON.parse(payload));
  if (task.type !== 'stock') throw new Error('not about stock');
  return task;
}
