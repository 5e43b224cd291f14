import type { Command } from '../command.ts';
import type { Order, OrderItem } from '../order.ts';
import { finishedPart, isHandOverOnly, isEveryPartFinished, isLive, isUnclaimed, partStations } from '../parts.ts';
import { did, isCooking, refuse, refuseStep, type ActingContext } from './acting.ts';
import type { Refused } from './decision.ts';
import { withLevels } from './done.ts';
import type { Move } from './moves.ts';
import { withFinishedOnly, withOpenParts } from './open-parts.ts';
import { pressedStations } from './ready.ts';
import { classOf } from './shop-status.ts';
import { withdrawing } from './telling.ts';

type Recall = Extract<Command, { type: 'recall' }>;

/** One step back, to what it was before; its place in the order of time never moved. */
export function recall(order: Order, command: Recall, context: ActingContext): Move | Refused {
  if (order.status === 'completed') return recallHandedOver(order, context);
  const stations = bumpedParts(order, pressedStations(command) ?? []);
  if (order.status === 'ready') return recallReady(order, stations, context);
  if (!isCooking(order.status) || stations.length === 0) return refuseStep(order, 'recalled');
  const before = (item: OrderItem) => levelsBefore(order, stations, item);
  const recalled = withReopened({ ...order, items: order.items.map(before) }, stations);
  return did(recalled, 'part-recalled', context, { stations: stations.join() });
}

/** Whether that recall has nothing to bring back: somebody else did. */
export function isRecalled(order: Order, command: Recall): boolean {
  if (command.from === 'completed') return ['new', 'acknowledged', 'preparing', 'ready'].includes(order.status);
  if (!isCooking(order.status)) return false;
  const stations = pressedStations(command);
  if (!stations) return command.from === 'ready';
  return bumpedParts(order, stations).length === 0;
}

/** Those of the stations that bumped something which is still on the order: their part, or what nobody claims. */
function bumpedParts(order: Order, stations: readonly string[]): string[] {
  const parts = partStations(order);
  const unclaimed = order.items.filter((item) => isLive(item) && isUnclaimed(item));
  return stations.filter((station) => {
    const part = finishedPart(order, station);
    if (!part) return false;
    const isTheirs = parts.length === 0 || parts.includes(station);
    return isTheirs || unclaimed.some(({ id }) => Object.hasOwn(part.before, id));
  });
}

/**
 * From ready it comes back on the stations that called it, the others' parts staying as they were bumped; called by
 * nobody in particular, on every station that had a part.
 */
function recallReady(order: Order, stations: readonly string[], context: ActingContext): Move {
  const whole = stations.length === 0;
  const parts = whole ? Object.keys(order.finished ?? {}) : stations;
  const found = new Map(Object.entries(order.beforeReady?.done ?? {}));
  const items = order.items.map((item) => {
    if (isHandOverOnly(item)) return withLevels(item, () => found.get(item.id) ?? 0);
    return levelsBefore(order, parts, item, whole ? (found.get(item.id) ?? 0) : undefined);
  });
  const recalled = withReopened({ ...order, items }, parts);
  // What they bumped nobody has to make any more: it is the order that is called back.
  if (!whole && isEveryPartFinished(recalled)) return recallReady(order, [], context);
  const status = recalled.finished ? 'preparing' : (order.beforeReady?.status ?? 'preparing');
  const times = { ...order.times, readyAt: null };
  const back: Order = { ...recalled, status, statusAt: context.now, beforeReady: null, times };
  const detail = whole ? { from: 'ready' } : { from: 'ready', stations: stations.join() };
  return withdrawing(did(back, 'recalled', context, detail), 'recalled', context.now);
}

/**
 * The line as those stations' bumps found it.
 * @param otherwise what was done of it where no bump tells; undefined: it stays as it is
 */
function levelsBefore(order: Order, stations: readonly string[], item: OrderItem, otherwise?: number): OrderItem {
  if (!isLive(item) || isHandOverOnly(item)) return item;
  const found = new Map(
    stations.map((station) => [
      station,
      new Map(Object.entries(finishedPart(order, station)?.before ?? {})).get(item.id),
    ]),
  );
  return withLevels(item, (station, was) => {
    if (station !== null) return found.get(station) ?? otherwise ?? was;
    const known = [...found.values(), otherwise].filter((level) => level !== undefined);
    return Math.min(was, ...known);
  });
}

function withReopened(order: Order, stations: readonly string[]): Order {
  const isNobodys = partStations(order).length === 0;
  return withOpenParts(withFinishedOnly(order, (station) => !isNobodys && !stations.includes(station)));
}

/** What the shop cancelled after it was handed over is history: recalled, it would be a ticket without a STOP. */
function recallHandedOver(order: Order, context: ActingContext): Move | Refused {
  const { standing } = order.shop;
  if (standing && classOf(standing.status, context.rules) === 'closed') {
    return refuse('not-allowed', 'The shop cancelled this order after it was handed over.');
  }
  if (order.notClosed) return takeOut(order, context);
  const times = { ...order.times, completedAt: null };
  const recalled: Order = { ...order, status: 'ready', statusAt: context.now, times };
  return withdrawing(did(recalled, 'recalled', context, { from: 'completed' }), 'recalled', context.now);
}

/** What was put away at the day's end goes back to where it stood; unanswered, it rings again. */
function takeOut({ notClosed: _was, ...order }: Order, context: ActingContext): Move {
  const { readyAt, acknowledgedAt } = order.times;
  const cooking = order.beforeReady?.status ?? 'preparing';
  const status = readyAt !== null ? 'ready' : acknowledgedAt !== null ? cooking : 'new';
  const out: Order = {
    ...order,
    status,
    statusAt: context.now,
    beforeReady: status === 'ready' ? order.beforeReady : null,
    times: { ...order.times, completedAt: null },
  };
  const move = did(out, 'recalled', context, { from: 'completed' });
  return status === 'new' ? { ...move, effects: [{ type: 'alert', reason: 'restored' }] } : move;
}
