import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import { hostname } from 'node:os';
import { deriveKeys, type Secrets } from './access/keys.ts';
import { createGuard, type Guard } from './access/guard.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createBeatSource } from './board/beat.ts';
import { createFeed } from './board/feed.ts';
import { createSockets, type Sockets } from './board/sockets.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { createApp } from './http/app.ts';
import { createBoardLink } from './http/board-link.ts';
import { createClientRouter, readBuild } from './http/client.ts';
import { createDeliveriesRouter } from './http/deliveries-router.ts';
import { hangUp } from './http/hang-up.ts';
import { createHealthRouter } from './http/health-router.ts';
import { createInboxRouter } from './http/inbox-router.ts';
import { createOrdersRouter } from './http/orders-router.ts';
import { createShopRouters } from './http/shop-routers.ts';
import { createTestOrderRouter } from './http/test-order-router.ts';
import { createIds } from './ids.ts';
import { createIntakeHealth, type IntakeHealthKeeper } from './intake/health.ts';
import { createInbox } from './intake/inbox.ts';
import { createPressure } from './intake/pressure.ts';
import { createIntakeRouter } from './intake/route.ts';
import { openShopContact } from './intake/shop-contact.ts';
import { createWooCommerce } from './intake/sources/woocommerce.ts';
import { createInboxWorker } from './intake/worker.ts';
import { lowDiskSpace } from './ops/disk.ts';
import type { Logs } from './ops/log.ts';
import { gatherNotices } from './ops/notices.ts';
import { probeDisk } from './ops/probe-disk.ts';
import { once } from './once.ts';
import { openKitchen } from './orders/kitchen.ts';
import { createCommandLog } from './orders/command-log.ts';
import { createOrderHandling } from './orders/handle.ts';
import { createOrderStore } from './orders/store.ts';
import { createTestOrders } from './orders/test-order.ts';
import { openShop, type Shop } from './shop/shop.ts';
import { cancellable, later } from './scheduler/timers.ts';
import { startRecurring } from './scheduler/recurring.ts';

export interface KaseraParts {
  config: Config;
  secrets: Secrets;
  database: Database;
  logs: Logs;
  now(): number;
  /** The built client. */
  clientDir: string;
}

export interface Kasera extends AsyncDisposable {
  readonly http: HttpServer;
  /** The address of the connected shop; null: none is. */
  shopUrl(): string | null;
  /** Ends it in order: no new connections, what is in hand is answered and stored, then everything is closed. */
  close(): Promise<void>;
}

/** The one kitchen of this edition; every table is keyed by it already. */
const kitchenId = 'main';

/**
 * The composition root: builds every part from its parameters and wires them. The database is the caller's: opened
 * before, closed after.
 * @returns a running Kasera whose HTTP server does not listen yet
 */
export async function createKasera(parts: KaseraParts): Promise<Kasera> {
  const ground = await openGround(parts);
  const { logs, now, config } = parts;
  const { store } = ground;
  const head = await store.head(kitchenId);
  const last = { seq: head.seq };
  const guard = buildGuard(parts);
  // Screens come first and call the rest late: everything that happens has to reach them.
  const sockets = createSockets({
    ...{ guard, store, now, kitchenId, rules: config.rules, log: logs.of('sockets') },
    command: (orderId, command) => orders.handling.command(orderId, command),
    beat: () => board.beats.current(),
    soldOut: () => shop.soldOut.list(),
  });
  const orders = buildOrders(parts, ground, { last, sockets, shop: () => shop });
  const worker = buildWorker(parts, ground, { orders, shop: () => shop });
  const shop = await buildShop(parts, ground, { orders, worker, sockets });
  const health = createIntakeHealth({
    tryWrite: () => probeDisk(parts.database, ground.newId()),
    changed: () => sockets.beat(board.beats.current()),
  });
  const board = buildBoard(parts, ground, { epoch: head.epoch, last, orders, health, worker, sockets, shop });
  const http = createServer(
    { keepAliveTimeout: 65_000 },
    buildApp(parts, ground, { guard, orders, health, worker, board, shop }),
  );
  sockets.attach(http);
  const ticker = startRecurring({
    ...{ ...parts, ...ground, kitchenId, health, sockets },
    command: orders.handling.command,
    beats: board.beats,
    soldOut: shop.soldOut,
  });
  await orders.alerts.start();
  await shop.start();
  await board.beats.refresh();
  void worker.resume();
  const close = once(async () => {
    await hangUp(http, sockets);
    // What the shop still answers is taken before the worker ends.
    await Promise.all([ticker.stop(), shop.stop().then(worker.stop), orders.alerts.stop()]);
    await ground.contact.save().catch(() => undefined);
  });
  return { http, shopUrl: shop.url, close, [Symbol.asyncDispose]: close };
}

