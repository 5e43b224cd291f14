import type { OrderSnapshot } from '@kasera/shared/order.ts';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import type { Database } from '../../db/database.ts';
import { sql } from '../../db/sql.ts';
import type { ShopFault } from '../connection/answer.ts';
import { glanceAtOrder } from '../../intake/sources/woocommerce.ts';
import type { AskedShop, Cursors } from './cursor.ts';
import { largestPage, readChanged, shopTimeText, type AskOrders, type ListAnswer } from './order-list.ts';
import type { Taking } from './taking.ts';

export interface LookDeps {
  cursors: Cursors;
  taking: Pick<Taking, 'take'>;
  database: Pick<Database, 'query'>;
  now(): number;
  /** How often a catch-up looks aside at what is newest. */
  askEveryMs: number;
}

export interface LookQuestion {
  shop: AskedShop;
  ask: AskOrders;
  /** The last look was long ago: what comes now may be a catch-up. */
  mayCatchUp: boolean;
  /** Told as a catch-up goes on. */
  progress(catchUp: CatchUp): void;
  /** Told after each page of it: what was found longest ago may have to be told of before the end. */
  pageTaken(): Promise<void>;
}

export interface CatchUp {
  done: number;
  total: number | null;
}

export interface LookResult {
  /** Why it did not come to its end; null: it did. */
  fault: ShopFault | null;
  /** How many orders changed something. */
  news: number;
  caughtUp: boolean;
}

