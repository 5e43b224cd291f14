import type { CatalogueEntry } from '@kasera/shared/shop.ts';
import { createLooks, type Schedule } from '../../alerts/looks.ts';
import { retryDelayMs } from '../../alerts/retry.ts';
import type { Database } from '../../db/database.ts';
import type { ShopClient, ShopFault } from '../connection/answer.ts';
import { createCatalogueIndex, type CatalogueIndex, type CatalogueItem } from './catalogue-index.ts';
import { createCatalogueKeeping, type CatalogueKeeping } from './catalogue-keeping.ts';
import { createCatalogueReading, type CatalogueReading } from './catalogue-reading.ts';
import { createCatalogueStore } from './catalogue-store.ts';
import { mostAtOnce } from './each-page.ts';
import { toldProductSchema } from './products.ts';

export interface CatalogueDeps {
  client: Pick<ShopClient, 'get'>;
  database: Pick<Database, 'query' | 'write'>;
  /** Which adapter's shop it is: `woocommerce`. */
  source: string;
  /** The shop that is asked; null: none is connected. */
  connection(): { url: string } | null;
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  schedule: Schedule;
  log: { info(fields: object, sentence: string): void; warn(fields: object, sentence: string): void };
}

/** What of an order's line concerns the catalogue. */
export interface NotedItem {
  productId: string | null;
  variationId: string | null;
}

export interface Catalogue {
  /** Begins to ask. What is on disk is known before. */
  start(): void;
  stop(): Promise<void>;
  /** The connection changed: the catalogue is read anew at once. */
  reconnected(): void;
  /** A product or a variation, by its id; null: not known (yet). One the shop does not have any more is `gone`. */
  find(id: string): CatalogueItem | null;
  /** "Pizza al gusto - Familiar, Fina"; null: not known. For lines without a name of their own. */
  nameOf(productId: string, variationId: string | null): string | null;
  /** Its categories, a variation's being its product's; empty where nothing is known. */
  categoriesOf(productId: string): { id: string; name: string }[];
  search(text: string, limit: number): CatalogueEntry[];
  /** Products without their variations; when all was last read (epoch milliseconds), null: never. */
  counts(): { products: number; categories: number; readAt: number | null };
  /** Has what is not known of them asked for, once, in the background. Returns at once. */
  noteItems(items: readonly NotedItem[]): void;
  /** Takes a product the shop told of by itself (`product.updated`); what is no product is ignored. */
  take(body: unknown): Promise<'taken' | 'ignored'>;
  /** Everything by its ids, as it is now. */
  readonly index: Pick<CatalogueIndex, 'product' | 'category' | 'products' | 'categories'>;
  /** Calls after each change of the catalogue. */
  changed(listener: () => void): void;
}

const dayMs = 86_400_000;
/** Keys that may not read will not do so in a minute either. */
const refusedWaitMs = 600_000;
const refused: readonly ShopFault['kind'][] = ['unauthorised', 'forbidden', 'not-found', 'refused'];
const idleMs = 3_600_000;

/**
 * What the shop sells ([SH6]): kept in the database and in memory, so that it answers without the shop; read in the
 * background, one request at a time.
 */
export async function createCatalogue(deps: CatalogueDeps): Promise<Catalogue> {
  const listeners: (() => void)[] = [];
  const index = createCatalogueIndex();
  const store = createCatalogueStore(deps);
  const keeping = await createCatalogueKeeping({
    ...{ index, store, now: deps.now },
    changed: () => listeners.forEach((listener) => listener()),
  });
  const asking = createAsking({ ...deps, keeping, reading: createCatalogueReading(deps.client) });
  return {
    start: asking.start,
    stop: asking.stop,
    reconnected: asking.anew,
    index,
    find: index.find,
    nameOf(productId, variationId) {
      const item = index.find(variationId ?? productId) ?? index.find(productId);
      if (!item) return null;
      return item.variation ? `${item.name} - ${item.variation}` : item.name;
    },
    categoriesOf: (productId) => index.find(productId)?.categories ?? [],
    search: index.search,
    counts: keeping.counts,
    noteItems(items) {
      if (keeping.note(items)) asking.wake();
    },
    async take(body) {
      const parsed = toldProductSchema.safeParse(body);
      if (!parsed.success) return 'ignored';
      await keeping.keep([parsed.data]);
      asking.wake();
      return 'taken';
    },
    changed: (listener) => void listeners.push(listener),
  };
}

