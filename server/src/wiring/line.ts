import { openDayClosing } from '../kitchen/closing.ts';
import { createLine, type Line } from '../kitchen/line.ts';
import { cancellable } from '../scheduler/timers.ts';
import type { Shop } from '../shop/shop.ts';
import type { KaseraParts } from './parts.ts';
import { kitchenId, type Ground } from './ground.ts';
import type { Orders } from './orders.ts';

/** Which stations make what. Orders and the shop come later and are called late. */
export function buildLine(
  { logs, now }: KaseraParts,
  { kitchen, store, woocommerce }: Ground,
  { last, orders, shop }: { last: { seq: number }; orders(): Orders; shop(): Shop },
): Line {
  return createLine({
    ...{ kitchen, store, kitchenId, source: woocommerce.id, now, schedule: cancellable, log: logs.of('kitchen') },
    catalogue: () => shop().catalogue.index,
    seq: () => last.seq,
    signal: (signal) => orders().handling.signal(signal, () => []),
  });
}

/** What is left at the day's end. */
export function buildDayClosing({ kitchen, settings, store }: Ground, { handling }: Orders) {
  return openDayClosing({
    ...{ settings, store, kitchenId, command: handling.command, lastDayEnd: kitchen.lastDayEnd },
  });
}