type Ground = Awaited<ReturnType<typeof openGround>>;
type Orders = ReturnType<typeof buildOrders>;
type Board = ReturnType<typeof buildBoard>;
type Worker = ReturnType<typeof buildWorker>;

/** Tables, and the parts that speak to nothing but them. */
async function openGround({ config, secrets, database, now }: KaseraParts) {
  await migrate({ database, now });
  await openKitchen(database, { id: kitchenId, epoch: randomUUID(), now: now() });
  const newId = createIds({ now, random: randomBytes });
  const { webhookSecret, hookdeckSecret } = secrets;
  const woocommerce = createWooCommerce({ secret: webhookSecret, hookdeckSecret });
  return {
    newId,
    woocommerce,
    store: createOrderStore({ database }),
    commands: createCommandLog({ database }),
    inbox: createInbox({ database, newId }),
    pressure: createPressure(() => performance.now()),
    contact: await openShopContact(database, woocommerce.id),
    lowDiskSpace: () => lowDiskSpace(config.dataDir),
  };
}

function buildGuard({ config, secrets }: KaseraParts) {
  const publicUrls = config.publicUrl === null ? [] : [new URL(config.publicUrl)];
  const machine = hostname().toLowerCase();
  return createGuard({
    apiKey: secrets.apiKey,
    keys: deriveKeys(secrets.apiKey),
    hosts: [...publicUrls.map((url) => url.hostname), ...config.allowedHosts, machine, `${machine}.local`],
    origins: publicUrls.map((url) => url.origin),
  });
}

/** How orders change, and what a change sets going. */
function buildOrders(
  parts: KaseraParts,
  ground: Ground,
  { last, sockets, shop }: { last: { seq: number }; sockets: Sockets; shop(): Shop },
) {
  const { config, secrets, database, logs, now } = parts;
  const { store, commands, newId } = ground;
  const alerts = createAlerts({
    ...{ database, now, newId, newKey: randomUUID, random: Math.random, kitchenId, log: logs.of('alerts') },
    config: { ...config.push, apiKey: secrets.oneSignalKey, publicUrl: config.publicUrl },
  });
  const feed = createFeed({ seq: last.seq, onGap: sockets.resync, schedule: later });
  feed.subscribe((event) => {
    last.seq = event.seq;
    sockets.event(event);
  });
  const handling = createOrderHandling({
    ...{ store, commands, now, newId, kitchenId, rules: config.rules },
    write: (statements) => database.write(statements),
    writeBack: (source) => shop().outbox.writeBack(source),
    adopt: (snapshot) => shop().adopt(snapshot),
    nameOf: (productId, variationId) => shop().catalogue.nameOf(productId, variationId),
    consequences: (order, effects, at) => [
      ...alerts.statementsFor(order, effects, at),
      ...shop().outbox.statementsFor(order, effects),
    ],
    committed(event, effects) {
      feed.publish(event);
      shop().catalogue.noteItems(event.order.items);
      if (effects.length === 0) return;
      alerts.wake();
      shop().outbox.wake();
    },
  });
  const placeTestOrder = createTestOrders({ signal: handling.signal, store, newId, now, kitchenId });
  return { alerts, handling, placeTestOrder };
}

