import type { Command } from '../command.ts';
import type { KitchenNote, Order, OrderItem } from '../order.ts';
import { isLive } from '../parts.ts';
import {
  did,
  isAccepted,
  isCooking,
  refuse,
  refuseStep,
  tell,
  touched,
  withSeen,
  type ActingContext,
} from './acting.ts';
import type { Change, DecisionContext, Refused, Unchanged } from './decision.ts';
import { hasUnseen, withAllSeen } from './marks.ts';
import { cancelled, complete, type Move } from './moves.ts';
import { delay, fire, hasPromised, postpone, putAway, rush } from './pace.ts';
import { classOf } from './shop-status.ts';
import { withdrawing } from './telling.ts';

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
    ...move.order,
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
      return isCooking(status);
    case 'ready':
      return status === 'ready';
    case 'complete':
      return status === 'completed';
    case 'cancel':
      return status === 'cancelled';
    case 'recall':
      return (command.from === 'ready' && isCooking(status)) || (command.from === 'completed' && status === 'ready');
    case 'item-done':
      return isAccepted(status) && Boolean(itemOf(order, command.itemId)?.done);
    case 'item-undone':
      return isCooking(status) && itemOf(order, command.itemId)?.doneQuantity === 0;
    case 'confirm':
      return !hasUnseen(order, command.screen);
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

function itemOf(order: Order, itemId: string): OrderItem | undefined {
  return order.items.find((item) => item.id === itemId && isLive(item));
}

function objectionTo(order: Order, command: Command): Refused | null {
  const { type, from, version } = command;
  if (type === 'note') return null;
  const sameState = from === order.status || (from && isCooking(from) && isCooking(order.status));
  if (from && !sameState && type !== 'confirm') {
    return refuse('conflict', `The order is ${order.status} by now, not ${from}.`);
  }
  const sight = type === 'confirm' ? Math.max(order.dishesVersion, order.unseenVersion ?? 0) : order.dishesVersion;
  if (version !== undefined && version < sight) {
    return refuse('changed', 'The order changed or was cancelled after you saw it: look again.');
  }
  return null;
}

function carryOut(order: Order, command: Command, context: ActingContext): Move | Refused {
  switch (command.type) {
    case 'acknowledge':
      return acknowledge(order, command, context);
    case 'item-done':
      return tick(order, command.itemId, true, context);
    case 'item-undone':
      return tick(order, command.itemId, false, context);
    case 'ready':
      return bump(order, command, context);
    case 'complete':
      if (order.status !== 'ready') return refuseStep(order, 'handed over');
      return tell(complete(order, 'kitchen', context.actedAt, context.now), 'completed', command, context);
    case 'recall':
      return recall(order, context);
    case 'cancel':
      return cancel(order, command, context);
    case 'confirm':
      return did(withAllSeen(order, command.screen ?? '*'), 'confirmed', context);
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

type Acknowledge = Extract<Command, { type: 'acknowledge' }>;

function acknowledge(order: Order, command: Acknowledge, context: ActingContext): Move | Refused {
  if (order.status !== 'new') return refuseStep(order, 'accepted');
  const { actedAt, now, rules } = context;
  const minutes = command.readyInMinutes ?? rules.suggestedMinutes;
  const kitchens = { at: actedAt, promisedAt: actedAt + minutes * 60_000, by: 'kitchen' as const };
  const promisedAt = order.guestPromisedAt ?? kitchens.promisedAt;
  const accepted: Order = {
    ...withSeen(order, command.version),
    status: 'acknowledged',
    statusAt: now,
    promisedAt,
    promises: order.guestPromisedAt === null ? [...order.promises, kitchens] : order.promises,
    dueAt: promisedAt,
    restored: false,
    arrivedLate: false,
    times: { ...order.times, acknowledgedAt: actedAt },
  };
  const move: Move = {
    ...did(accepted, 'acknowledged', context, { promisedAt }),
    effects: [{ type: 'quiet', reason: 'answered' }],
  };
  return tell(move, 'accepted', command, context);
}

function tick(order: Order, itemId: string, done: boolean, context: ActingContext): Move | Refused {
  if (!isCooking(order.status)) {
    return order.status === 'new' ? refuse('not-allowed', 'Accept the order first.') : refuseStep(order, 'ticked');
  }
  if (!itemOf(order, itemId)) return refuse('changed', 'That dish is not on the order any more.');
  const items = order.items.map((item) =>
    item.id === itemId ? { ...item, done, doneQuantity: done ? item.quantity : 0 } : item,
  );
  const ticked: Order = { ...order, items, times: touched(order, context) };
  const moved: Order =
    done && order.status === 'acknowledged' ? { ...ticked, status: 'preparing', statusAt: context.now } : ticked;
  return did(moved, done ? 'item-done' : 'item-undone', context, { itemId });
}

function bump(order: Order, command: Command, context: ActingContext): Move | Refused {
  const { status } = order;
  if (status === 'new') return refuse('not-allowed', 'Accept the order first.');
  if (status !== 'acknowledged' && status !== 'preparing') return refuseStep(order, 'made ready');
  const seenOrder = withSeen(order, command.version);
  const done = Object.fromEntries(seenOrder.items.map((item) => [item.id, item.doneQuantity]));
  const bumped: Order = {
    ...seenOrder,
    status: 'ready',
    statusAt: context.now,
    closedInShop: false,
    beforeReady: { status, done },
    items: seenOrder.items.map((item) => ({ ...item, done: true, doneQuantity: item.quantity })),
    times: { ...touched(order, context), readyAt: context.actedAt },
  };
  return tell(did(bumped, 'ready', context), 'ready', command, context);
}

/** One step back, to what it was before; its place in the order of time never moved. */
function recall(order: Order, context: ActingContext): Move | Refused {
  if (order.status === 'completed') return recallHandedOver(order, context);
  if (order.status !== 'ready') return refuseStep(order, 'recalled');
  const { status, done } = order.beforeReady ?? { status: 'preparing', done: {} };
  const before = new Map(Object.entries(done));
  const items = order.items.map((item) => {
    const doneQuantity = Math.min(item.quantity, before.get(item.id) ?? 0);
    return { ...item, doneQuantity, done: doneQuantity >= item.quantity };
  });
  const times = { ...order.times, readyAt: null };
  const recalled: Order = { ...order, status, statusAt: context.now, beforeReady: null, items, times };
  return withdrawing(did(recalled, 'recalled', context, { from: 'ready' }), 'recalled', context.now);
}

/** What the shop cancelled after it was handed over is history: recalled, it would be a ticket without a STOP. */
function recallHandedOver(order: Order, context: ActingContext): Move | Refused {
  const { standing } = order.shop;
  if (standing && classOf(standing.status, context.rules) === 'closed') {
    return refuse('not-allowed', 'The shop cancelled this order after it was handed over.');
  }
  const times = { ...order.times, completedAt: null };
  const recalled: Order = { ...order, status: 'ready', statusAt: context.now, times };
  return withdrawing(did(recalled, 'recalled', context, { from: 'completed' }), 'recalled', context.now);
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
