import { deriveKeys } from '../access/keys.ts';
import type { KitchenRules } from '@kasera/shared/order.ts';
import type { Guard } from '../access/guard.ts';
import type { Sockets } from '../board/sockets.ts';
import { createApp } from '../http/app.ts';
import type { ClientAddress } from '../http/client-address.ts';
import { createBoardLink } from '../http/board-link.ts';
import { createClientRouter } from '../http/client.ts';
import { createDeliveriesRouter } from '../http/deliveries-router.ts';
import { createHealthRouter } from '../http/health-router.ts';
import { createInboxRouter } from '../http/inbox-router.ts';
import { createOrdersRouter } from '../http/orders-router.ts';
import { createShopRouters } from '../http/shop-routers.ts';
import { createTestOrderRouter } from '../http/test-order-router.ts';
import type { IntakeHealthKeeper } from '../intake/health.ts';
import { createIntakeRouter } from '../intake/route.ts';
import { createKitchenRouter } from '../http/kitchen-router.ts';
import type { Line } from '../kitchen/line.ts';
import type { Shop } from '../shop/shop.ts';
import type { KaseraParts } from './parts.ts';
import type { Board } from './board.ts';
import { kitchenId, type Ground } from './ground.ts';
import { buildHistory } from './history.ts';
import type { Orders, Worker } from './orders.ts';
import { webhookPaths } from './shop.ts';

interface AppParts {
  guard: Guard;
  clientAddress: ClientAddress;
  orders: Orders;
  health: IntakeHealthKeeper;
  worker: Worker;
  board: Board;
  shop: Shop;
  line: Line;
  sockets: Sockets;
  rules(): KitchenRules;
}

export function buildApp(from: KaseraParts, ground: Ground, parts: AppParts) {
  const { config, secrets, clientDir, logs, now } = from;
  const { inbox, contact, pressure, store, woocommerce } = ground;
  const { guard, clientAddress, orders, health, worker, board, shop, line, sockets, rules } = parts;
  const shopRouters = createShopRouters(shop.pages);
  return createApp({
    ...{ guard, clientAddress },
    intake: createIntakeRouter({
      ...{ inbox, worker, contact, health, pressure, now, maxBytes: config.maxWebhookBytes, log: logs.of('intake') },
      paths: new Map(webhookPaths.map((path) => [path, woocommerce])),
    }),
    health: createHealthRouter({ guard, beat: board.beats.current, details: board.details }),
    boardLink: createBoardLink({ guard, cookie: deriveKeys(secrets.apiKey).cookie }),
    grant: shopRouters.grant,
    api: [
      createOrdersRouter({ store, command: orders.handling.command, kitchenId }),
      createInboxRouter({ inbox, worker, guard }),
      buildHistory(from, ground, { sockets, rules }),
      createDeliveriesRouter({ list: orders.alerts.list }),
      createKitchenRouter({ view: line.view, save: ground.kitchen.save, setBusy: ground.kitchen.setBusy }),
      createTestOrderRouter({ placeTestOrder: orders.placeTestOrder }),
      ...shopRouters.api,
    ],
    client: createClientRouter(clientDir),
    log: logs.of('http'),
  });
}
