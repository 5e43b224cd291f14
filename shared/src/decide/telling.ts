import type { KitchenRules, Order, WriteBackWord } from '../order.ts';
import type { OrderEffect } from '../order-change.ts';
import type { DecisionContext } from './decision.ts';
import type { Move } from './moves.ts';
import { classOf } from './shop-status.ts';

/** What a guest can see leaves this long after its tap at the earliest ([SH5]): until then it can be taken back. */
export const tellAfterMs = 60_000;
/**
 * A press that waited on a screen without connection may be older than that when it arrives; what was pressed after it,
 * an undo among it, comes within this time.
 */
const followedWithinMs = 15_000;

/**
 * A step of the kitchen's, told to the shop if the mapping says so; what was to be told of the step before is not news
 * any more. The effect comes in any case: whoever carries it out knows whether there is a shop.
 * @param tap the id of the command
 */
export function tellShop(
  move: Move,
  { tap, step, actedAt }: { tap: string; step: WriteBackWord; actedAt: number },
  { now, writeBack }: DecisionContext,
): Move {
  if (move.order.test) return move;
  const rule = writeBack?.[step];
  const tells = rule && (rule.status !== null || rule.note !== 'none');
  const { order, effects } = withdrawing(move, 'overtaken', now);
  const leavesAt = Math.max(actedAt + tellAfterMs, now + followedWithinMs);
  const effect: OrderEffect = { type: 'tell-shop', tap, step, leavesAt, promisedAt: order.promisedAt };
  return {
    ...move,
    order: tells ? { ...order, telling: { tap, step, status: rule.status, leavesAt } } : order,
    effects: [...effects, effect],
  };
}

type Withdrawal = Extract<OrderEffect, { type: 'untell-shop' }>['reason'];

/** What is on its way to the shop is not true any more: if it has not left, it never leaves. */
export function withdrawing(move: Move, reason: Withdrawal, now: number): Move {
  if (!move.order.telling) return move;
  return {
    ...move,
    order: withoutTelling(move.order, now),
    effects: [...move.effects, { type: 'untell-shop', reason }],
  };
}

/** Nothing is on its way any more; what may have left all the same is still known as ours when it comes back. */
export function withoutTelling(order: Order, now: number): Order {
  if (!order.telling) return order;
  const { telling, ...rest } = order;
  if (telling.status === null || now < telling.leavesAt) return rest;
  return { ...rest, echoes: [...(order.echoes ?? []), telling.status] };
}

/**
 * Whether the shop saying that status for the first time is our own doing. A closed status is always the shop's word,
 * unless the kitchen itself cancelled.
 */
export function isEcho(order: Order, status: string, rules: Pick<KitchenRules, 'onHoldIsNew'>): boolean {
  if (classOf(status, rules) === 'closed' && order.status !== 'cancelled') return false;
  return order.telling?.status === status || (order.echoes ?? []).includes(status);
}

/** One echo less to come. What is still on its way stays so until it is settled. */
export function withEchoHeard(order: Order, status: string): Order {
  const { echoes = [], ...rest } = order;
  const index = echoes.indexOf(status);
  if (index < 0 || order.telling?.status === status) return order;
  const left = echoes.toSpliced(index, 1);
  return left.length > 0 ? { ...rest, echoes: left } : rest;
}

/**
 * The shop's status changed while something was on its way: what it says now stands, and nothing is written over it. It
 * is marked unless the ticket says so anyway (a STOP, closed in the shop), or both want the same.
 */
export function withOverruling(before: Order, move: Move, context: DecisionContext): Move {
  const { order } = move;
  const { telling, shop } = order;
  if (!telling || shop.status === before.shop.status || isEcho(before, shop.status, context.rules)) return move;
  const is = classOf(shop.status, context.rules);
  if (is === 'closed' && telling.step === 'cancelled') return move;
  const ended = is === 'closed' || is === 'completed';
  if (telling.status === null && !ended) return move;
  const agrees = is === 'completed' && (telling.status === null || telling.step === 'completed');
  const isSaid = move.event?.type === 'cancelled' || move.event?.type === 'closed-in-shop';
  const withdrawn = withdrawing(move, agrees ? 'overtaken' : 'conflict', context.now);
  const shopConflict = { at: context.now, wanted: telling.step, found: shop.status };
  return agrees || isSaid ? withdrawn : { ...withdrawn, order: { ...withdrawn.order, shopConflict } };
}
