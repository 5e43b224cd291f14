import type { Command } from '../command.ts';
import type { KitchenPromise, Order, WriteBackWord } from '../order.ts';
import { did, isCooking, refuse, refuseStep, tell, type ActingContext } from './acting.ts';
import type { Refused } from './decision.ts';
import { fireTime, withFireAt, withFireMoved } from './later.ts';
import { withAllSeen, withoutChanges } from './marks.ts';
import type { Move } from './moves.ts';
import { doneQuantities, withoutDone } from './done.ts';

type Press<T extends Command['type']> = Extract<Command, { type: T }>;

/** `+10`: the promise moves back, from now where it is past already; its place in the order of time stays. */
export function delay(order: Order, command: Press<'delay'>, context: ActingContext): Move | Refused {
  if (!isCooking(order.status)) return refuseStep(order, 'delayed');
  const { actedAt, rules } = context;
  const promisedAt = Math.max(order.promisedAt ?? actedAt, actedAt) + command.minutes * 60_000;
  const delayed = withFireMoved(withPromise(order, promisedAt, command, context), actedAt, rules);
  return retell(did(delayed, 'delayed', context, { minutes: command.minutes, promisedAt }), command, context);
}

/** First on all stations, or not any more. One for later is wanted now: it goes to the board. */
export function rush(order: Order, { why }: Press<'rush'>, context: ActingContext): Move | Refused {
  if (order.status === 'completed' || order.status === 'cancelled') return refuseStep(order, 'rushed');
  const { rush: _was, ...calm } = order;
  if (why === null) return did(calm, 'rushed', context, { why });
  return did({ ...fired(order, context), rush: { at: context.actedAt, why } }, 'rushed', context, { why });
}

/** One for later goes to the board now. */
export function fire(order: Order, context: ActingContext): Move | Refused {
  if (!isCooking(order.status)) return refuseStep(order, 'put on the board');
  return did(fired(order, context), 'fired', context);
}

function fired(order: Order, { actedAt }: ActingContext): Order {
  return order.fireAt !== undefined && order.fireAt > actedAt ? withFireAt(order, actedAt) : order;
}

/**
 * For another time: it waits in Later, and is begun anew then; what was cooked of it today is not served tomorrow. One
 * nobody has answered is accepted by it.
 */
export function postpone(order: Order, command: Press<'postpone'>, context: ActingContext): Move | Refused {
  const { status } = order;
  if (status !== 'new' && !isCooking(status)) return refuseStep(order, 'put off');
  const { now, actedAt, rules } = context;
  if (command.promisedAt <= actedAt) return refuse('invalid', 'The new time is over already.');
  const { rush: _rush, finished: _finished, ...promised } = withPromise(order, command.promisedAt, command, context);
  const postponed: Order = {
    ...promised,
    status: 'acknowledged',
    statusAt: now,
    dueAt: command.promisedAt,
    items: order.items.map(withoutDone),
    restored: false,
    arrivedLate: false,
    times: { ...order.times, acknowledgedAt: order.times.acknowledgedAt ?? actedAt, firstTouchAt: null },
  };
  const waiting = withFireAt(postponed, fireTime(postponed, actedAt, rules));
  const move = did(waiting, 'postponed', context, { promisedAt: command.promisedAt });
  if (status !== 'new') return retell(move, command, context);
  return tell({ ...move, effects: [{ type: 'quiet', reason: 'answered' }] }, 'accepted', command, context);
}

/** A promise of the kitchen's; it carries its press, so that the same one never counts twice. */
function withPromise(order: Order, promisedAt: number, { id: tap }: Command, { actedAt }: ActingContext): Order {
  const promise: KitchenPromise = { at: actedAt, promisedAt, by: 'kitchen', tap };
  return { ...order, promisedAt, promises: [...order.promises, promise] };
}

/** Whether that press has moved the promise already. */
export function hasPromised(order: Order, { id }: Command): boolean {
  return order.promises.some(({ tap }) => tap === id);
}

/**
 * Another promise is said to the guest as the first one was, where accepting writes them a note; and one that is still
 * on its way says the new time.
 */
function retell(move: Move, command: Command, context: ActingContext): Move {
  const step: WriteBackWord = 'accepted';
  const rule = context.writeBack?.[step];
  const isOnItsWay = move.order.telling?.step === step;
  return rule && (isOnItsWay || rule.note === 'customer') ? tell(move, step, command, context) : move;
}

/** The day ended with it open: it leaves every screen and every figure, and nobody is told. */
export function putAway(order: Order, context: ActingContext): Move | Refused {
  const { status } = order;
  if (status === 'cancelled') return did(withAllSeen(order, '*'), 'put-away', context, { was: status });
  const beforeReady = isCooking(status) ? { status, done: doneQuantities(order) } : order.beforeReady;
  const away: Order = {
    ...withoutChanges(order),
    status: 'completed',
    statusAt: context.now,
    closedInShop: false,
    arrivedLate: false,
    notClosed: true,
    beforeReady,
    times: { ...order.times, completedAt: context.actedAt },
  };
  const move = did(away, 'put-away', context, { was: status });
  return status === 'new' ? { ...move, effects: [{ type: 'quiet', reason: 'answered' }] } : move;
}
