import { expoStation } from '../kitchen.ts';
import type { Command } from '../command.ts';
import type { FinishedPart, Order } from '../order.ts';
import {
  doneAt,
  finishedPart,
  hasPart,
  isEveryPartFinished,
  isLive,
  isPartFinished,
  isUnclaimed,
  partStations,
  stationsOf,
} from '../parts.ts';
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
import type { Refused } from './decision.ts';
import { doneQuantities, withDone } from './done.ts';
import { hadSeenAll, withChangesSeenAt } from './marks.ts';
import type { Move } from './moves.ts';

type Ready = Extract<Command, { type: 'ready' }>;

/** The stations whose part a press means; undefined: the whole order, as on Expo. */
export function pressedStations({ stations }: { stations?: readonly string[] | undefined }): string[] | undefined {
  return stations && !stations.includes(expoStation) ? [...stations] : undefined;
}

/**
 * A bump: the whole order, or the part of the stations a screen shows and with it every line on that ticket. The last
 * part makes the order ready, unless the kitchen has an Expo to say so.
 */
export function bump(order: Order, command: Ready, context: ActingContext): Move | Refused {
  const { status } = order;
  if (status === 'new') return refuse('not-allowed', 'Accept the order first.');
  if (!isCooking(status)) return refuseStep(order, 'made ready');
  const stations = pressedStations(command);
  if (!stations) return bumpWhole(order, command, context);
  const seen = hadSeenAll(order, command.version) ? withChangesSeenAt(order, stations) : order;
  const bumped = withFinished(seen, stations, context.actedAt);
  if (!context.rules.expo && isEveryPartFinished(bumped)) {
    const ready = madeReady(withSeen(bumped, command.version), order, context);
    return tell(did(ready, 'ready', context, { stations: stations.join() }), 'ready', command, context);
  }
  const times = touched(order, context);
  const going: Order =
    status === 'preparing' ? { ...bumped, times } : { ...bumped, times, status: 'preparing', statusAt: context.now };
  return did(going, 'part-ready', context, { stations: stations.join() });
}

/** Whether those stations have nothing (more) to bump on it, whatever became of the order since. */
export function isBumped(order: Order, command: Ready): boolean {
  const stations = pressedStations(command);
  if (!stations || !isAccepted(order.status)) return false;
  return isPartFinished(order, { stations }) || !hasPart(order, { stations });
}

function bumpWhole(order: Order, command: Ready, context: ActingContext): Move {
  const seen = withSeen(order, command.version);
  const parts = partStations(seen);
  const bumped = parts.length > 0 ? withFinished(seen, parts, context.actedAt) : seen;
  return tell(did(madeReady(bumped, seen, context), 'ready', context), 'ready', command, context);
}

/**
 * Everything on it done, for the counter.
 * @param found the order as the press found it: a recall goes back there
 */
export function madeReady(order: Order, found: Order, context: ActingContext): Order {
  const status = isCooking(found.status) ? found.status : 'preparing';
  return {
    ...order,
    status: 'ready',
    statusAt: context.now,
    closedInShop: false,
    beforeReady: { status, done: doneQuantities(found) },
    items: order.items.map((item) => withDone(item, true)),
    times: { ...touched(order, context), readyAt: context.actedAt },
  };
}

/** Those stations' parts bumped, and what nobody claims with them; what was done before is kept for a recall. */
function withFinished(order: Order, stations: readonly string[], at: number): Order {
  const own = partStations(order).filter((station) => stations.includes(station));
  // With no part in it a screen still bumps what nobody claims: that it did is kept under its stations.
  const meant = own.length > 0 ? own : stations;
  const open = meant.filter((station) => finishedPart(order, station) === undefined);
  const parts = Object.fromEntries(open.map((station) => [station, { at, before: doneBefore(order, station) }]));
  const items = order.items.map((item) => (isLive(item) ? doneOn(item, stations) : item));
  return { ...order, items, finished: { ...order.finished, ...parts } };
}

function doneOn(item: Order['items'][number], stations: readonly string[]): Order['items'][number] {
  const isOnTicket = isUnclaimed(item) || stationsOf(item).some((station) => stations.includes(station));
  return isOnTicket ? withDone(item, true, stations) : item;
}

function doneBefore({ items }: Order, station: string): FinishedPart['before'] {
  const onTicket = items.filter((item) => isLive(item) && (isUnclaimed(item) || stationsOf(item).includes(station)));
  return Object.fromEntries(
    onTicket.map((item) => [item.id, isUnclaimed(item) ? item.doneQuantity : doneAt(item, station)]),
  );
}
