import type { KitchenRules } from '@kasera/shared/order.ts';
import { createBeatSource } from '../board/beat.ts';
import { createScreenNotices } from '../board/screen-notices.ts';
import type { Sockets } from '../board/sockets.ts';
import { readBuild } from '../http/client.ts';
import type { IntakeHealthKeeper } from '../intake/health.ts';

import { gatherNotices } from '../ops/notices.ts';
import type { Line } from '../kitchen/line.ts';
import type { Shop } from '../shop/shop.ts';
import type { KaseraParts } from './parts.ts';
import { kitchenId, type Ground } from './ground.ts';
import type { Orders, Worker } from './orders.ts';

interface BoardParts {
  epoch: string;
  last: { seq: number };
  orders: Orders;
  health: IntakeHealthKeeper;
  worker: Worker;
  sockets: Sockets;
  shop: Shop;
  line: Line;
  rules(): KitchenRules;
}

/** What screens and `/healthz` say of the state of things. */
export function buildBoard({ clientDir, now }: KaseraParts, ground: Ground, parts: BoardParts) {
  const { inbox, store, contact } = ground;
  const { orders, health, worker, sockets, shop, line, last, epoch, rules } = parts;
  const pushNotices = (at: number) => orders.alerts.notices(at);
  const noticesDeps = {
    inbox,
    store,
    kitchenId,
    contact: contact.state,
    lowDiskSpace: ground.lowDiskSpace,
    pushNotices,
    shopNotices: shop.notices,
    screenNotices: createScreenNotices({ live: sockets.live, rules }),
    unclaimed: line.notices,
    isAsking: () => shop.url() !== null,
  };
  const beats = createBeatSource({
    ...{ epoch, build: readBuild(clientDir), seq: () => last.seq, now, intake: health.state, contact: contact.state },
    asking: shop.asking,
    shopUrl: shop.url,
    screens: sockets.live,
    gatherNotices: (at) => gatherNotices(noticesDeps, at),
  });
  const details = async () => {
    await beats.refresh();
    return { ...beats.current(), shop: contact.state(), backlog: worker.backlog(), screens: sockets.screens() };
  };
  return { beats, details };
}

export type Board = ReturnType<typeof buildBoard>;
