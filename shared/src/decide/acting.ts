import type { Command, RefusalCode } from '../command.ts';
import type { Order, OrderStatus, WriteBackWord } from '../order.ts';
import type { OrderEventType } from '../order-change.ts';
import type { DecisionContext, OrderEvent, Refused } from './decision.ts';
import { hadSeenAll, withoutChanges } from './marks.ts';
import type { Move } from './moves.ts';
import { tellShop } from './telling.ts';

/** A decision about a press: `actedAt` is when the person pressed, which may be before `now`. */
export interface ActingContext extends DecisionContext {
  actedAt: number;
}

/** A command is not carried out, with a sentence for scripts. */
export function refuse(code: RefusalCode, message: string): Refused {
  return { type: 'refused', refusal: { code, message } };
}

/** That step does not exist from where the order is. */
export function refuseStep(order: Order, wish: string): Refused {
  return refuse('not-allowed', `An order that is ${order.status} cannot be ${wish}.`);
}

/** What a person did, with its event and no effects yet. */
export function did(
  order: Order,
  type: OrderEventType,
  context: ActingContext,
  detail: OrderEvent['detail'] = {},
): Move {
  return { order, event: { type, at: context.actedAt, actor: 'kitchen', detail }, effects: [] };
}

/** A step the shop may be told of. */
export function tell(move: Move, step: WriteBackWord, { id }: Pick<Command, 'id'>, context: ActingContext): Move {
  return tellShop(move, { tap: id, step, actedAt: context.actedAt }, context);
}

/** A step says "seen" of what it was taken upon, and of nothing that came after the press. */
export function withSeen(order: Order, version: number | undefined): Order {
  return hadSeenAll(order, version) ? withoutChanges(order) : order;
}

/** When somebody at the line first put a hand to it. */
export function touched(order: Order, context: ActingContext): Order['times'] {
  return { ...order.times, firstTouchAt: order.times.firstTouchAt ?? context.actedAt };
}

/** Accepted and preparing are one state of mind: two cooks ticking at once do not contradict each other. */
export function isCooking(status: OrderStatus): status is 'acknowledged' | 'preparing' {
  return status === 'acknowledged' || status === 'preparing';
}

/** Accepted and not cancelled. */
export function isAccepted(status: OrderStatus): boolean {
  return isCooking(status) || status === 'ready' || status === 'completed';
}
