import { randomBytes } from 'node:crypto';
import type { Order } from '@kasera/shared/order.ts';
import type { ShopAsking, SoldOut } from '@kasera/shared/shop.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import type { Secrets } from '../access/keys.ts';
import type { Schedule } from '../alerts/looks.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Sql } from '../db/sql.ts';
import type { Inbox } from '../intake/inbox.ts';
import { readJson } from '../intake/sources/json.ts';
import { readRestOrder, type Site } from '../intake/sources/woocommerce.ts';
import type { InboxWorker } from '../intake/worker.ts';
import type { Logs } from '../ops/log.ts';
import { createSettings, type Settings } from '../ops/settings.ts';
import type { OrderHandling } from '../orders/handle.ts';
import type { OrderStore } from '../orders/store.ts';
import { createAsking, type Asking } from './asking/asking.ts';
import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import { createShopClient, type OpenShopClient } from './connection/client.ts';
import { openConnections, type Connections } from './connection/connections.ts';
import { openInspection, type Inspection } from './connection/inspection.ts';
import { createPages } from './pages.ts';
import { openMapping, type Mapping } from './outbox/mapping.ts';
import { createOrderTask } from './outbox/order-task.ts';
import { createShopOutbox, type ShopOutbox } from './outbox/outbox.ts';
import { openSuccession, type Succession } from './connection/succession.ts';
import { gatherShopNotices } from './notices.ts';
import { createPublicUrlWatch } from './connection/public-url-watch.ts';
import { isRefusedByWordpress } from './connection/public-url.ts';
import { createSoldOut, type SoldOutKeeper } from './sold-out/sold-out.ts';
import { markOf } from './connection/sealed.ts';
import { createStatuses } from './connection/statuses.ts';
import { createWebhookStore } from './webhooks/webhook-store.ts';
import { createShopWebhooks, type ShopWebhooks } from './webhooks/webhooks.ts';

export interface ShopDeps {
  database: Database;
  config: Config;
  secrets: Pick<Secrets, 'shopKeys' | 'sealKey' | 'webhookSecret'>;
  logs: Logs;
  now(): number;
  newId(): string;
  kitchenId: string;
  /** Which adapter's shop it is. */
  source: string;
  /** Where its webhooks arrive, below `PUBLIC_URL`; the first is the one to paste. */
  webhookPaths: readonly [string, ...string[]];
  store: Pick<OrderStore, 'byId' | 'open'>;
  inbox: Pick<Inbox, 'accept'>;
  signal: OrderHandling['signal'];
  /** Carries out a request that is kept in the inbox. */
  runKept: InboxWorker['run'];
  summaryFor(orders: readonly Order[], now: number): Sql[];
  wakeAlerts(): void;
  /** When a webhook last came, correctly signed. */
  heardAt(): number | null;
  /** What is sold out has changed: every screen is told. */
  soldOutChanged(list: SoldOut[]): void;
  /** The zone in force. */
  timeZone(): string;
  /** When "until closing" is over, epoch milliseconds. */
  closing(now: number): number;
  /** What is known of the shop's site by now. */
  site(): Site;
  schedule: Schedule;
}

