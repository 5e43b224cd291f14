import { z } from 'zod';
import type { Log } from '../../ops/log.ts';
import type { AskOptions, ShopAnswer, ShopClient, ShopQuery } from '../connection/answer.ts';
import type { AskedShop } from './cursor.ts';
import type { ErasedRounds } from './erased.ts';
import type { FoundOrders } from './found-orders.ts';
import type { Looking, LookResult } from './look.ts';
import type { Standing } from './standing.ts';

export interface RoundDeps {
  client: Pick<ShopClient, 'get'>;
  connected(): AskedShop | null;
  found: Pick<FoundOrders, 'tell'>;
  looking: Looking;
  rounds: Pick<ErasedRounds, 'round'>;
  standing: Standing;
  /** Another shop: nothing known of the former one counts. */
  forget(): void;
  now(): number;
  log: Log;
}

export interface Round {
  /** A look and what follows it. Resolves to the milliseconds until the next one; never rejects. */
  look(): Promise<number>;
  /** Breaks off what is under way at another shop than the one connected now. */
  checkConnection(): void;
  abort(): void;
}

const erasedEveryMs = 60_000;
const afterStorageFaultMs = 5_000;
const longestSleepMs = 60_000;

/** One round of asking: the look, what it found is told of, and now and then the open orders are asked for. */
export function createRound(deps: RoundDeps): Round {
  const { now, log, standing } = deps;
  let shop: AskedShop | null = null;
  let aborting = new AbortController();
  let erasedAt = -Infinity;

  function checkConnection(): void {
    const connected = deps.connected();
    if (connected?.url === shop?.url && connected?.source === shop?.source) return;
    aborting.abort();
    aborting = new AbortController();
    shop = connected;
    erasedAt = -Infinity;
    deps.forget();
    standing.reset(connected !== null);
  }

  async function look(): Promise<number> {
    checkConnection();
    const { signal } = aborting;
    try {
      if (shop !== null) return await lookAt(shop, signal);
      // What an earlier process found is told of, whether or not there still is a shop to ask.
      await deps.found.tell(false);
      return longestSleepMs;
    } catch (error) {
      if (signal.aborted) return 0;
      log.error({ error }, 'what the shop answered could not be stored');
      standing.interrupted();
      return afterStorageFaultMs;
    }
  }

  async function lookAt(at: AskedShop, signal: AbortSignal): Promise<number> {
    const began = now();
    const leftAloneMs = standing.leftAloneMs(began);
    if (leftAloneMs > 0) return leftAloneMs;
    const asker = createAsker(deps, signal);
    const mayCatchUp = standing.isLongAgo(began);
    const result = await deps.looking.look({
      shop: at,
      ask: asker.list,
      mayCatchUp,
      progress: standing.progress,
      pageTaken: () => deps.found.tell(true),
    });
    if (signal.aborted) return 0;
    say(log, result, now() - began);
    const pause = standing.looked(result, { began, answeredInMs: asker.answeredInMs() });
    await deps.found.tell(result.fault !== null);
    const sinceErased = now() - erasedAt;
    if (result.fault === null && (sinceErased >= erasedEveryMs || sinceErased < 0)) {
      erasedAt = now();
      await deps.rounds.round({ source: at.source, since: began, ask: asker.list, askOne: asker.one });
    }
    return signal.aborted ? 0 : pause;
  }

  return { look, checkConnection, abort: () => aborting.abort() };
}

function say(log: Log, { fault, caughtUp, news }: LookResult, tookMs: number): void {
  if (fault) log.warn({ kind: fault.kind, status: fault.status, code: fault.code }, 'the shop could not be asked');
  else if (caughtUp) log.info({ news, tookMs }, 'caught up with the shop');
}

const listSchema = z.array(z.unknown());
const brokenOff = {
  type: 'fault',
  fault: { kind: 'not-connected', status: null, code: null, retryAfterMs: null, mayHaveArrived: false },
} as const;

/** Asks, and adds up how long the shop took to answer. Once broken off, every answer is a fault. */
function createAsker({ client, now }: RoundDeps, signal: AbortSignal) {
  let answeredInMs = 0;
  const timed = async <T>(request: (options: AskOptions) => Promise<ShopAnswer<T>>): Promise<ShopAnswer<T>> => {
    if (signal.aborted) return brokenOff;
    const began = now();
    const answer = await request({ signal });
    answeredInMs += now() - began;
    return signal.aborted ? brokenOff : answer;
  };
  return {
    list: (query: ShopQuery) => timed((options) => client.get('orders', query, listSchema, options)),
    one: (id: string) => timed<unknown>((options) => client.get(`orders/${id}`, {}, z.unknown(), options)),
    answeredInMs: () => answeredInMs,
  };
}
