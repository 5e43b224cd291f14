import { join } from 'node:path';
import type { Database } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openSqlite } from '../../src/db/sqlite.ts';
import { createCatalogue, type Catalogue } from '../../src/shop/catalogue/catalogue.ts';
import { HandClock } from './hand-clock.ts';
import { ProductShop } from './product-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

/** A catalogue on a database of its own, a shop to ask, and a clock the test turns. */
export class CatalogueBed implements AsyncDisposable {
  readonly shop = new ProductShop();
  readonly clock = new HandClock();
  readonly warned: object[] = [];
  /** The shop that is connected; null: none is. */
  url: string | null = 'https://shop.example';
  readonly #database: Database;
  readonly #folder: Disposable;
  #catalogue: Catalogue | null = null;

  constructor(database: Database, folder: Disposable) {
    this.#database = database;
    this.#folder = folder;
  }

  get catalogue(): Catalogue {
    if (!this.#catalogue) throw new Error('not open');
    return this.#catalogue;
  }

  /** As another process would find it. */
  async restart(): Promise<Catalogue> {
    await this.#catalogue?.stop();
    this.#catalogue = await createCatalogue({
      ...{ database: this.#database, client: this.shop, source: 'woocommerce', random: () => 0.5 },
      connection: () => (this.url === null ? null : { url: this.url }),
      now: this.clock.read,
      schedule: this.clock.schedule,
      log: { info: () => undefined, warn: (fields) => void this.warned.push(fields) },
    });
    return this.#catalogue;
  }

  /** Nothing is left to be asked before tomorrow. */
  async allRead(): Promise<void> {
    await until(() => (this.clock.nextInMs() ?? 0) > 3_600_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#catalogue?.stop();
    await this.#database[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }
}

/** Open, and not begun to ask. @param open another database than a new SQLite file */
export async function openCatalogue(open: (path: string) => Promise<Database> = openFile): Promise<CatalogueBed> {
  const folder = temporaryFolder();
  const database = await open(join(folder.path, 'test.sqlite'));
  await migrate({ database, now: Date.now });
  const bed = new CatalogueBed(database, folder);
  await bed.restart();
  return bed;
}

const openFile = (path: string): Promise<Database> =>
  openSqlite({ path, log: { info: () => undefined, warn: () => undefined } });

/** Open, with everything read. */
export async function openReadCatalogue(): Promise<CatalogueBed> {
  const bed = await openCatalogue();
  bed.catalogue.start();
  await bed.allRead();
  return bed;
}
