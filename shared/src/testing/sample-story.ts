import type { Command } from '../command.ts';
import { decideCommand } from '../decide/command.ts';
import { decideSignal } from '../decide/signal.ts';
import type { Order, OrderSnapshot, ShopSignal } from '../order.ts';
import { deepFreeze, sampleContext, sampleSignal } from './sample-signal.ts';

/** A command as a script gives it: without what a screen saw. */
export type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> & { id?: string } : never) : never;

export function sampleCommand(wish: Wish): Command {
  return { id: `press-${wish.type}`, ...wish };
}

/** Tells the order something; what changed nothing answers the same order. */
export function tell(order: Order | null, signal: ShopSignal, context = sampleContext()): Order {
  const told = decideSignal(deepFreeze(order), deepFreeze(signal), context).order;
  if (!told) throw new Error('the signal made no order');
  return told;
}

/** Carries out a press that must be allowed. */
export function press(order: Order, wish: Wish, context = sampleContext()): Order {
  const decision = decideCommand(deepFreeze(order), sampleCommand(wish), context);
  if (decision.type !== 'changed') throw new Error(`${wish.type} came to ${JSON.stringify(decision)}`);
  return decision.order;
}

/** The places an order can stand in; `stop` was cancelled by the shop while preparing, `stop-ready` while ready. */
export const stages = [
  'unreleased',
  'new',
  'acknowledged',
  'preparing',
  'ready',
  'completed',
  'cancelled',
  'stop',
  'stop-ready',
] as const;
export type Stage = (typeof stages)[number];

/**
 * An order that has come to a stage in the usual way; everything of the shop happened by its second 9.
 * @param parts what the shop says of it; two dishes, `i1` and `i2`, unless it says other ones
 */
export function orderAt(stage: Stage, parts: Partial<OrderSnapshot> = {}): Order {
  const cancelled = sampleSignal({ ...parts, shopStatus: 'cancelled', second: 9 });
  const before = (earlier: Stage) => orderAt(earlier, parts);
  switch (stage) {
    case 'unreleased':
      return tell(null, sampleSignal({ ...parts, shopStatus: 'pending' }));
    case 'new':
      return tell(null, sampleSignal({ ...parts, second: 1 }));
    case 'acknowledged':
      return press(before('new'), { type: 'acknowledge' });
    case 'preparing':
      return press(before('acknowledged'), { type: 'item-done', itemId: 'i1' });
    case 'ready':
      return press(before('preparing'), { type: 'ready' });
    case 'completed':
      return press(before('ready'), { type: 'complete' });
    case 'cancelled':
      return tell(before('new'), cancelled);
    case 'stop':
      return tell(before('preparing'), cancelled);
    case 'stop-ready':
      return tell(before('ready'), cancelled);
  }
}