/** The shop, both ways: what it is asked, and what it is told. */
export interface Shop {
  readonly outbox: Pick<ShopOutbox, 'writeBack' | 'statementsFor' | 'wake'>;
  readonly catalogue: Pick<Catalogue, 'noteItems' | 'nameOf' | 'index' | 'changed'>;
  /** The order of a former shop that this one turns out to be. */
  adopt: Succession['adopt'];
  /** What the shop told by a webhook that is not of an order. */
  hear(topic: string, body: Uint8Array): Promise<void>;
  readonly soldOut: Pick<SoldOutKeeper, 'list' | 'tick'>;
  /** The address of the shop that is asked; null: none is connected. */
  url(): string | null;
  /** Its own zone; null: not known. */
  timeZone(): string | null;
  asking(): ShopAsking;
  notices(now: number): Promise<Notice[]>;
  /** What people see and decide of it (`http/shop-routers.ts`). */
  readonly pages: ReturnType<typeof createPages>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the shop's parts and wires them. Nothing is asked or told before `start`. */
export async function openShop(deps: ShopDeps): Promise<Shop> {
  const ground = await openGround(deps);
  const telling = await openTelling(deps, ground);
  const asking = buildAsking(deps, ground);
  const webhooks = buildWebhooks(deps, ground, asking);
  const { connections, client, inspection, statuses } = ground;
  const { catalogue, outbox, soldOut } = telling;
  const log = deps.logs.of('shop');
  let url = connections.current()?.url ?? null;
  connections.onChange((connection) => {
    const isAnother = connection?.url !== url;
    url = connection?.url ?? null;
    statuses.forget();
    // It was found well, or there is none.
    asking.goOn();
    catalogue.reconnected();
    webhooks.wake(isAnother);
    soldOut
      .restore()
      .then(outbox.connectionChanged)
      .catch((error: unknown) => log.warn({ error }, 'what waits for the shop could not be taken up'));
  });
  return {
    outbox,
    catalogue,
    soldOut,
    adopt: ground.succession.adopt,
    async hear(topic, body) {
      if (!topic.startsWith('product.')) return;
      const read = readJson(body);
      if (read.ok) await catalogue.take(read.value);
    },
    url: () => connections.current()?.url ?? null,
    timeZone: ground.inspection.timeZone,
    asking: asking.state,
    notices: (now) => gatherShopNotices({ connections, asking, webhooks, ...telling }, now),
    pages: createPages({
      ...{ ...ground, ...telling, asking, webhooks, log, now: deps.now, random: randomBytes },
      address: deps.config.publicUrl,
    }),
    async start() {
      await soldOut.restore();
      await outbox.start();
      catalogue.start();
      asking.start();
      webhooks.start();
      if (connections.current() === null) return;
      inspection.check().catch((error: unknown) => log.warn({ error }, 'the shop could not be looked at'));
    },
    async stop() {
      // A silent shop must not hold up the end: what was begun may finish, then every answer is cut off.
      const cancel = deps.schedule(() => client[Symbol.dispose](), finishWithinMs);
      await Promise.all([asking.stop(), webhooks.stop(), catalogue.stop(), outbox.stop()]);
      cancel();
      client[Symbol.dispose]();
    },
  };
}

/** Together with what closes before and after, the process has 4.5 s. */
const finishWithinMs = 1_000;

interface Ground {
  settings: Settings;
  succession: Succession;
  connections: Connections;
  client: OpenShopClient;
  inspection: Inspection;
  statuses: ReturnType<typeof createStatuses>;
  publicUrl: ReturnType<typeof createPublicUrlWatch>;
}

/** Which shop it is, how it is reached, and what is known of it. */
async function openGround({
  database,
  config,
  secrets,
  logs,
  now,
  kitchenId,
  source,
  schedule,
}: ShopDeps): Promise<Ground> {
  const log = logs.of('shop');
  const { url } = config.shop;
  const given = url !== null && secrets.shopKeys !== null ? { url, ...secrets.shopKeys } : null;
  const { sealKey } = secrets;
  const settings = createSettings({ database, kitchenId, now });
  const succession = await openSuccession({ database, settings, source });
  const connections = await openConnections({ database, sealKey, given, now, random: randomBytes, succession, log });
  const client = createShopClient({ connection: connections.current, now, log });
  const { timeZone } = config.kitchen;
  const inspection = await openInspection({
    ...{ connections, client, settings, now, timeZone },
    clientFor: (access) => createShopClient({ connection: () => access, now, log }),
  });
  return {
    ...{ settings, succession, connections, client, inspection },
    statuses: createStatuses({ client, now }),
    publicUrl: createPublicUrlWatch({
      ...{ publicUrl: config.publicUrl, now, schedule },
      shopUrl: () => connections.current()?.url ?? null,
    }),
  };
}

interface Telling {
  catalogue: Catalogue;
  outbox: ShopOutbox;
  soldOut: SoldOutKeeper;
  mapping: Mapping;
}

/** What the shop is told, and the catalogue that gives it names. */
async function openTelling(deps: ShopDeps, ground: Ground): Promise<Telling> {
  const { database, config, logs, now, newId, kitchenId, source, schedule } = deps;
  const { client, connections } = ground;
  const shop = (): string | null => connections.current()?.url ?? null;
  const mapping = await openMapping(ground.settings);
  const catalogue = await createCatalogue({
    ...{ client, database, source, now, schedule, random: Math.random, log: logs.of('catalogue') },
    connection: connections.current,
  });
  const outbox = createShopOutbox({
    ...{ database, source, kitchenId, shop, now, newId, schedule, random: Math.random, log: logs.of('outbox') },
    mapping: mapping.current,
    handlers: {
      order: createOrderTask({
        ...{ client, shop, now, rules: config.rules, orderById: deps.store.byId },
        signal: deps.signal,
        readOrder: (body) => readSnapshot(body, deps.site()),
        words: () => ({ language: config.kitchen.guestLanguage, timeZone: deps.timeZone() }),
      }),
      stock: (task) => soldOut.handle(task),
    },
  });
  const soldOut = await createSoldOut({
    ...{ database, client, outbox, catalogue, now, kitchenId, source },
    connection: connections.current,
    closing: deps.closing,
    changed: deps.soldOutChanged,
  });
  return { catalogue, outbox, soldOut, mapping };
}

function readSnapshot(body: unknown, site: Site) {
  const parsed = readRestOrder(body, site);
  return parsed.type === 'signal' && parsed.signal.type === 'snapshot' ? parsed.signal.snapshot : null;
}

function buildAsking(deps: ShopDeps, { client, connections }: Ground): Asking {
  const { database, store, inbox, kitchenId, signal, summaryFor, wakeAlerts, heardAt, now, schedule } = deps;
  return createAsking({
    ...{ client, database, store, inbox, kitchenId, signal, summaryFor, wakeAlerts, heardAt, now, schedule },
    connected: connections.current,
    read: (value) => readRestOrder(value, deps.site()),
    run: deps.runKept,
    askEveryMs: deps.config.shop.askEveryMs,
    log: deps.logs.of('asking'),
  });
}

function buildWebhooks(deps: ShopDeps, { client, connections, publicUrl }: Ground, asking: Asking): ShopWebhooks {
  const { database, source, newId, now, schedule, config, secrets } = deps;
  const [current, ...older] = deps.webhookPaths.map((path) => `${config.publicUrl ?? ''}${path}`);
  const addresses = current === undefined || config.publicUrl === null ? null : { current, ours: [current, ...older] };
  return createShopWebhooks({
    ...{ client, now, schedule, secret: secrets.webhookSecret, log: deps.logs.of('webhooks') },
    secretMark: markOf(secrets.webhookSecret, secrets.sealKey),
    store: createWebhookStore({ database, source, newId }),
    isConnected: () => connections.current() !== null,
    addresses: () => addresses,
    isRefused: async () => isRefusedByWordpress(await publicUrl.faults()),
    lost: asking.wake,
  });
}
