import { hasUnseenChangeFor } from '@kasera/shared/decide/marks.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';

/** What is true of an order and said in a word under its header. */
export type StandingMark =
  'test' | 'changed' | 'restored' | 'closedInShop' | 'collect' | 'unpaid' | 'unpaidAgain' | 'partialRefund';

/** The marks of an order on a screen, in their order. A STOP says that it stops and why: of the rest only that it is a test. */
export function standingMarks(order: Order, viewer: Viewer): StandingMark[] {
  if (order.stop) return order.test ? ['test'] : [];
  const marks: [boolean, StandingMark][] = [
    [order.test, 'test'],
    [hasUnseenChangeFor(order, viewer), 'changed'],
    [order.restored, 'restored'],
    [order.closedInShop, 'closedInShop'],
    [order.payment === 'collect', 'collect'],
    [order.payment === 'unpaid' && !order.unpaidAgain, 'unpaid'],
    [order.unpaidAgain, 'unpaidAgain'],
    [order.partialRefund, 'partialRefund'],
  ];
  return marks.filter(([holds]) => holds).map(([, mark]) => mark);
}
