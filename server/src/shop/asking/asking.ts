import type { Order } from '@kasera/shared/order.ts';
import type { ErasedSuspect, ShopAsking, ShopFaultKind } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import { createLooks, type Schedule } from '../../alerts/looks.ts';
import type { Database } from '../../db/database.ts';
import type { Sql } from '../../db/sql.ts';
import type { Log } from '../../ops/log.ts';
import type { OrderStore } from '../../orders/store.ts';
import type { ShopClient } from '../connection/answer.ts';
import { createCursors, type AskedShop } from './cursor.ts';
import { createErasedRounds } from './erased.ts';
import { createFoundOrders, type FoundOrders } from './found-orders.ts';
import { createLooking } from './look.ts';
import { createRound } from './round.ts';
import { createStanding, type Standing } from './standing.ts';
import { createSuspects, type Suspects } from './suspects.ts';
import { createTaking, type TakingDeps } from './taking.ts';

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
  /** Looks now, whatever the shop asked for: a person found it well. */
  goOn(): void;
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
  const forget = (): void => {
    taking.forget();
    looking.forget();
  };
  const round = createRound({ ...deps, found, looking, rounds, standing, forget });
  const looks = createLooks({ look: round.look, now, schedule: deps.schedule });
  const wake = (): void => {
    round.checkConnection();
    looks.wake();
  };
  return {
    start: looks.start,
    async stop() {
      round.abort();
      await looks.stop();
    },
    wake,
    goOn() {
      standing.foundWell();
      wake();
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
