import type { Order, OrderSnapshot, ShopSignal, ShopStanding } from '../order.ts';
import { applyContent, type ContentUpdate } from './content.ts';
import type { Change, DecisionContext, OrderEvent, SignalContext, Unchanged } from './decision.ts';
import { finish, sameOrder } from './finish.ts';
import { cancelAgain, cancelByShop, comeBack, completeByShop, hideAsCancelled, release, type Move } from './moves.ts';
import { draftOrder } from './draft-order.ts';
import { withOpenParts, withSomePartOpen } from './open-parts.ts';
import { isHandOverOnly, isLive } from '../parts.ts';
import { decideRouted } from './routed.ts';
import { withShop } from './shop-side.ts';
import { classOf, compareStandings } from './shop-status.ts';
import { decideConflict, decideUntold, decideWritten } from './told.ts';
import { isEcho, withEchoHeard, withdrawing, withOverruling } from './telling.ts';

/**
 * Decides what a shop's message does to an order (DESIGN 5; the table is in `shared/SPEC.md`).
 *
 * Two things of the shop are held apart: the newest state it told, which gives the content, and the newest *standing*
 * (one that says cook, finished or closed), which moves the kitchen. Both are maxima, and an order once shown stays
 * known, so every order of arrival of the same messages ends alike.
 */
export function decideSignal(
  current: Order | null,
  signal: ShopSignal,
  context: SignalContext,
): Change | Unchanged<Order | null> {
  switch (signal.type) {
    case 'snapshot':
      return decideSnapshot(current, signal.snapshot, signal.restored, context);
    case 'deleted':
      return decideDeleted(current, signal.erased ?? false, context);
    case 'written':
      return decideWritten(current, signal, context);
    case 'conflict':
      return decideConflict(current, signal, context);
    case 'untold':
      return decideUntold(current, signal, context);
    case 'routed':
      return decideRouted(current, signal, context);
  }
}

function decideDeleted(
  current: Order | null,
  erased: boolean,
  context: SignalContext,
): Change | Unchanged<Order | null> {
  if (!current) return { type: 'unchanged', order: null, reason: 'deleted an order Kasera does not know' };
  if (current.shop.status === 'trash') return { type: 'unchanged', order: current, reason: 'already deleted' };
  // A deletion carries no time of its own: it holds until something strictly newer, or a restore, is told.
  const trash: ShopStanding = { status: 'trash', modifiedAt: current.shop.modifiedAt };
  const moved = moveStanding(withShop(current, trash, trash), current.shop.standing, trash, context);
  const named = erased ? { ...moved, order: asErased(moved.order) } : moved;
  return finish(current, withOverruling(current, markUnpaid(named, context), context), context.now);
}

/** People are told that it is gone for good, not that it lies in the shop's bin. */
function asErased(order: Order): Order {
  const { cancellation } = order;
  return cancellation?.by === 'shop' ? { ...order, cancellation: { ...cancellation, reason: 'erased' } } : order;
}

function decideSnapshot(
  current: Order | null,
  snapshot: OrderSnapshot,
  restored: boolean,
  context: SignalContext,
): Change | Unchanged<Order | null> {
  const told: ShopStanding = { status: snapshot.shopStatus, modifiedAt: snapshot.modifiedAt };
  const base = current ?? draftOrder(snapshot, context);
  const undeletes =
    restored && current !== null && current.shop.status === 'trash' && told.modifiedAt >= current.shop.modifiedAt;
  const newest = current === null || undeletes || compareStandings(told, current.shop) >= 0;
  const decides = classOf(told.status, context.rules) !== 'waiting';
  const newStanding = decides && (undeletes || !base.shop.standing || compareStandings(told, base.shop.standing) >= 0);

  const isNewStatus = newStanding && base.shop.standing?.status !== told.status;
  const echoes = isNewStatus && isEcho(base, told.status, context.rules);

  const content = newest ? takeContent(base, snapshot, context) : undefined;
  const shopped = withShop(content?.order ?? base, newest ? told : base.shop, newStanding ? told : base.shop.standing);
  const moved =
    base.status === 'unreleased'
      ? reveal(shopped, current, snapshot, context)
      : echoes
        ? { order: withEchoHeard(shopped, told.status), event: null, effects: [] }
        : moveStanding(shopped, base.shop.standing, newStanding ? told : null, context);
  const marked = current ? withOverruling(current, markUnpaid(moved, context), context) : markUnpaid(moved, context);
  const back = content?.workAdded ? reopen(marked, context) : marked;
  const reopened = { ...back, order: withPartsOf(back.order, context) };
  if (current && sameOrder(current, reopened.order)) {
    return { type: 'unchanged', order: current, reason: newest ? 'says nothing new' : 'older than what is known' };
  }
  const { changed = false, dishesChanged = false } = content ?? {};
  return finish(current, { ...reopened, contentChanged: changed, dishesChanged }, context.now);
}

