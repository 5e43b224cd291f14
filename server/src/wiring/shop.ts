import type { Sockets } from '../board/sockets.ts';
import { openShop, type Shop } from '../shop/shop.ts';
import { cancellable } from '../scheduler/timers.ts';
import type { KaseraParts } from './parts.ts';
import { kitchenId, type Ground } from './ground.ts';
import type { Orders, Worker } from './orders.ts';

export function buildShop(
  { config, secrets, database, logs, now }: KaseraParts,
  { newId, store, inbox, woocommerce, site, contact, kitchen }: Ground,
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
    timeZone: () => kitchen.rules().timeZone,
    closing: kitchen.closing,
    site,
    schedule: cancellable,
  });
}

/** The newer name first: it is the one that is pasted into a shop. */
export const webhookPaths = ['/webhooks/woocommerce', '/woocommerce-webhooks-endpoint'] as const;
