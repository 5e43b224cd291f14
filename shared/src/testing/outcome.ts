import type { CommandDecision } from '../decide/command.ts';
import type { Change, Unchanged } from '../decide/decision.ts';
import { hasUnseenChange } from '../decide/marks.ts';
import type { Order } from '../order.ts';
import type { OrderEffect } from '../order-change.ts';

/**
 * A decision in the words of the tables in `shared/SPEC.md`: `=` nothing changed, `✗` refused, `noted` no screen is
 * told, else the status, its marks, and whether it rings or falls quiet.
 */
export function outcomeOf(held: Order | null, decision: CommandDecision | Change | Unchanged<Order | null>): string {
  if (decision.type === 'refused') return '✗';
  if (decision.type === 'unchanged') return decision.order === held ? '=' : 'another object without a change';
  const { order, event, effects } = decision;
  if (!event && order.status !== 'unreleased') return 'noted';
  const outside = effects.map((effect) => effectWords[effect.type]);
  return [[order.status, ...marksOf(order)].join(' + '), ...outside].join('');
}

const effectWords: Record<OrderEffect['type'], string> = {
  alert: ' · rings',
  quiet: ' · quiet',
  'tell-shop': ' · tells',
  'untell-shop': ' · untells',
};

function marksOf(order: Order): string[] {
  const marks: [string, boolean][] = [
    ['STOP', order.stop !== null],
    ['closed in shop', order.closedInShop],
    ['restored', order.restored],
    ['unpaid', order.unpaidAgain],
    ['late', order.arrivedLate],
    ['changed', hasUnseenChange(order)],
    ['conflict', order.shopConflict !== undefined],
    ['telling', order.telling !== undefined],
  ];
  return marks.filter(([, isOn]) => isOn).map(([name]) => name);
}
