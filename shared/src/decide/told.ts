import type { Order, ShopSignal, ShopStanding } from '../order.ts';
import type { Change, SignalContext, Unchanged } from './decision.ts';
import { finish, sameOrder } from './finish.ts';
import { withShop } from './shop-side.ts';
import { classOf } from './shop-status.ts';
import { isEcho, withEchoHeard, withoutTelling } from './telling.ts';

type Told<T extends ShopSignal['type']> = Extract<ShopSignal, { type: T }>;
type Decided = Change | Unchanged<Order | null>;

/**
 * The shop took what we wrote: its answer is the shop's side now. It never moves the kitchen, which moved when it was
 * pressed, and may have gone back since.
 */
export function decideWritten(current: Order | null, signal: Told<'written'>, context: SignalContext): Decided {
  if (!current) return unknown;
  const { standing, guestTold, tap } = signal;
  // An answer that says something else than we wrote carries news: those are for the shop to tell, and for the kitchen.
  const isOurs = standing?.status === current.shop.status || isEcho(current, standing?.status ?? '', context.rules);
  const shopped = standing && isOurs ? withAnswer(current, standing, context) : current;
  const settled = withoutTap(shopped, tap, standing?.status ?? null);
  return ended(current, guestTold ? { ...settled, guestTold } : settled, context);
}

/** We did not write: that is said on the order until somebody has seen it. */
export function decideConflict(current: Order | null, signal: Told<'conflict'>, context: SignalContext): Decided {
  if (!current) return unknown;
  return ended(current, { ...withoutTap(current, signal.tap, null), shopConflict: signal.conflict }, context);
}

/** It is on its way no more; whether a try of it arrived is not known. */
export function decideUntold(current: Order | null, signal: Told<'untold'>, context: SignalContext): Decided {
  if (!current) return unknown;
  return ended(current, current.telling?.tap === signal.tap ? withoutTelling(current, context.now) : current, context);
}

const unknown: Unchanged<null> = { type: 'unchanged', order: null, reason: 'an order Kasera does not know' };

function ended(current: Order, order: Order, context: SignalContext): Decided {
  if (sameOrder(current, order)) return { type: 'unchanged', order: current, reason: 'known already' };
  return finish(current, { order, event: null, effects: [] }, context.now);
}

/** An answer is the newest word of its second, whatever its rank: only a closed state of that second stands over it. */
function withAnswer(order: Order, told: ShopStanding, { rules }: SignalContext): Order {
  const standsOver = (held: ShopStanding | null): boolean =>
    held !== null &&
    (held.modifiedAt > told.modifiedAt ||
      (held.modifiedAt === told.modifiedAt && classOf(held.status, rules) === 'closed'));
  const { shop } = order;
  const keepsStanding = standsOver(shop.standing) || classOf(told.status, rules) === 'waiting';
  return withShop(order, standsOver(shop) ? shop : told, keepsStanding ? shop.standing : told);
}

/** That press is settled; another one on its way since stays, and its echo is still to come. */
function withoutTap(order: Order, tap: string | null, written: string | null): Order {
  if (order.telling?.tap !== tap) return written === null ? order : withEchoHeard(order, written);
  const { telling: _settled, ...rest } = order;
  return rest;
}