export interface Looking {
  look(question: LookQuestion): Promise<LookResult>;
  /** Another shop. */
  forget(): void;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Commits that came late, servers of one shop whose clocks differ a little. */
const overlapMs = 2 * minuteMs;
/** A new connection begins with what changed in the last day, and with what was promised for later before that. */
const firstLookMs = 24 * hourMs;
const promisedBackMs = 14 * 24 * hourMs;
/** So few that they may ring each for itself. */
const handful = 5;
/** A younger order rings, also in a catch-up. */
const liveMs = 2 * minuteMs;
const wideEveryMs = minuteMs;

/** One look at the shop ([SH3]): everything that changed since the last one, whatever its state. */
export function createLooking(deps: LookDeps): Looking {
  const memory: Memory = { shopTime: null, widenedAt: -Infinity, withoutTrash: false, perPage: largestPage };
  return {
    async look(question) {
      const run: Run = { ...question, deps, memory, caughtUp: false, news: 0, done: 0, asideAt: deps.now() };
      const fault = await lookThrough(run);
      memory.perPage = pageAfter(fault, memory.perPage);
      return { fault, news: run.news, caughtUp: run.caughtUp };
    },
    forget() {
      memory.shopTime = null;
      memory.widenedAt = -Infinity;
      memory.withoutTrash = false;
      memory.perPage = largestPage;
    },
  };
}

interface Memory {
  /** The shop's clock at its last answer: only ever compared with the shop's own times. */
  shopTime: number | null;
  widenedAt: number;
  /** This shop does not list its trash. */
  withoutTrash: boolean;
  perPage: number;
}

const smallestPage = 10;
const tooMuch: ReadonlySet<ShopFaultKind> = new Set(['timeout', 'unavailable', 'unreadable']);

/** A weak shop dies of a hundred large orders at once, each time anew: then it is asked for fewer, until all is read. */
function pageAfter(fault: ShopFault | null, perPage: number): number {
  if (fault === null) return largestPage;
  return tooMuch.has(fault.kind) ? Math.max(smallestPage, Math.floor(perPage / 2)) : perPage;
}

interface Run extends LookQuestion {
  deps: LookDeps;
  memory: Memory;
  caughtUp: boolean;
  news: number;
  done: number;
  asideAt: number;
}

async function lookThrough(run: Run): Promise<ShopFault | null> {
  const { deps, shop } = run;
  const cursors = await deps.cursors.read(shop);
  const first = cursors.orders === undefined ? await firstBound(run) : null;
  if (first?.fault) return first.fault;
  const begin = first?.bound ?? (cursors.orders === undefined ? null : boundOf(run, cursors.orders));
  // A shop without a single order.
  if (begin === null) return null;
  return (
    (await readNews(run, begin)) ??
    (await readTrash(run, cursors.trash ?? null, begin)) ??
    (cursors.promised === undefined ? await readPromised(run, first?.bound ?? begin - firstLookMs) : null)
  );
}

/** Where a new connection begins: a day back by the shop's own clock, or from its newest change where it tells none. */
async function firstBound(run: Run): Promise<{ bound: number | null; fault: ShopFault | null }> {
  const answer = await run.ask({ status: 'any', orderby: 'modified', order: 'desc', per_page: 1, page: 1 });
  if (answer.type === 'fault') return { bound: null, fault: answer.fault };
  const newest = glanceAtOrder(answer.data[0])?.modifiedAt ?? null;
  const today = answer.shopTime ?? newest;
  return { bound: newest === null || today === null ? null : today - firstLookMs, fault: null };
}

/**
 * The overlap; and where the shop's newest change lies ahead of its own clock (somebody set it right, or one order is
 * dated wrong), now and then what changed since by that clock: it would not be found until the clock has caught up.
 */
function boundOf({ deps, memory }: Run, cursor: number): number {
  const { shopTime } = memory;
  if (shopTime === null || cursor - shopTime <= overlapMs) return cursor - overlapMs;
  if (deps.now() - memory.widenedAt < wideEveryMs) return cursor - overlapMs;
  // The first time it is not known since when.
  const backMs = memory.widenedAt === -Infinity ? firstLookMs : wideEveryMs + overlapMs;
  memory.widenedAt = deps.now();
  return Math.min(cursor, shopTime) - backMs;
}

function readNews(run: Run, from: number): Promise<ShopFault | null> {
  const { deps, shop, memory, ask } = run;
  let total: number | null = null;
  let pages = 0;
  const reading = {
    ask,
    perPage: memory.perPage,
    stored: (modifiedAt: number) => deps.cursors.move(shop, 'orders', modifiedAt),
    async take(page: ListAnswer) {
      memory.shopTime = page.shopTime ?? memory.shopTime;
      if (pages++ === 0) {
        total = page.total;
        run.caughtUp = run.mayCatchUp && (total ?? page.data.length) > handful;
      }
      if (run.caughtUp) run.progress({ done: run.done, total });
      run.news += await deps.taking.take(page.data, { source: shop.source, mute: muting(run) });
      run.done = Math.min(run.done + page.data.length, total ?? Infinity);
      if (run.caughtUp) run.progress({ done: run.done, total });
      if (run.caughtUp) await lookAside(run);
      if (run.caughtUp) await run.pageTaken();
    },
  };
  return readChanged(reading, { status: 'any' }, from);
}

/** In a catch-up only what was placed just now rings for itself; the others are told of together. */
function muting({ deps, memory, caughtUp }: Run): (snapshot: OrderSnapshot) => boolean {
  const shopNow = memory.shopTime ?? deps.now();
  return ({ placedAt, paidAt }) => caughtUp && shopNow - Math.max(placedAt ?? 0, paidAt ?? 0) > liveMs;
}

/** While thousands of old ones come in, the newest must not wait for their turn at the list's end. */
async function lookAside(run: Run): Promise<void> {
  const { deps, ask, shop } = run;
  if (deps.now() - run.asideAt < deps.askEveryMs) return;
  run.asideAt = deps.now();
  const answer = await ask({ status: 'any', orderby: 'modified', order: 'desc', per_page: 20, page: 1 });
  if (answer.type === 'fault') return;
  run.memory.shopTime = answer.shopTime ?? run.memory.shopTime;
  run.news += await deps.taking.take(answer.data, { source: shop.source, mute: muting(run) });
}

/** `any` does not hold the trash and cannot be combined with it, so it is asked for apart while somebody may cook. */
async function readTrash(run: Run, cursor: number | null, begin: number): Promise<ShopFault | null> {
  const { deps, shop, memory, ask } = run;
  if (memory.withoutTrash || !(await isCooking(deps, shop.source))) return null;
  if (cursor === null) await deps.cursors.move(shop, 'trash', begin);
  const reading = {
    ask,
    perPage: memory.perPage,
    stored: (modifiedAt: number) => deps.cursors.move(shop, 'trash', modifiedAt),
    async take({ data }: ListAnswer) {
      run.news += await deps.taking.take(data, { source: shop.source, mute: () => false });
    },
  };
  const fault = await readChanged(reading, { status: 'trash' }, cursor === null ? begin : cursor - overlapMs);
  if (fault?.kind !== 'refused') return fault;
  memory.withoutTrash = true;
  return null;
}

async function isCooking({ database }: LookDeps, source: string): Promise<boolean> {
  const rows = await database.query(sql`select 1 as cooked from orders where open = 1 and source = ${source} limit 1`);
  return rows.length > 0;
}

/** Once for a new connection: what was ordered days ago for later, and is still to be cooked. */
async function readPromised(run: Run, until: number): Promise<ShopFault | null> {
  const { deps, shop, memory, ask } = run;
  const reading = {
    ask,
    perPage: memory.perPage,
    stored: async () => undefined,
    async take({ data }: ListAnswer) {
      const wanted = ({ promisedAt }: OrderSnapshot): boolean => promisedAt !== null && promisedAt > deps.now();
      run.news += await deps.taking.take(data, { source: shop.source, mute: () => true, wanted });
    },
  };
  const query = { status: ['processing', 'on-hold'], modified_before: shopTimeText(until + minuteMs) };
  const fault = await readChanged(reading, query, until - promisedBackMs);
  if (fault && fault.kind !== 'refused') return fault;
  await deps.cursors.move(shop, 'promised', until);
  return null;
}
