import type { Command, RefusalCode } from '../command.ts';
import type { Order, OrderEventType, OrderItem, OrderStatus } from '../order.ts';
import type { Change, DecisionContext, Refused, Unchanged } from './decision.ts';
import { cancelled, complete, type Move } from './moves.ts';

export type CommandDecision = Change | Unchanged | Refused;

/**
 * Decides what a person's command does to an order; the same on the server and, ahead of it, on the screen.
 * Already at its target → unchanged. Not in the state the person saw, or its dishes changed since → refused with a
 * sentence (DESIGN 6). The acting time is now less the command's age.
 */
export function decideCommand(order: Order, command: Command, context: DecisionContext): CommandDecision {
  if (order.status === 'unreleased') return refuse('not-found', 'This order is not for the kitchen.');
  if (isAtTarget(order, command)) return { type: 'unchanged', order, reason: 'already done' };
  const objection = objectionTo(order, command);
  if (objection) return objection;
  const actedAt = Math.max(order.times.arrivedAt, context.now - (command.ageMs ?? 0));
  const move = carryOut(order, command, { ...context, actedAt });
  if ('type' in move) return move;
  const version = order.version + 1;
  const dishesVersion =
    move.order.status === 'cancelled' && order.status !== 'cancelled' ? version : order.dishesVersion;
  return {
    type: 'changed',
    order: { ...move.order, version, dishesVersion },
    event: move.event,
    effects: move.effects,
  };
}

interface ActingContext extends DecisionContext {
  actedAt: number;
}

function isAtTarget(order: Order, command: Command): boolean {
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
      return isCooking(status) && Boolean(itemOf(order, command.itemId)?.done);
    case 'item-undone':
      return isCooking(status) && itemOf(order, command.itemId)?.doneQuantity === 0;
    case 'confirm':
      return !hasUnseen(order, command.screen);
    case 'note':
      return false;
  }
}

/** Accepted and preparing are one state of mind: two cooks ticking at once do not contradict each other. */
function isCooking(status: OrderStatus): boolean {
  return status === 'acknowledged' || status === 'preparing';
}

function itemOf(order: Order, itemId: string): OrderItem | undefined {
  return order.items.find((item) => item.id === itemId && item.change?.type !== 'removed');
}

/** Whether anything on the ticket waits to be seen by that screen (or, without one, by anybody). */
export function hasUnseen(order: Order, screen?: string): boolean {
  const note = order.kitchenNotes.some((one) => !isNoteSeen(one.seenBy, screen));
  return order.stop !== null || order.closedInShop || hasUnseenChange(order) || note;
}

/** Whether dishes, note, kind or promise changed and nobody has said so yet. */
export function hasUnseenChange(order: Order): boolean {
  return order.changed !== null || order.items.some((item) => item.change !== null);
}

/** Whether that screen has confirmed a kitchen note; without a screen: whether everybody has. */
export function isNoteSeen(seenBy: readonly string[], screen?: string): boolean {
  return seenBy.includes('*') || (screen !== undefined && seenBy.includes(screen));
}

function objectionTo(order: Order, command: Command): Refused | null {
  const { type, from, version } = command;
  if (type === 'note') return null;
  const sameState = from === order.status || (from && isCooking(from) && isCooking(order.status));
  if (from && !sameState && type !== 'confirm') {
    return refuse('conflict', `The order is ${order.status} by now, not ${from}.`);
  }
  if (version !== undefined && version < order.dishesVersion) {
    return refuse('changed', 'The order changed or was cancelled after you saw it: look again.');
  }
  return null;
}

function refuse(code: RefusalCode, message: string): Refused {
  return { type: 'refused', refusal: { code, message } };
}

function carryOut(order: Order, command: Command, context: ActingContext): Move | Refused {
  switch (command.type) {
    case 'acknowledge':
      return acknowledge(order, command.readyInMinutes, context);
    case 'item-done':
      return tick(order, command.itemId, true, context);
    case 'item-undone':
      return tick(order, command.itemId, false, context);
    case 'ready':
      return bump(order, context);
    case 'complete':
      if (order.status !== 'ready') return refuseStep(order, 'handed over');
      return complete(order, 'kitchen', context.actedAt, context.now);
    case 'recall':
      return recall(order, context);
    case 'cancel':
      return cancel(order, command.reason, context);
    case 'confirm':
      return did(seen(order, command.screen ?? '*'), 'confirmed', context);
    case 'note':
      return addNote(order, command, context);
  }
}

function refuseStep(order: Order, wish: string): Refused {
  return refuse('not-allowed', `An order that is ${order.status} cannot be ${wish}.`);
}

