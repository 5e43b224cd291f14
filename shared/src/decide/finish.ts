import type { Order } from '../order.ts';
import type { Change, OrderEvent } from './decision.ts';
import { hasUnseen, withSeenAnew } from './marks.ts';
import type { Move } from './moves.ts';

/** A step of the kitchen's, and whether it was the shop's content that changed. */
export interface Moved extends Move {
  contentChanged?: boolean;
  dishesChanged?: boolean;
}

/** The change with its version, and an event if a screen would show anything else. */
export function finish(current: Order | null, moved: Moved, now: number): Change {
  const version = (current?.version ?? 0) + 1;
  const released = moved.order.status !== 'unreleased';
  const visible = moved.contentChanged || (current && visiblyDiffers(current, moved.order));
  const isNews = moved.event !== null || (released && visible === true);
  const cancelled = moved.event?.type === 'cancelled';
  const routed = moved.event?.type === 'routed';
  const order: Order = {
    ...withSeenAnew(current, moved.order),
    version,
    dishesVersion: moved.dishesChanged || cancelled ? version : moved.order.dishesVersion,
    ...(isNews && !routed && hasUnseen(moved.order) && { unseenVersion: version }),
  };
  const changed: OrderEvent = { type: 'changed', at: now, actor: 'shop', detail: { shopStatus: order.shop.status } };
  return { type: 'changed', order, event: moved.event ?? (isNews ? changed : null), effects: moved.effects };
}

/** Whether a screen would show anything else; the shop's own clock is on no screen. */
function visiblyDiffers(a: Order, b: Order): boolean {
  return !sameOrder({ ...a, shop: { ...b.shop } }, b) || a.shop.status !== b.shop.status;
}

/** Whether nothing at all differs. */
export function sameOrder(a: Order, b: Order): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