interface AskingDeps extends CatalogueDeps {
  keeping: CatalogueKeeping;
  reading: CatalogueReading;
}

/** Asks for what is unknown first, then for variations, then (daily) for everything. */
function createAsking(deps: AskingDeps) {
  const { keeping, now } = deps;
  let failures = 0;
  let wantsAll = false;
  const looks = createLooks({ look, now, schedule: deps.schedule });

  async function look(): Promise<number> {
    const connection = deps.connection();
    if (!connection) return idleMs;
    try {
      const fault = await ask(deps, connection.url, wantsAll);
      if (fault === 'nothing') return Math.max((keeping.counts().readAt ?? 0) + dayMs - now(), 0);
      if (fault === 'all') wantsAll = false;
      if (typeof fault === 'string') failures = 0;
      return typeof fault === 'string' ? 0 : waitAfter(fault);
    } catch (error) {
      deps.log.warn({ error }, 'the catalogue could not be kept');
      return waitAfter(null);
    }
  }

  function waitAfter(fault: ShopFault | null): number {
    failures += 1;
    if (fault && failures === 1) deps.log.warn({ fault: fault.kind }, 'the catalogue could not be read');
    if (fault && refused.includes(fault.kind)) return refusedWaitMs;
    return retryDelayMs(failures, fault?.retryAfterMs ?? null, deps.random());
  }

  return {
    start: looks.start,
    stop: looks.stop,
    wake: () => {
      // While the shop fails only the time brings the next try.
      if (failures === 0) looks.wake();
    },
    anew() {
      wantsAll = true;
      failures = 0;
      looks.wake();
    },
  };
}

/** One step. @returns what was done, or the fault that prevented it */
async function ask(deps: AskingDeps, url: string, wantsAll: boolean): Promise<'some' | 'all' | 'nothing' | ShopFault> {
  const { keeping, reading, now } = deps;
  const unknown = keeping.unknown(mostAtOnce);
  if (unknown.length > 0) {
    const read = await reading.byIds(unknown);
    if (read.type === 'fault') return read.fault;
    await keeping.keepAsked(unknown, read.found);
    return 'some';
  }
  const due = keeping.variationsDue();
  if (due !== null) {
    const read = await reading.variations(due, now());
    // The shop says that there is no such product: then it has no variations either.
    if (read.type === 'fault' && read.fault.kind !== 'not-found') return read.fault;
    await keeping.keepVariations(due, read.type === 'ok' ? read.found : []);
    return 'some';
  }
  const { readAt } = keeping.counts();
  if (!wantsAll && keeping.url() === url && readAt !== null && now() - readAt < dayMs) return 'nothing';
  return readAll(deps, url);
}

async function readAll({ keeping, reading, now, log }: AskingDeps, url: string): Promise<'all' | ShopFault> {
  const startedAt = now();
  const whole = keeping.whole(url, startedAt);
  const categories = await reading.categories();
  if (categories.type === 'fault') return categories.fault;
  const products = await reading.products(whole.page);
  if (products.type === 'fault') return products.fault;
  // A product deleted while the pages were read moves the next one out of sight: who was not seen is asked for by name.
  const unseen = whole.unseen();
  for (let from = 0; from < unseen.length; from += mostAtOnce) {
    const ids = unseen.slice(from, from + mostAtOnce);
    const read = await reading.byIds(ids);
    if (read.type === 'fault') return read.fault;
    await keeping.keepAsked(ids, read.found);
  }
  await whole.end(categories.found);
  log.info({ products: keeping.counts().products }, 'the catalogue was read');
  return 'all';
}
