import type { Order, ShopSignal } from '../order.ts';
import type { Change, OrderEvent, SignalContext, Unchanged } from './decision.ts';
import { finish, sameOrder } from './finish.ts';
import { withFireMoved } from './later.ts';
import { withOpenParts, withSomePartOpen } from './open-parts.ts';
import { withRoute } from './route.ts';

type Routed = Extract<ShopSignal, { type: 'routed' }>;

/**
 * Catalogue or settings send its lines elsewhere. What is done stays done, and the parts that were bumped stay in the
 * order's history; a station that gets open work is not finished any more.
 */
export function decideRouted(
  current: Order | null,
  { routes }: Routed,
  context: SignalContext,
): Change | Unchanged<Order | null> {
  if (!current) return { type: 'unchanged', order: null, reason: 'an order Kasera does not know' };
  const items = current.items.map((item) => (Object.hasOwn(routes, item.id) ? withRoute(item, routes[item.id]) : item));
  const moved = withFireMoved({ ...current, items }, context.now, context.rules);
  const order = withSomePartOpen(withOpenParts(moved), context.rules);
  if (sameOrder(current, order)) return { type: 'unchanged', order: current, reason: 'goes where it went' };
  const event: OrderEvent | null =
    current.status === 'unreleased' ? null : { type: 'routed', at: context.now, actor: 'kasera', detail: {} };
  return finish(current, { order, event, effects: [] }, context.now);
}
