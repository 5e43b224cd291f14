import type { Command } from '../command.ts';
import type { KitchenNote, Order } from '../order.ts';
import { isNothingToCook } from '../parts.ts';
import { did, isCooking, refuse, refuseStep, tell, type ActingContext } from './acting.ts';
import type { Change, DecisionContext, Refused, Unchanged } from './decision.ts';
import { withSeenAnew } from './marks.ts';
import { acknowledge } from './accept.ts';
import { confirm, isConfirmed } from './confirm.ts';
import { bump, isBumped } from './ready.ts';
import { isRecalled, recall } from './recall.ts';
import { isTicked, tick } from './tick.ts';
import { cancelled, complete, type Move } from './moves.ts';
import { delay, fire, hasPromised, postpone, putAway, rush } from './pace.ts';

export { hasUnseen, hasUnseenChange, isNoteSeen } from './marks.ts';

export type CommandDecision = Change | Unchanged | Refused;

/**
 * Decides what a person's command does to an order; the same on the server and, ahead of it, on the screen.
 * Already at its target → unchanged. Not in the state the person saw, or its dishes changed since → refused with a
 * sentence (DESIGN 6). The acting time is now less the command's age.
 */
export function decideCommand(order: Order, command: Command, context: DecisionContext): CommandDecision {
  if (order.status === 'unreleased') return refuse('not-found', 'This order is not for the kitchen.');
  const actedAt = Math.max(order.times.arrivedAt, context.now - (command.ageMs ?? 0));
  if (isAtTarget(order, command, actedAt)) return { type: 'unchanged', order, reason: 'already done' };
  const objection = objectionTo(order, command);
  if (objection) return objection;
  const move = carryOut(order, command, { ...context, actedAt });
  if ('type' in move) return move;
  const version = order.version + 1;
  const stopped = move.order.status === 'cancelled' && order.status !== 'cancelled';
  const decided: Order = {
    ...withSeenAnew(order, move.order),
    version,
    dishesVersion: stopped ? version : order.dishesVersion,
    ...((stopped || command.type === 'note') && { unseenVersion: version }),
  };
  return { type: 'changed', order: decided, event: move.event, effects: move.effects };
}

function isAtTarget(order: Order, command: Command, actedAt: number): boolean {
  const { status } = order;
  switch (command.type) {
    case 'acknowledge':
      return isCooking(status) || (status === 'ready' && isNothingToCook(order));
    case 'ready':
      return status === 'ready' || isBumped(order, command);
    case 'complete':
      return status === 'completed';
    case 'cancel':
      return status === 'cancelled';
    case 'recall':
      return isRecalled(order, command);
    case 'item-done':
    case 'item-undone':
      return isTicked(order, command);
    case 'confirm':
      return isConfirmed(order, command);
    case 'note':
      return order.kitchenNotes.some((note) => note.id === command.id);
    case 'delay':
      return hasPromised(order, command);
    case 'rush':
      return order.rush?.why === (command.why ?? undefined);
    case 'fire':
      return isCooking(status) && (order.fireAt === undefined || order.fireAt <= actedAt);
    case 'postpone':
      return hasPromised(order, command) || (status === 'acknowledged' && order.promisedAt === command.promisedAt);
    case 'put-away':
      return status === 'completed' || (status === 'cancelled' && order.stop === null);
  }
}

function objectionTo(order: Order, command: Command): Refused | null {
  const { type, from, version } = command;
  if (type === 'note') return null;
  const sameState = from === order.status || (from && isCooking(from) && isCooking(order.status));
  const isCalledBack = type === 'recall' && from === 'ready' && isCooking(order.status);
  if (from && !sameState && !isCalledBack && type !== 'confirm' && type !== 'rush') {
    return refuse('conflict', `The order is ${order.status} by now, not ${from}.`);
  }
  const sight = type === 'confirm' ? Math.max(order.dishesVersion, order.unseenVersion ?? 0) : order.dishesVersion;
  const isForAnySight = type === 'rush' || type === 'delay' || type === 'fire';
  if (version !== undefined && version < sight && !isForAnySight) {
    return refuse('changed', 'The order changed or was cancelled after you saw it: look again.');
  }
  return null;
}

function carryOut(order: Order, command: Command, context: ActingContext): Move | Refused {
  switch (command.type) {
    case 'acknowledge':
      return acknowledge(order, command, context);
    case 'item-done':
    case 'item-undone':
      return tick(order, command, context);
    case 'ready':
      return bump(order, command, context);
    case 'complete':
      if (order.status !== 'ready') return refuseStep(order, 'handed over');
      return tell(complete(order, 'kitchen', context.actedAt, context.now), 'completed', command, context);
    case 'recall':
      return recall(order, command, context);
    case 'cancel':
      return cancel(order, command, context);
    case 'confirm':
      return confirm(order, command, context);
    case 'note':
      return addNote(order, command, context);
    case 'delay':
      return delay(order, command, context);
    case 'rush':
      return rush(order, command, context);
    case 'fire':
      return fire(order, context);
    case 'postpone':
      return postpone(order, command, context);
    case 'put-away':
      return putAway(order, context);
  }
}

function cancel(order: Order, command: Extract<Command, { type: 'cancel' }>, context: ActingContext): Move | Refused {
  if (order.status === 'completed') return refuseStep(order, 'cancelled');
  const gone = cancelled(order, 'kitchen', command.reason, context.now, context.actedAt);
  const move: Move = {
    ...did(gone, 'cancelled', context, { was: order.status }),
    effects: [{ type: 'quiet', reason: 'cancelled' }],
  };
  return tell(move, 'cancelled', command, context);
}

const maxNotes = 20;

function addNote(order: Order, command: Extract<Command, { type: 'note' }>, context: ActingContext): Move | Refused {
  if (order.status === 'completed' || order.status === 'cancelled') return refuseStep(order, 'given a note');
  if (order.kitchenNotes.length >= maxNotes) return refuse('not-allowed', `There are already ${maxNotes} notes on it.`);
  const { id, text, allergy, screen } = command;
  const note: KitchenNote = { id, text, allergy, at: context.actedAt, seenBy: screen ? [screen] : [] };
  return did({ ...order, kitchenNotes: [...order.kitchenNotes, note] }, 'note', context, { allergy });
}
