import type { CommandDecision } from '../decide/command.ts';
import type { Change, Unchanged } from '../decide/decision.ts';
import { hasUnseenChange } from '../decide/marks.ts';
import type { Order } from '../order.ts';

/**
 * A decision in the words of the tables in `shared/SPEC.md`: `=` nothing changed, `✗` refused, `noted` no screen is
 * told, else the status, its marks, and whether it rings or falls quiet.
 */
export function outcomeOf(held: Order | null, decision: CommandDecision | Change | Unchanged<Order | null>): string {
  if (decision.type === 'refused') return '✗';
  if (decision.type === 'unchanged') return decision.order === held ? '=' : 'another object without a change';
  const { order, event, effects } = decision;
  if (!event && order.status !== 'unreleased') return 'noted';
  const outside = effects.map((effect) => (effect.type === 'alert' ? ' · rings' : ' · quiet'));
  return [[order.status, ...marksOf(order)].join(' + '), ...outside].join('');
}

function marksOf(order: Order): string[] {
  const marks: [string, boolean][] = [
    ['STOP', order.stop !== null],
    ['closed in shop', order.closedInShop],
    ['restored', order.restored],
    ['unpaid', order.unpaidAgain],
    ['late', order.arrivedLate],
    ['changed', hasUnseenChange(order)],
  ];
  return marks.filter(([, isOn]) => isOn).map(([name]) => name);
}
