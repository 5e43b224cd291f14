import type { Order } from '@kasera/shared/order.ts';
import type { ErasedSuspect, ShopAsking, ShopFaultKind } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import { z } from 'zod';
import { createLooks, type Schedule } from '../alerts/looks.ts';
import type { Database } from '../db/database.ts';
import type { Sql } from '../db/sql.ts';
import type { Log } from '../ops/log.ts';
import type { OrderStore } from '../orders/store.ts';
import type { AskOptions, ShopAnswer, ShopClient } from './answer.ts';
import { createCursors, type AskedShop } from './cursor.ts';
import { createErasedRounds, type ErasedRounds } from './erased.ts';
import { createFoundOrders, type FoundOrders } from './found-orders.ts';
import { createLooking, type Looking } from './look.ts';
import { createStanding, type Standing } from './standing.ts';
import { createSuspects, type Suspects } from './suspects.ts';
import { createTaking, type Taking, type TakingDeps } from './taking.ts';

export interface AskingDeps extends Pick<TakingDeps, 'read' | 'signal' | 'inbox' | 'run'> {
  client: Pick<ShopClient, 'get'>;
  /** The shop that is connected now; null: none is. */
  connected(): AskedShop | null;
  database: Pick<Database, 'query' | 'write'>;
  store: Pick<OrderStore, 'open'>;
  kitchenId: string;
  /** One alert for the orders of a catch-up, and the word that it is there. */
  summaryFor(orders: readonly Order[], now: number): Sql[];
  wakeAlerts(): void;
  /** When a webhook of the shop last came; null: none did. */
  heardAt(): number | null;
  askEveryMs: number;
  now(): number;
  schedule: Schedule;
  log: Log;
}

export interface Asking {
  start(): void;
  /** Asks nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
  /** Looks now: the connection changed, or webhooks were lost. What the shop asked for (`Retry-After`) is kept to. */
  wake(): void;
  state(): ShopAsking;
  /** Open orders a person has to say of whether the shop really erased them. */
  suspects(): Promise<ErasedSuspect[]>;
  /** What that person said. */
  judge(orderIds: readonly string[], erased: boolean): Promise<void>;
  notices(now: number): Promise<Notice[]>;
}

/** Asks the shop itself, always: what its webhooks lose is found ([SH3]), and what was erased ([SH4]). */
export function createAsking(deps: AskingDeps): Asking {
  const { database, now, log } = deps;
  const found = createFoundOrders(deps);
  const suspects = createSuspects({ database });
  const taking = createTaking({ ...deps, remembering: found.remembering });
  const looking = createLooking({ ...deps, taking, cursors: createCursors({ database, now }) });
  const rounds = createErasedRounds({ ...deps, suspects, taking });
  const standing = createStanding({ ...deps, startedAt: now() });
  const round = createRound({ ...deps, found, taking, looking, rounds, standing });
  const looks = createLooks({ look: round.look, now, schedule: deps.schedule });
  return {
    start: looks.start,
    async stop() {
      round.abort();
      await looks.stop();
    },
    wake() {
      round.checkConnection();
      looks.wake();
    },
    state: standing.state,
    suspects: async () => (await suspects.asked()).map(({ orderId, number, since }) => ({ orderId, number, since })),
    async judge(orderIds, erased) {
      await rounds.judge(orderIds, erased);
      log.info({ count: orderIds.length, erased }, 'a person said whether orders were erased');
    },
    notices: (at) => gatherNotices({ standing, found, suspects }, at),
  };
}

interface RoundDeps extends AskingDeps {
  found: FoundOrders;
  taking: Taking;
  looking: Looking;
  rounds: ErasedRounds;
  standing: Standing;
}

const erasedEveryMs = 60_000;
const afterStorageFaultMs = 5_000;
const listSchema = z.array(z.unknown());

