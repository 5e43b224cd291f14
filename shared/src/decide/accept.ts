import type { Command } from '../command.ts';
import { busyMinutes } from '../kitchen.ts';
import type { Order, WriteBackWord } from '../order.ts';
import { isNothingToCook } from '../parts.ts';
import { did, refuseStep, tell, withSeen, type ActingContext } from './acting.ts';
import type { Refused } from './decision.ts';
import { fireTime, withFireAt } from './later.ts';
import type { Move } from './moves.ts';
import { madeReady } from './ready.ts';

type Acknowledge = Extract<Command, { type: 'acknowledge' }>;

/**
 * Somebody answers: with the guest's own time, the chosen minutes, or the suggested ones and what BUSY adds. One for
 * later waits until its time less the lead; one with nothing to cook is ready, for the counter to hand over.
 */
export function acknowledge(order: Order, command: Acknowledge, context: ActingContext): Move | Refused {
  if (order.status !== 'new') return refuseStep(order, 'accepted');
  const accepted = withAcceptance(order, command, context);
  const nothingToCook = isNothingToCook(accepted);
  const { promisedAt } = accepted;
  const move: Move = {
    ...did(accepted, 'acknowledged', context, nothingToCook ? { promisedAt, nothingToCook } : { promisedAt }),
    effects: [{ type: 'quiet', reason: 'answered' }],
  };
  if (!nothingToCook) return tell(move, 'accepted', command, context);
  const ready = withFireAt(madeReady(accepted, accepted, context), undefined);
  return tell({ ...move, order: ready }, stepToTell(accepted, context), command, context);
}

function withAcceptance(order: Order, command: Acknowledge, context: ActingContext): Order {
  const { actedAt, now, rules } = context;
  const minutes = command.readyInMinutes ?? rules.suggestedMinutes + busyMinutes(rules, actedAt);
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
  return withFireAt(accepted, order.guestPromisedAt === null ? undefined : fireTime(accepted, actedAt, rules));
}

/** Drinks for tonight are not announced as ready at noon; nor is a word lost where "ready" says nothing to the shop. */
function stepToTell({ fireAt }: Order, { writeBack }: ActingContext): WriteBackWord {
  const saysReady = writeBack && (writeBack.ready.status !== null || writeBack.ready.note !== 'none');
  return saysReady && fireAt === undefined ? 'ready' : 'accepted';
}
