import type { Order } from '../order.ts';
import type { OrderEffect } from '../order-change.ts';
import { isLater } from '../tickets.ts';
import type { Actor, DecisionContext, OrderEvent } from './decision.ts';
import { withoutDone } from './done.ts';
import { clockStart, dueAt } from './draft-order.ts';
import { withoutChanges } from './marks.ts';
import { withGuestPromise } from './promise.ts';

/** A step of the kitchen's state, before it gets its version. */
export interface Move {
  order: Order;
  event: OrderEvent | null;
  effects: OrderEffect[];
}

/**
 * Shows an order for the first time. Old news is kept but does not ring.
 * @param notBefore the shop's time of the last state known in which it was not yet placed
 */
export function release(order: Order, closedInShop: boolean, notBefore: number | null, context: DecisionContext): Move {
  const { now, rules } = context;
  const arrivedLate = isOldNews(order, context);
  const clockAt = clockStart(order.times, notBefore, now);
  const released: Order = {
    ...order,
    status: 'new',
    statusAt: now,
    closedInShop,
    arrivedLate,
    clockAt,
    dueAt: dueAt(order.promisedAt, clockAt, rules),
    times: { ...order.times, arrivedAt: now, releasedAt: now },
  };
  return {
    order: { ...released, promises: withGuestPromise(released, now) },
    event: { type: 'arrived', at: now, actor: 'shop', detail: { arrivedLate, shopStatus: order.shop.status } },
    effects: arrivedLate ? [] : [{ type: 'alert', reason: 'new' }],
  };
}

/**
 * Whether an order was placed too long ago to ring, and is not for later. It counts when Kasera first heard of it: a
 * bank transfer that comes in days later is news, since the kitchen's order begins with it.
 */
function isOldNews({ times, promisedAt }: Order, { now, rules }: DecisionContext): boolean {
  const forLater = promisedAt !== null && promisedAt > now;
  return !forLater && times.placedAt !== null && times.arrivedAt - times.placedAt > rules.oldOrderMs;
}

/** An order that was already closed when its first "cook" came: history only, nobody is disturbed. */
export function hideAsCancelled(order: Order, shopStatus: string, now: number): Move {
  return {
    order: cancelled({ ...order, status: 'new' }, 'shop', shopStatus, now),
    event: { type: 'cancelled', at: now, actor: 'shop', detail: { shopStatus, shown: false } },
    effects: [],
  };
}

/** It was closed already: only what the shop calls it may be another word. */
export function cancelAgain(order: Order, shopStatus: string): Move {
  const { cancellation } = order;
  const renamed = cancellation?.by === 'shop' && cancellation.reason !== shopStatus;
  const kept = renamed ? { ...order, cancellation: { ...cancellation, reason: shopStatus } } : order;
  return { order: kept, event: null, effects: [] };
}

/** The shop closed it: gone with a trace before cooking, a STOP while cooking or ready, silence after. */
export function cancelByShop(order: Order, shopStatus: string, now: number): Move {
  const detail = { shopStatus, was: order.status };
  if (order.status === 'cancelled') return { order, event: null, effects: [] };
  if (order.status === 'completed') {
    return { order, event: { type: 'changed', at: now, actor: 'shop', detail }, effects: [] };
  }
  return {
    order: cancelled(order, 'shop', shopStatus, now),
    event: { type: 'cancelled', at: now, actor: 'shop', detail },
    effects: [{ type: 'quiet', reason: 'cancelled' }],
  };
}

/**
 * The order as cancelled; with a STOP to be seen wherever somebody may be cooking or holding it. What waits in Later
 * nobody has begun, and it is on no station's screen: it is gone with a trace.
 * @param actedAt when somebody said so, which may be before `now`, when it is known
 */
export function cancelled(
  order: Order,
  by: 'shop' | 'kitchen',
  reason: string,
  now: number,
  actedAt: number = now,
): Order {
  const { status: was } = order;
  const isAccepted = was === 'acknowledged' || was === 'preparing' || was === 'ready';
  // By now, not by the press: one that came to the board while the word was on its way may have been begun there.
  const inHand = isAccepted && !isLater(order, now);
  return {
    ...(inHand ? order : withoutChanges(order)),
    status: 'cancelled',
    statusAt: now,
    closedInShop: false,
    arrivedLate: false,
    cancellation: { at: actedAt, by, reason, was },
    stop: inHand ? { at: now, was } : null,
    times: { ...order.times, cancelledAt: actedAt },
  };
}

/** Back from a cancellation: an unseen STOP never happened; what nobody cooks any more starts anew. */
export function comeBack(order: Order, closedInShop: boolean, context: DecisionContext): Move {
  const { now } = context;
  const times = { ...order.times, cancelledAt: null };
  const event: OrderEvent = { type: 'restored', at: now, actor: 'shop', detail: { stopSeen: order.stop === null } };
  if (order.stop) {
    const { was } = order.stop;
    return {
      order: { ...order, status: was, statusAt: now, stop: null, cancellation: null, closedInShop, times },
      event,
      effects: [],
    };
  }
  const anew = startAnew(order, closedInShop, context);
  return { order: anew, event, effects: anew.arrivedLate ? [] : [{ type: 'alert', reason: 'restored' }] };
}

function startAnew(order: Order, closedInShop: boolean, context: DecisionContext): Order {
  const { now, rules } = context;
  const { finished: _finished, seenAt: _seen, rush: _rush, fireAt: _fire, ...untouched } = withoutChanges(order);
  const anew: Order = {
    ...untouched,
    status: 'new',
    statusAt: now,
    restored: true,
    closedInShop,
    cancellation: null,
    beforeReady: null,
    clockAt: now,
    promisedAt: order.guestPromisedAt,
    dueAt: dueAt(order.guestPromisedAt, now, rules),
    times: {
      ...order.times,
      releasedAt: order.times.releasedAt ?? now,
      acknowledgedAt: null,
      firstTouchAt: null,
      readyAt: null,
      completedAt: null,
      cancelledAt: null,
    },
  };
  return {
    ...anew,
    arrivedLate: isOldNews(anew, context),
    items: anew.items.map(withoutDone),
    promises: withGuestPromise(anew, now),
  };
}

/** The shop's "completed" never takes away a ticket that is not bumped: shops complete by themselves. */
export function completeByShop(order: Order, now: number): Move {
  if (order.status === 'ready') return complete(order, 'shop', now, now);
  if (order.status === 'completed' || order.status === 'cancelled') return { order, event: null, effects: [] };
  return {
    order: { ...order, closedInShop: true },
    event: { type: 'closed-in-shop', at: now, actor: 'shop', detail: {} },
    effects: [],
  };
}

/** Hands it over; then nothing on it waits to be seen any more. */
export function complete(order: Order, actor: Actor, actedAt: number, now: number): Move {
  return {
    order: {
      ...withoutChanges(order),
      status: 'completed',
      statusAt: now,
      closedInShop: false,
      times: { ...order.times, completedAt: actedAt },
    },
    event: { type: 'completed', at: actedAt, actor, detail: {} },
    effects: [],
  };
}