/** Tickets at the line are marked with what changed, a STOP too; one handed over only if the change brings it back. */
function takeContent(base: Order, snapshot: OrderSnapshot, context: SignalContext): ContentUpdate {
  const atTheLine = base.stop !== null || ['new', 'acknowledged', 'preparing', 'ready'].includes(base.status);
  const dated = withDates(base, snapshot);
  const update = applyContent(dated, snapshot, atTheLine, context);
  const reopens = update.workAdded && base.status === 'completed' && stillServed(base, snapshot.shopStatus, context);
  return reopens ? applyContent(dated, snapshot, true, context) : update;
}

function withDates(order: Order, { placedAt, paidAt }: OrderSnapshot): Order {
  if (order.times.placedAt === placedAt && order.times.paidAt === paidAt) return order;
  return { ...order, times: { ...order.times, placedAt, paidAt } };
}

/** An order not yet shown: any message that says "cook" shows it, in its newest state, even if a later one came first. */
function reveal(order: Order, held: Order | null, snapshot: OrderSnapshot, context: SignalContext): Move {
  const standing = order.shop.standing;
  const toldClass = classOf(snapshot.shopStatus, context.rules);
  const reveals = toldClass === 'active' || (toldClass === 'completed' && placedLately(snapshot, context.now));
  if (!reveals || !standing) return { order, event: null, effects: [] };
  const standingClass = classOf(standing.status, context.rules);
  if (standingClass === 'closed') return hideAsCancelled(order, standing.status, context.now);
  const waited = held && held.shop.standing === null && held.shop.modifiedAt < snapshot.modifiedAt;
  return release(order, standingClass === 'completed', waited ? held.shop.modifiedAt : null, context);
}

/** First met as completed, an order is still shown if it is fresh: shops complete by themselves. */
const freshMs = 2 * 3_600_000;

function placedLately({ placedAt }: OrderSnapshot, now: number): boolean {
  return placedAt === null || now - placedAt < freshMs;
}

/** Only a change of the shop's standing moves the kitchen's state; the same again is content only. */
function moveStanding(
  order: Order,
  before: ShopStanding | null,
  now: ShopStanding | null,
  context: DecisionContext,
): Move {
  const stays: Move = { order, event: null, effects: [] };
  if (!now || order.status === 'unreleased') return stays;
  const was = before && classOf(before.status, context.rules);
  const is = classOf(now.status, context.rules);
  if (was === is) return is === 'closed' ? cancelAgain(order, now.status) : stays;
  if (is === 'closed') return cancelByShop(order, now.status, context.now);
  if (was === 'closed' && order.status === 'cancelled') return comeBack(order, is === 'completed', context);
  if (is === 'completed') return completeByShop(order, context.now);
  return order.closedInShop ? { order: { ...order, closedInShop: false }, event: null, effects: [] } : stays;
}

/** A known order going back to unpaid stays, marked. */
function markUnpaid(move: Move, context: DecisionContext): Move {
  const { order } = move;
  const unpaidAgain = order.status !== 'unreleased' && classOf(order.shop.status, context.rules) === 'waiting';
  return unpaidAgain === order.unpaidAgain ? move : { ...move, order: { ...order, unpaidAgain } };
}

/** A ticket comes back where there is more to do; what was handed over, or put away, stays as it is kept. */
function withPartsOf(order: Order, { rules }: DecisionContext): Order {
  return order.status === 'completed' ? order : withSomePartOpen(withOpenParts(order), rules);
}

/** More to cook after the bump brings the ticket back, with only the difference open; more drinks are for the counter. */
function reopen(move: Move, context: DecisionContext): Move {
  const { order } = move;
  const bumped =
    order.status === 'ready' || (order.status === 'completed' && stillServed(order, order.shop.status, context));
  const toCook = order.items.some((item) => isLive(item) && !item.done && !isHandOverOnly(item));
  if (!bumped || (order.status === 'ready' && !toCook)) return move;
  const times = { ...order.times, readyAt: toCook ? null : order.times.readyAt, completedAt: null };
  const at: Pick<Order, 'status' | 'beforeReady'> = toCook
    ? { status: 'preparing', beforeReady: null }
    : { status: 'ready', beforeReady: order.beforeReady };
  const reopened: Order = { ...order, ...at, times, statusAt: context.now };
  const event: OrderEvent = { type: 'changed', at: context.now, actor: 'shop', detail: { reopened: true } };
  return withdrawing({ ...move, order: reopened, event: move.event ?? event }, 'recalled', context.now);
}

/** An edit of yesterday's order in the shop's books is not work. */
function stillServed(order: Order, shopStatus: string, { now, rules }: DecisionContext): boolean {
  if (order.notClosed) return false;
  const completedAt = order.times.completedAt ?? order.statusAt;
  return classOf(shopStatus, rules) === 'active' && now - completedAt < rules.oldOrderMs;
}
