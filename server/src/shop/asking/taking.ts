import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrderSnapshot } from '@kasera/shared/order.ts';
import { StorageError, type Database } from '../../db/database.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Inbox, InboxItem } from '../../intake/inbox.ts';
import type { Parsed } from '../../intake/sources/source.ts';
import { glanceAtOrder, type ListedOrder } from '../../intake/sources/woocommerce.ts';
import type { Log } from '../../ops/log.ts';
import type { OrderHandling } from '../../orders/handle.ts';

export interface TakingDeps {
  database: Pick<Database, 'query'>;
  /** Says in Kasera's terms what the shop's REST API says of one order. */
  read(value: unknown): Parsed;
  signal: OrderHandling['signal'];
  /** Remembers an order that did not ring; belongs into the commit of its change. */
  remembering(orderId: string, source: string): Sql;
  inbox: Pick<Inbox, 'accept'>;
  /** Carries out a request kept in the inbox, which settles it as failed, with its reason. */
  run(item: InboxItem): Promise<unknown>;
  now(): number;
  log: Log;
}

export interface TakingOptions {
  source: string;
  /** Whether this one is to be told of together with others, instead of ringing. */
  mute(snapshot: OrderSnapshot): boolean;
  /** Leaves out what is not wanted; default: everything is. */
  wanted?(snapshot: OrderSnapshot): boolean;
}

export interface Taking {
  /**
   * Takes orders as the shop's REST API gives them, by the same decision as a webhook. All stored when it resolves.
   * @returns how many changed something
   * @throws {StorageError} when one could not be stored; the others were
   */
  take(orders: readonly unknown[], options: TakingOptions): Promise<number>;
  /** When the shop last answered with this order. */
  heardAt(externalId: string): number | null;
  /** Another shop: nothing of the former one counts. */
  forget(): void;
}

/** So few at once that what is live finds its turn between them. */
const batchSize = 16;
/** Far more than any overlap of two looks holds. */
const maxRemembered = 5_000;
/** Then it is decided anew: of two states of one second a webhook may have brought the older one last ([OR1]). */
const sureForMs = 60_000;
/** Not (any more) for the kitchen: only of those it knows it has to hear. */
const leftOut: ReadonlySet<string> = new Set(['auto-draft', 'draft', 'checkout-draft', 'pending', 'trash']);

/** Takes what asking brings ([SH3]): once, whatever it is, without holding up anything else. */
export function createTaking(deps: TakingDeps): Taking {
  /** What was last taken of each order, and until when that is enough: a look's overlap costs a hash, not a parse. */
  const taken = createMemory<{ content: string; until: number }>();
  const heard = createMemory<number>();

  async function takeOne(value: unknown, options: TakingOptions): Promise<boolean> {
    const order = glanceAtOrder(value);
    const content = createHash('sha256').update(JSON.stringify(value)).digest('base64');
    const name = order?.externalId ?? `unnamed ${content}`;
    if (order) heard.set(order.externalId, deps.now());
    const before = taken.get(name);
    if (before?.content === content && deps.now() < before.until) return false;
    if (order && leftOut.has(order.status) && !(await isKnown(deps, options.source, order))) return false;
    const parsed = deps.read(value);
    if (parsed.type === 'signal' && parsed.signal.type === 'snapshot') {
      const { snapshot } = parsed.signal;
      if (options.wanted?.(snapshot) === false) return false;
      const end = await signalOrKeep(deps, value, {
        parsed: parsed.signal,
        ring: !options.mute(snapshot),
        order,
        options,
      });
      taken.set(name, { content, until: end === 'kept' ? Infinity : deps.now() + sureForMs });
      return end === 'changed';
    }
    await keep(deps, value, order, options.source, reasonOf(parsed));
    taken.set(name, { content, until: Infinity });
    return true;
  }

  return {
    async take(orders, options) {
      let news = 0;
      for (let at = 0; at < orders.length; at += batchSize) {
        const batch = await Promise.allSettled(orders.slice(at, at + batchSize).map((each) => takeOne(each, options)));
        const failed = batch.find((each) => each.status === 'rejected');
        if (failed) throw failed.reason;
        news += batch.filter((each) => each.status === 'fulfilled' && each.value).length;
        await nextTurn();
      }
      return news;
    },
    heardAt: (externalId) => heard.get(externalId) ?? null,
    forget() {
      taken.clear();
      heard.clear();
    },
  };
}

interface Memory<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  clear(): void;
}

/** Forgets what was longest not set. */
function createMemory<T>(): Memory<T> {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const [oldest] = entries.keys();
      if (entries.size > maxRemembered && oldest !== undefined) entries.delete(oldest);
    },
    clear: () => entries.clear(),
  };
}

async function isKnown({ database }: TakingDeps, source: string, { externalId }: ListedOrder): Promise<boolean> {
  const rows = await database.query(
    sql`select 1 as known from orders where source = ${source} and external_id = ${externalId}`,
  );
  return rows.length > 0;
}

interface ReadOrder {
  parsed: Extract<Parsed, { type: 'signal' }>['signal'];
  ring: boolean;
  order: ListedOrder | null;
  options: TakingOptions;
}

/** What one order breaks must not stop the others; a storage that is away is no fault of the order. */
async function signalOrKeep(
  deps: TakingDeps,
  value: unknown,
  { parsed, ring, order, options }: ReadOrder,
): Promise<'changed' | 'unchanged' | 'kept'> {
  try {
    const { type } = await deps.signal(
      parsed,
      (result) => (result.unrung && result.order ? [deps.remembering(result.order.id, options.source)] : []),
      { ring },
    );
    return type;
  } catch (error) {
    if (error instanceof StorageError) throw error;
    deps.log.error({ error, externalId: order?.externalId ?? null }, 'an order of the shop could not be carried out');
    await keep(deps, value, order, options.source, 'internal error');
    return 'kept';
  }
}

/** Kept in the inbox as failed, where a person sees it and can run it again. */
async function keep(
  deps: TakingDeps,
  value: unknown,
  order: ListedOrder | null,
  source: string,
  reason: string,
): Promise<void> {
  const externalId = order?.externalId ?? null;
  deps.log.error({ externalId, reason }, 'an order of the shop could not be read');
  const identity = { topic: 'asked', externalId, deliveryId: `asked ${externalId ?? 'unnamed'}`, warnings: [] };
  const accepted = await deps.inbox.accept({
    source,
    receivedAt: deps.now(),
    headers: { 'x-wc-webhook-topic': 'order.updated' },
    body: Buffer.from(JSON.stringify(value)),
    identity,
  });
  const item = accepted.type === 'stored' ? accepted.item : accepted.rerun;
  if (item) await deps.run(item);
}

function reasonOf(parsed: Parsed): string {
  return 'reason' in parsed ? parsed.reason : 'unexpected news';
}
