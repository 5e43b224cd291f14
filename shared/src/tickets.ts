import { hasUnseenChangeFor, isNoteSeenBy, isSeenAt } from './decide/marks.ts';
import { usualSetup, type KitchenSetup } from './kitchen.ts';
import type { Order } from './order.ts';
import { hasPart, isPartFinished, showsAll, standsInFor, type Viewer } from './parts.ts';

/** Where a screen shows an order. `none`: it is not for the kitchen, or nothing on it is for that screen. */
export type TicketList = 'new' | 'cooking' | 'stop' | 'later' | 'done' | 'left-open' | 'none';

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
      if (isLater(order, now)) return 'later';
      return isLeftOpen(order, now) ? 'left-open' : 'cooking';
    case 'preparing':
      return isLeftOpen(order, now) ? 'left-open' : 'cooking';
  }
}

/** Accepted, and not yet to be begun: it waits in Later until its promise less the lead time ([BO5]). */
export function isLater(order: Pick<Order, 'status' | 'fireAt'>, now: number): boolean {
  return order.status === 'acknowledged' && order.fireAt !== undefined && now < order.fireAt;
}

/**
 * Tells which list an order stands in on one screen: a station's has only what it has a part in, and there a bumped
 * part is done though the order is not. What needs no cooking is for the counter and for screens that show everything; where none is live, every
 * screen stands in for it.
 */
export function listFor(order: Order, now: number, viewer: Viewer): TicketList {
  const list = listOf(order, now);
  if (list === 'none' || showsAll(viewer)) return list === 'stop' && isSeenAt(order, viewer) ? 'done' : list;
  if (standsInFor(order, viewer)) return list;
  if (!hasPart(order, viewer)) return 'none';
  if (list === 'stop') return isSeenAt(order, viewer) ? 'done' : list;
  return (list === 'cooking' || list === 'left-open') && isPartFinished(order, viewer) ? 'done' : list;
}

/**
 * Whether an open order belongs on the "left open" list rather than the board: old news that arrived without
 * ringing, or 12 hours have passed since it was placed, since its time (the guest's, and the one in force) and since it was accepted.
 */
export function isLeftOpen(order: Order, now: number): boolean {
  if (order.arrivedLate && order.status === 'new') return true;
  const promisedAt = Math.max(order.guestPromisedAt ?? 0, order.promisedAt ?? 0);
  const since = Math.max(order.clockAt, promisedAt, order.times.acknowledgedAt ?? 0);
  return now - since > leftOpenAfterMs;
}

/** What is rushed first; then the order of time: the promise, else placed + usual time; then who came first. */
export function byDueAt(a: Order, b: Order): number {
  return (a.rush ? 0 : 1) - (b.rush ? 0 : 1) || a.dueAt - b.dueAt || a.clockAt - b.clockAt || (a.id < b.id ? -1 : 1);
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
const soonShare = 0.3;
/** A wish for tonight is not "soon" for hours: 30 % of at most this. */
const longestSpanMs = 60 * minuteMs;

type ByKind = Pick<KitchenSetup, 'thresholds'>;

/**
 * How pressing an order is, and the figure of its clock. `in 1` means up to one minute left; it turns late with the
 * first moment past its promise, which is `LATE 1`.
 * @param setup the kitchen's thresholds for each kind of order
 */
export function urgency(order: Order, now: number, setup: ByKind = usualSetup): Urgency {
  if (order.stop) return { state: 'stop', minutes: wholeMinutes(now - order.stop.at) };
  if (order.status === 'new') return { state: 'new', minutes: wholeMinutes(now - order.clockAt) };
  const [, lateAge] = setup.thresholds[order.kind].ages;
  const promisedAt = order.promisedAt ?? order.clockAt + lateAge * minuteMs;
  const leftMs = promisedAt - madeAt(order, now);
  if (leftMs < 0) return { state: 'late', minutes: Math.ceil(-leftMs / minuteMs) };
  const state = leftMs <= soonWithin(order, promisedAt, setup) ? 'soon' : 'calm';
  return { state, minutes: Math.ceil(leftMs / minuteMs) };
}

/** Until when it counts: what is ready is as late as it was when it became so. */
function madeAt({ status, times }: Order, now: number): number {
  return (status === 'ready' || status === 'completed') && times.readyAt !== null ? times.readyAt : now;
}

function soonWithin(order: Order, promisedAt: number, { thresholds }: ByKind): number {
  const { soon, ages } = thresholds[order.kind];
  if (order.promisedAt === null) return (ages[1] - ages[0]) * minuteMs;
  const startedAt = order.promises.at(-1)?.at ?? order.times.acknowledgedAt ?? order.clockAt;
  const spanMs = Math.min(Math.max(0, promisedAt - startedAt), longestSpanMs);
  return Math.max(soon * minuteMs, spanMs * soonShare);
}

/** How far an unanswered ticket has aged: 1 from the first of the ages on (8 minutes), 2 and 3 from the others. */
export function ageStep(
  waitingMinutes: number,
  [first, second, third]: readonly [number, number, number] = usualSetup.thresholds.unknown.ages,
): 0 | 1 | 2 | 3 {
  if (waitingMinutes >= third) return 3;
  if (waitingMinutes >= second) return 2;
  return waitingMinutes >= first ? 1 : 0;
}

function wholeMinutes(ms: number): number {
  return Math.max(0, Math.floor(ms / minuteMs));
}

/** What the one bar of a ticket does now; `none`: nothing is left to do on the board. */
export type TicketAction = 'accept' | 'ready' | 'change-seen' | 'note-seen' | 'stop-seen' | 'none';

/** The next step of a ticket on one screen. What changed has to be seen before it can be bumped. */
export function nextAction(order: Order, viewer: Viewer): TicketAction {
  if (order.stop) return isSeenAt(order, viewer) ? 'none' : 'stop-seen';
  if (order.status === 'new') return 'accept';
  if (order.status !== 'acknowledged' && order.status !== 'preparing') return 'none';
  if (hasUnseenChangeFor(order, viewer)) return 'change-seen';
  if (order.kitchenNotes.some((note) => !isNoteSeenBy(note.seenBy, viewer))) return 'note-seen';
  return isPartFinished(order, viewer) ? 'none' : 'ready';
}