function did(order: Order, type: OrderEventType, context: ActingContext, detail = {}): Move {
  return { order, event: { type, at: context.actedAt, actor: 'kitchen', detail }, effects: [] };
}

function acknowledge(order: Order, minutes: number | undefined, context: ActingContext): Move | Refused {
  if (order.status !== 'new') return refuseStep(order, 'accepted');
  const { actedAt, now, rules } = context;
  const promisedAt = order.guestPromisedAt ?? actedAt + (minutes ?? rules.suggestedMinutes) * 60_000;
  const promises =
    order.guestPromisedAt === null
      ? [...order.promises, { at: actedAt, promisedAt, by: 'kitchen' as const }]
      : order.promises;
  const accepted: Order = {
    ...withoutChanges(order),
    ...{ status: 'acknowledged', statusAt: now, promisedAt, promises, dueAt: promisedAt },
    restored: false,
    arrivedLate: false,
    times: { ...order.times, acknowledgedAt: actedAt },
  };
  return {
    ...did(accepted, 'acknowledged', context, { promisedAt }),
    effects: [{ type: 'quiet', reason: 'answered' }],
  };
}

/** Seen: the marks go, and with them the lines that were only still there to be seen struck through. */
function withoutChanges(order: Order): Order {
  if (!hasUnseenChange(order)) return order;
  const kept = order.items.filter((item) => item.change?.type !== 'removed');
  return { ...order, changed: null, items: kept.map((item) => (item.change ? { ...item, change: null } : item)) };
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

function touched(order: Order, context: ActingContext): Order['times'] {
  return { ...order.times, firstTouchAt: order.times.firstTouchAt ?? context.actedAt };
}

function bump(order: Order, context: ActingContext): Move | Refused {
  const { status } = order;
  if (status === 'new') return refuse('not-allowed', 'Accept the order first.');
  if (status !== 'acknowledged' && status !== 'preparing') return refuseStep(order, 'made ready');
  const seenOrder = withoutChanges(order);
  const done = Object.fromEntries(seenOrder.items.map((item) => [item.id, item.doneQuantity]));
  const bumped: Order = {
    ...seenOrder,
    ...{ status: 'ready', statusAt: context.now, closedInShop: false, beforeReady: { status, done } },
    items: seenOrder.items.map((item) => ({ ...item, done: true, doneQuantity: item.quantity })),
    times: { ...touched(order, context), readyAt: context.actedAt },
  };
  return did(bumped, 'ready', context);
}

/** One step back, to what it was before; its place in the order of time never moved. */
function recall(order: Order, context: ActingContext): Move | Refused {
  const { now } = context;
  if (order.status === 'completed') {
    const times = { ...order.times, completedAt: null };
    return did({ ...order, status: 'ready', statusAt: now, times }, 'recalled', context, { from: 'completed' });
  }
  if (order.status !== 'ready') return refuseStep(order, 'recalled');
  const before = order.beforeReady ?? { status: 'preparing' as const, done: {} };
  const items = order.items.map((item) => {
    const doneQuantity = Math.min(item.quantity, before.done[item.id] ?? 0);
    return { ...item, doneQuantity, done: doneQuantity >= item.quantity };
  });
  const times = { ...order.times, readyAt: null };
  const recalled: Order = { ...order, status: before.status, statusAt: now, beforeReady: null, items, times };
  return did(recalled, 'recalled', context, { from: 'ready' });
}

function cancel(order: Order, reason: string, context: ActingContext): Move | Refused {
  if (order.status === 'completed') return refuseStep(order, 'cancelled');
  return {
    ...did(cancelled(order, 'kitchen', reason, context.now), 'cancelled', context, { was: order.status }),
    effects: [{ type: 'quiet', reason: 'cancelled' }],
  };
}

function seen(order: Order, screen: string): Order {
  const kitchenNotes = order.kitchenNotes.map((note) =>
    isNoteSeen(note.seenBy, screen) ? note : { ...note, seenBy: [...note.seenBy, screen] },
  );
  return { ...withoutChanges(order), stop: null, closedInShop: false, kitchenNotes };
}

const maxNotes = 20;

function addNote(order: Order, command: Extract<Command, { type: 'note' }>, context: ActingContext): Move | Refused {
  if (order.status === 'completed' || order.status === 'cancelled') return refuseStep(order, 'given a note');
  if (order.kitchenNotes.length >= maxNotes) return refuse('not-allowed', `There are already ${maxNotes} notes on it.`);
  const { id, text, allergy, screen } = command;
  const note = { id, text, allergy, at: context.actedAt, seenBy: screen ? [screen] : [] };
  return did({ ...order, kitchenNotes: [...order.kitchenNotes, note] }, 'note', context, { allergy });
}
