import { createServer, type Server as HttpServer } from 'node:http';
import { createTurnedAway } from './access/turned-away.ts';
import { createSockets } from './board/sockets.ts';
import { createClientAddress } from './http/client-address.ts';
import { hangUp } from './http/hang-up.ts';
import { limitSockets, usualSockets } from './http/limit-sockets.ts';
import { createIntakeHealth } from './intake/health.ts';
import { probeDisk } from './ops/probe-disk.ts';
import { once } from './once.ts';
import { startRecurring } from './scheduler/recurring.ts';
import { cancellable } from './scheduler/timers.ts';
import { buildApp } from './wiring/app.ts';
import { buildBoard } from './wiring/board.ts';
import { buildGuard, kitchenId, openGround } from './wiring/ground.ts';
import { buildOrders, buildWorker } from './wiring/orders.ts';
import { buildDayClosing, buildLine } from './wiring/line.ts';
import type { KaseraParts } from './wiring/parts.ts';
import { buildShop } from './wiring/shop.ts';

export interface Kasera extends AsyncDisposable {
  readonly http: HttpServer;
  /** The address of the connected shop; null: none is. */
  shopUrl(): string | null;
  /** Ends it in order: no new connections, what is in hand is answered and stored, then everything is closed. */
  close(): Promise<void>;
}

/**
 * The composition root: builds every part from its parameters and wires them. The database is the caller's: opened
 * before, closed after.
 * @returns a running Kasera whose HTTP server does not listen yet
 */
export async function createKasera(parts: KaseraParts): Promise<Kasera> {
  const ground = await openGround(parts, {
    shopTimeZone: () => shop.timeZone(),
    rulesChanged: (rules) => sockets.rules(rules),
  });
  const { logs, now } = parts;
  const { store, kitchen } = ground;
  const { rules } = kitchen;
  const head = await store.head(kitchenId);
  const last = { seq: head.seq };
  const guard = buildGuard(parts);
  const clientAddress = createClientAddress(parts.config.trustedProxies);
  // Screens come first and call the rest late: everything that happens has to reach them.
  const sockets = createSockets({
    ...{ guard, clientAddress, store, now, kitchenId, rules, known: ground.known },
    ...{ schedule: cancellable, log: logs.of('sockets') },
    command: (orderId, command) => orders.handling.command(orderId, command),
    beat: () => board.beats.current(),
    soldOut: () => shop.soldOut.list(),
  });
  const line = buildLine(parts, ground, { last, orders: () => orders, shop: () => shop });
  const orders = buildOrders(parts, ground, { last, sockets, shop: () => shop, line });
  const worker = buildWorker(parts, ground, { orders, shop: () => shop });
  const shop = await buildShop(parts, ground, { orders, worker, sockets });
  const health = createIntakeHealth({
    tryWrite: () => probeDisk(parts.database, ground.newId()),
    changed: () => sockets.beat(board.beats.current()),
  });
  const shown = { orders, health, worker, sockets, shop, line, rules };
  const board = buildBoard(parts, ground, { epoch: head.epoch, last, ...shown });
  const app = buildApp(parts, ground, { guard, clientAddress, board, ...shown });
  const http = createServer({ keepAliveTimeout: 65_000 }, app);
  const turnedAway = createTurnedAway({ log: logs.of('http'), now, what: 'connections' });
  limitSockets(http, { limits: usualSockets, clientAddress, turnedAway });
  sockets.attach(http);
  const ticker = startRecurring({
    ...{ ...parts, ...ground, kitchenId, health, sockets },
    command: orders.handling.command,
    beats: board.beats,
    soldOut: shop.soldOut,
    dayClosing: await buildDayClosing(ground, orders),
  });
  shop.catalogue.changed(line.catalogueChanged);
  await orders.alerts.start();
  await shop.start();
  line.start();
  await board.beats.refresh();
  void worker.resume();
  const close = once(async () => {
    await hangUp(http, sockets);
    // What the shop still answers is taken before the worker ends.
    await Promise.all([ticker.stop(), line.stop(), shop.stop().then(worker.stop), orders.alerts.stop()]);
    await ground.contact.save().catch(() => undefined);
  });
  return { http, shopUrl: shop.url, close, [Symbol.asyncDispose]: close };
}
