import type { Command } from '../command.ts';
import type { Order, OrderItem } from '../order.ts';
import { concerns, doneAt, isDoneFor, isLive, stationsOf } from '../parts.ts';
import { did, isAccepted, isCooking, refuse, refuseStep, touched, type ActingContext } from './acting.ts';
import type { Refused } from './decision.ts';
import { withDone } from './done.ts';
import type { Move } from './moves.ts';
import { withOpenParts } from './open-parts.ts';
import { pressedStations } from './ready.ts';

type Tick = Extract<Command, { type: 'item-done' | 'item-undone' }>;

/** A dish marked done or not done: the whole of it, or the share of the stations a screen shows. */
export function tick(order: Order, command: Tick, context: ActingContext): Move | Refused {
  const { type, itemId } = command;
  if (!isCooking(order.status)) {
    return order.status === 'new' ? refuse('not-allowed', 'Accept the order first.') : refuseStep(order, 'ticked');
  }
  const ticked = itemOf(order, itemId);
  if (!ticked) return refuse('changed', 'That dish is not on the order any more.');
  const stations = pressedStations(command);
  if (stations && !concerns(ticked, { stations })) return refuse('changed', 'That dish is for another station by now.');
  const done = type === 'item-done';
  const items = order.items.map((item) => (item === ticked ? withDone(item, done, stations) : item));
  const next = withOpenParts({ ...order, items, times: touched(order, context) });
  const moved: Order =
    done && order.status === 'acknowledged' ? { ...next, status: 'preparing', statusAt: context.now } : next;
  return did(moved, type, context, stations ? { itemId, stations: stations.join() } : { itemId });
}

/** Whether the dish is as that press wants it already. */
export function isTicked(order: Order, command: Tick): boolean {
  const item = itemOf(order, command.itemId);
  if (!item) return false;
  const stations = pressedStations(command);
  if (command.type === 'item-done') {
    return isAccepted(order.status) && (stations ? isDoneFor(item, { stations }) : item.done);
  }
  if (!isCooking(order.status) || item.doneQuantity > 0) return false;
  if (!stations) return item.doneBy === undefined;
  return stationsOf(item).every((station) => !stations.includes(station) || doneAt(item, station) === 0);
}

function itemOf(order: Order, itemId: string): OrderItem | undefined {
  return order.items.find((item) => item.id === itemId && isLive(item));
}
