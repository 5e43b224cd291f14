import { randomUUID } from 'node:crypto';
import { createAlerts } from '../alerts/alerts.ts';
import { createFeed } from '../board/feed.ts';
import type { Sockets } from '../board/sockets.ts';
import { createInboxWorker } from '../intake/worker.ts';
import { createOrderHandling } from '../orders/handle.ts';
import { createTestOrders } from '../orders/test-order.ts';
import type { Line } from '../kitchen/line.ts';
import type { Shop } from '../shop/shop.ts';
import { later } from '../scheduler/timers.ts';
import type { KaseraParts } from './parts.ts';
import { kitchenId, type Ground } from './ground.ts';

/** How orders change, and what a change sets going. */
export function buildOrders(
  parts: KaseraParts,
  ground: Ground,
  { last, sockets, shop, line }: { last: { seq: number }; sockets: Sockets; shop(): Shop; line: Line },
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
    ...{ store, commands, now, newId, kitchenId, rules: ground.kitchen.rules, routeOf: line.routeOf },
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

export type Orders = ReturnType<typeof buildOrders>;

export function buildWorker(
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

export type Worker = ReturnType<typeof buildWorker>;