function buildWorker(
  { database, logs, now }: KaseraParts,
  ground: Ground,
  { orders, shop }: { orders: Orders; shop(): Shop },
) {
  const { inbox, contact, woocommerce } = ground;
  return createInboxWorker({
    ...{ inbox, contact, now, schedule: later, log: logs.of('intake') },
    sources: new Map([[woocommerce.id, woocommerce]]),
    signal: orders.handling.signal,
    aside: (topic, body) => shop().hear(topic, body),
    pressure: ground.pressure.lately,
    elapsed: () => performance.now(),
    write: (statements) => database.write(statements),
  });
}

function buildShop(
  { config, secrets, database, logs, now }: KaseraParts,
  { newId, store, inbox, woocommerce, contact }: Ground,
  { orders, worker, sockets }: { orders: Orders; worker: Worker; sockets: Sockets },
): Promise<Shop> {
  return openShop({
    ...{ config, secrets, database, logs, now, newId, kitchenId, store, inbox, webhookPaths },
    source: woocommerce.id,
    signal: orders.handling.signal,
    runKept: worker.run,
    summaryFor: orders.alerts.summaryFor,
    wakeAlerts: orders.alerts.wake,
    heardAt: () => contact.state().lastSignedAt,
    soldOutChanged: sockets.soldOut,
    schedule: cancellable,
  });
}

/** The newer name first: it is the one that is pasted into a shop. */
const webhookPaths = ['/webhooks/woocommerce', '/woocommerce-webhooks-endpoint'] as const;

interface BoardParts {
  epoch: string;
  last: { seq: number };
  orders: Orders;
  health: IntakeHealthKeeper;
  worker: Worker;
  sockets: Sockets;
  shop: Shop;
}

/** What screens and `/healthz` say of the state of things. */
function buildBoard({ clientDir, now }: KaseraParts, ground: Ground, parts: BoardParts) {
  const { inbox, store, contact } = ground;
  const { orders, health, worker, sockets, shop, last, epoch } = parts;
  const pushNotices = (at: number) => orders.alerts.notices(at);
  const noticesDeps = {
    inbox,
    store,
    kitchenId,
    contact: contact.state,
    lowDiskSpace: ground.lowDiskSpace,
    pushNotices,
    shopNotices: shop.notices,
    isAsking: () => shop.url() !== null,
  };
  const beats = createBeatSource({
    ...{ epoch, build: readBuild(clientDir), seq: () => last.seq, now, intake: health.state, contact: contact.state },
    asking: shop.asking,
    shopUrl: shop.url,
    gatherNotices: (at) => gatherNotices(noticesDeps, at),
  });
  const details = async () => {
    await beats.refresh();
    return { ...beats.current(), shop: contact.state(), backlog: worker.backlog(), screens: sockets.screens() };
  };
  return { beats, details };
}

interface AppParts {
  guard: Guard;
  orders: Orders;
  health: IntakeHealthKeeper;
  worker: Worker;
  board: Board;
  shop: Shop;
}

function buildApp({ config, secrets, clientDir, logs, now }: KaseraParts, ground: Ground, parts: AppParts) {
  const { inbox, contact, pressure, store, woocommerce } = ground;
  const { guard, orders, health, worker, board, shop } = parts;
  const shopRouters = createShopRouters(shop.pages);
  return createApp({
    guard,
    intake: createIntakeRouter({
      ...{ inbox, worker, contact, health, pressure, now, maxBytes: config.maxWebhookBytes, log: logs.of('intake') },
      paths: new Map(webhookPaths.map((path) => [path, woocommerce])),
    }),
    health: createHealthRouter({ guard, beat: board.beats.current, details: board.details }),
    boardLink: createBoardLink({ guard, cookie: deriveKeys(secrets.apiKey).cookie }),
    grant: shopRouters.grant,
    api: [
      createOrdersRouter({ store, command: orders.handling.command, kitchenId }),
      createInboxRouter({ inbox, worker }),
      createDeliveriesRouter({ list: orders.alerts.list }),
      createTestOrderRouter({ placeTestOrder: orders.placeTestOrder }),
      ...shopRouters.api,
    ],
    client: createClientRouter(clientDir),
    log: logs.of('http'),
  });
}