/** What one look and what follows it come to. */
function createRound(deps: RoundDeps) {
  const { now, log, standing } = deps;
  let shop: AskedShop | null = null;
  let aborting = new AbortController();
  let erasedAt = -Infinity;
  /** At a start nobody knows what an earlier process left untold. */
  let mayBeUntold = true;

  /** Another shop than before: nothing known of the former one counts, and what is under way is broken off. */
  function checkConnection(): void {
    const connected = deps.connected();
    if (connected?.url === shop?.url && connected?.source === shop?.source) return;
    aborting.abort();
    aborting = new AbortController();
    shop = connected;
    erasedAt = -Infinity;
    deps.taking.forget();
    deps.looking.forget();
    standing.reset(connected !== null);
  }

  async function look(): Promise<number> {
    checkConnection();
    if (shop === null) return longestSleepMs;
    const leftAloneMs = standing.leftAloneMs(now());
    if (leftAloneMs > 0) return leftAloneMs;
    const { signal } = aborting;
    try {
      const pause = await lookAt(shop, signal);
      return signal.aborted ? 0 : pause;
    } catch (error) {
      if (signal.aborted) return 0;
      log.error({ error }, 'what the shop answered could not be stored');
      standing.interrupted();
      return afterStorageFaultMs;
    }
  }

  async function lookAt(at: AskedShop, signal: AbortSignal): Promise<number> {
    const began = now();
    const asker = createAsker(deps, signal);
    const mayCatchUp = standing.isLongAgo(began);
    const result = await deps.looking.look({ shop: at, ask: asker.list, mayCatchUp, progress: standing.progress });
    if (signal.aborted) return 0;
    mayBeUntold ||= result.caughtUp || result.news > 0;
    const { fault } = result;
    if (fault) log.warn({ kind: fault.kind, status: fault.status, code: fault.code }, 'the shop could not be asked');
    else if (result.caughtUp) log.info({ news: result.news, tookMs: now() - began }, 'caught up with the shop');
    const pause = standing.looked(result, { began, answeredInMs: asker.answeredInMs() });
    if (mayBeUntold) await tellFound(fault !== null);
    if (!fault && now() - erasedAt >= erasedEveryMs) {
      erasedAt = now();
      await deps.rounds.round({ source: at.source, since: began, ask: asker.list, askOne: asker.one });
    }
    return pause;
  }

  /** When the catch-up is through; one that is held up does not keep its orders silent for over a minute. */
  async function tellFound(heldUp: boolean): Promise<void> {
    const since = await deps.found.untoldSince();
    if (since !== null && heldUp && now() - since < erasedEveryMs) return;
    if (since !== null) await deps.found.tell();
    mayBeUntold = false;
  }

  return { look, checkConnection, abort: () => aborting.abort() };
}

const longestSleepMs = 60_000;

/** Asks, and adds up how long the shop took to answer. Once broken off, every answer is a fault. */
function createAsker({ client, now }: RoundDeps, signal: AbortSignal) {
  let answeredInMs = 0;
  const brokenOff = {
    type: 'fault',
    fault: { kind: 'not-connected', status: null, code: null, retryAfterMs: null, mayHaveArrived: false },
  } as const;
  const timed = async <T>(request: (options: AskOptions) => Promise<ShopAnswer<T>>): Promise<ShopAnswer<T>> => {
    if (signal.aborted) return brokenOff;
    const began = now();
    const answer = await request({ signal });
    answeredInMs += now() - began;
    return signal.aborted ? brokenOff : answer;
  };
  return {
    list: (query: Parameters<ShopClient['get']>[1]) =>
      timed((options) => client.get('orders', query, listSchema, options)),
    one: (externalId: string) =>
      timed<unknown>((options) => client.get(`orders/${externalId}`, {}, z.unknown(), options)),
    answeredInMs: () => answeredInMs,
  };
}

const downAfterMs = 60_000;
const keyFaults: ReadonlySet<ShopFaultKind> = new Set(['unauthorised', 'forbidden']);

async function gatherNotices(
  { standing, found, suspects }: { standing: Standing; found: FoundOrders; suspects: Suspects },
  now: number,
): Promise<Notice[]> {
  const [caughtUp, asked] = await Promise.all([found.standing(now), suspects.asked()]);
  const notices: Notice[] = [];
  const { failingSince: at, fault: error } = standing.state();
  if (at !== null && error !== null) {
    if (keyFaults.has(error)) notices.push({ code: 'shop-keys-refused', level: 'error', at, error });
    else if (now - at > downAfterMs) notices.push({ code: 'shop-down', level: 'error', at, error });
  }
  if (asked.length > 0) notices.push({ code: 'erased-suspects', level: 'warning', count: asked.length });
  if (caughtUp) notices.push({ code: 'caught-up', level: 'warning', ...caughtUp });
  return notices;
}
