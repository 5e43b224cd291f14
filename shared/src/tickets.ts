import { hasUnseenChange, isNoteSeen } from './decide/command.ts';
import type { Order } from './order.ts';

/** Where a screen shows an order. `none`: it is not for the kitchen. */
export type TicketList = 'new' | 'cooking' | 'stop' | 'done' | 'left-open' | 'none';

/** Open for longer than this: it was forgotten, not cooked. */
export const leftOpenAfterMs = 12 * 3_600_000;

/**
 * Tells which list an order stands in.
 * @param now epoch milliseconds by the server's clock
 */
export function listOf(order: Order, now: number): TicketList {
  switch (order.status) {
    case 'unreleased':
      return 'none';
    case 'cancelled':
      if (!order.stop) return 'done';
      return now - order.stop.at > leftOpenAfterMs ? 'left-open' : 'stop';
    case 'ready':
    case 'completed':
      return 'done';
    case 'new':
      return isLeftOpen(order, now) ? 'left-open' : 'new';
    case 'acknowledged':
    case 'preparing':
      return isLeftOpen(order, now) ? 'left-open' : 'cooking';
  }
}

/**
 * Whether an open order belongs on the "left open" list rather than the board: old news that arrived without
 * ringing, or 12 hours have passed since it was placed, since the time its guest chose and since it was accepted.
 */
export function isLeftOpen(order: Order, now: number): boolean {
  if (order.arrivedLate && order.status === 'new') return true;
  const since = Math.max(order.clockAt, order.guestPromisedAt ?? 0, order.times.acknowledgedAt ?? 0);
  return now - since > leftOpenAfterMs;
}

/** The order of time: the promise, else placed + usual time; then who came first. */
export function byDueAt(a: Order, b: Order): number {
  return a.dueAt - b.dueAt || a.clockAt - b.clockAt || (a.id < b.id ? -1 : 1);
}

/** The last finished first; handing it over, or taking that back, moves nothing under the finger. */
export function byDone(a: Order, b: Order): number {
  return finishedAt(b) - finishedAt(a) || (a.id < b.id ? 1 : -1);
}

function finishedAt({ status, statusAt, times }: Order): number {
  return status === 'cancelled' ? statusAt : (times.readyAt ?? statusAt);
}

export interface Urgency {
  state: 'calm' | 'soon' | 'late' | 'new' | 'stop';
  /** Left until the promise (calm, soon), past it (late), waiting (new), since the cancellation (stop). */
  minutes: number;
}

const minuteMs = 60_000;
/** Without a promise a ticket ages: soon at 8 minutes, late at 15. */
const unpromised = { soonAfterMs: 8 * minuteMs, lateAfterMs: 15 * minuteMs };
const soonMs = 5 * minuteMs;
const soonShare = 0.3;
/** A wish for tonight is not "soon" for hours: 30 % of at most this. */
const longestSpanMs = 60 * minuteMs;

/**
 * How pressing an order is, and the figure of its clock. `in 1` means up to one minute left; it turns late with the
 * first moment past its promise, which is `LATE 1`.
 */
export function urgency(order: Order, now: number): Urgency {
  if (order.stop) return { state: 'stop', minutes: wholeMinutes(now - order.stop.at) };
  if (order.status === 'new') return { state: 'new', minutes: wholeMinutes(now - order.clockAt) };
  const promisedAt = order.promisedAt ?? order.clockAt + unpromised.lateAfterMs;
  const leftMs = promisedAt - now;
  if (leftMs < 0) return { state: 'late', minutes: Math.ceil(-leftMs / minuteMs) };
  return { state: leftMs <= soonWithin(order, promisedAt) ? 'soon' : 'calm', minutes: Math.ceil(leftMs / minuteMs) };
}

function soonWithin(order: Order, promisedAt: number): number {
  if (order.promisedAt === null) return unpromised.lateAfterMs - unpromised.soonAfterMs;
  const startedAt = order.promises.at(-1)?.at ?? order.times.acknowledgedAt ?? order.clockAt;
  const spanMs = Math.min(Math.max(0, promisedAt - startedAt), longestSpanMs);
  return Math.max(soonMs, spanMs * soonShare);
}

/** How far an unanswered ticket has aged: 1 from 8 minutes on, 2 from 15, 3 from 25. */
export function ageStep(waitingMinutes: number): 0 | 1 | 2 | 3 {
  if (waitingMinutes >= 25) return 3;
  if (waitingMinutes >= 15) return 2;
  return waitingMinutes >= 8 ? 1 : 0;
}

function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / minuteMs));
}

/** What the one bar of a ticket does now; `none`: nothing is left to do on the board. */
export type TicketAction = 'accept' | 'ready' | 'change-seen' | 'note-seen' | 'stop-seen' | 'none';

/**
 * The next step of a ticket on one screen. What changed has to be seen before it can be bumped.
 * @param screen the id of the screen that asks: notes are confirmed per screen
 */
export function nextAction(order: Order, screen: string): TicketAction {
  if (order.stop) return 'stop-seen';
  if (order.status === 'new') return 'accept';
  if (order.status !== 'acknowledged' && order.status !== 'preparing') return 'none';
  if (hasUnseenChange(order)) return 'change-seen';
  if (order.kitchenNotes.some((note) => !isNoteSeen(note.seenBy, screen))) return 'note-seen';
  return 'ready';
}
