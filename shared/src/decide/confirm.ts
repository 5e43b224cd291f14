import type { Command } from '../command.ts';
import type { Order } from '../order.ts';
import { isEveryPartFinished, isNothingToCook } from '../parts.ts';
import { did, isCooking, tell, type ActingContext } from './acting.ts';
import { hasUnseen, hasUnseenAt, withAllSeen, withSeenAt } from './marks.ts';
import type { Move } from './moves.ts';
import { madeReady } from './ready.ts';

type Confirm = Extract<Command, { type: 'confirm' }>;

/**
 * "Seen": by the stations a screen shows, or for everybody. Where the only dish still open was one taken off the order,
 * nothing is left to bump once that is seen: then this is the last word of the kitchen, and the order is ready.
 */
export function confirm(order: Order, command: Confirm, context: ActingContext): Move {
  const { stations, screen } = command;
  const seen = stations ? withSeenAt(order, stations) : withAllSeen(order, screen ?? '*');
  const detail = stations ? { stations: stations.join() } : {};
  const nothingLeft = isEveryPartFinished(seen) || isNothingToCook(seen);
  const isLast = isCooking(order.status) && !context.rules.expo && nothingLeft;
  if (!isLast) return did(seen, 'confirmed', context, detail);
  return tell(did(madeReady(seen, seen, context), 'ready', context, detail), 'ready', command, context);
}

/** Whether nothing on the order waits for that "seen". */
export function isConfirmed(order: Order, { stations, screen }: Confirm): boolean {
  return stations ? !hasUnseenAt(order, { screen: screen ?? '', stations }) : !hasUnseen(order, screen);
}
