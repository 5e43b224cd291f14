import type { Order } from '@kasera/shared/order.ts';
import type { OrderEffect } from '@kasera/shared/order-change.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import type { Database } from '../db/database.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { Log } from '../ops/log.ts';
import { createOneSignalChannel } from './channels/onesignal.ts';
import type { Channel, SendOutcome } from './channels/channel.ts';
import { claimDue } from './claim.ts';
import { listDeliveries, type DeliveryPage } from './delivery-list.ts';
import { createDispatcher } from './dispatcher.ts';
import type { Schedule } from './looks.ts';
import { gatherPushNotices } from './notices.ts';
import { statementsFor } from './placing.ts';
import { readPushRules, type PushSettings } from './push-config.ts';
import { settleTry } from './settle.ts';
import { prepareOutbox } from './start-up.ts';
import { summaryFor } from './summary.ts';

export interface AlertsDeps {
  database: Database;
  config: PushSettings;
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Sortable ids of rows. */
  newId(): string;
  /** A UUID per delivery, by which the provider knows it again. */
  newKey(): string;
  log: Log;
  schedule?: Schedule;
}

export interface Alerts {
  /** What a change causes: statements for the commit of the change itself. Call `wake` after it. */
  statementsFor(order: Order, effects: readonly OrderEffect[], now: number): Sql[];
  /** One alert for orders that were found together and did not ring; statements for one commit. Call `wake` after it. */
  summaryFor(orders: readonly Order[], now: number): Sql[];
  /** Something may be due. */
  wake(): void;
  /** Frees what a dead process held, makes parked deliveries due again, begins to send. */
  start(): Promise<void>;
  /** Ends within 5 s; what is under way then is sent again at the next start, and known by its key. */
  stop(): Promise<void>;
  list(limit: number, cursor: string | null): Promise<DeliveryPage>;
  notices(now: number): Promise<Notice[]>;
}

/** Pushes of new orders through a durable outbox (DESIGN 7). */
export function createAlerts(deps: AlertsDeps): Alerts {
  const { database, config, now, random, log } = deps;
  const rules = readPushRules(config);
  const outbox = { database, rules };
  const channel = channelOf(config);
  const dispatcher = createDispatcher({
    claim: (at, limit) => claimDue(outbox, at, limit),
    send: (payload) => channel.send(payload),
    settle: (claimed, finished) => settleTry(outbox, claimed, finished),
    nextDueAt: () => readNextDueAt(database),
    schedule: deps.schedule ?? later,
    ...{ now, random, log },
  });
  return {
    statementsFor: (order, effects, at) => statementsFor({ ...deps, rules }, order, effects, at),
    summaryFor: (orders, at) => summaryFor({ ...deps, rules }, orders, at),
    wake: dispatcher.wake,
    async start() {
      const { revived } = await prepareOutbox(outbox, now());
      if (revived > 0) log.info({ revived }, 'parked deliveries are tried again');
      dispatcher.start();
    },
    stop: dispatcher.stop,
    list: (limit, cursor) => listDeliveries(outbox, limit, cursor),
    notices: (at) => gatherPushNotices(outbox, at),
  };
}

function channelOf({ appId, apiKey, apiUrl }: PushSettings): Channel {
  if (appId === null || apiKey === null) return { send: async () => notConfigured };
  return createOneSignalChannel({ appId, apiKey, apiUrl });
}

/** Nothing waits to be sent without a configuration; if ever, it is parked until there is one. */
const notConfigured: SendOutcome = { type: 'refused', status: 0, error: 'not configured' };

async function readNextDueAt(database: Database): Promise<number | null> {
  const [row] = await database.query<{ dueAt: number | null }>(sql`
    select min(due_at) as "dueAt" from deliveries
    where channel = 'onesignal' and state in ('waiting', 'held', 'sending')`);
  return row?.dueAt ?? null;
}

function later(run: () => void, afterMs: number): () => void {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
}
