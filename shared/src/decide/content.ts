import type { ContentChange, Order, OrderSnapshot } from '../order.ts';
import type { DecisionContext } from './decision.ts';
import { mergeItems } from './items.ts';
import { withFireMoved } from './later.ts';
import { movePromise } from './promise.ts';

/** What the shop's newest message changes in an order's content. */
export interface ContentUpdate {
  order: Order;
  /** Anything at all differs. */
  changed: boolean;
  /** Dishes, or the note that goes with them: a command given on the older sight is refused. */
  dishesChanged: boolean;
  /** There is more to cook than before: a bumped ticket comes back. */
  workAdded: boolean;
}

/**
 * Takes over what the shop now says of dishes, note, kind, time, guest and money.
 * @param mark whether to mark what changed until somebody says it is seen (a ticket nobody looks at is just replaced)
 */
export function applyContent(
  order: Order,
  snapshot: OrderSnapshot,
  mark: boolean,
  context: DecisionContext,
): ContentUpdate {
  const { items, dishesChanged, workAdded } = mergeItems(order.items, snapshot.items, mark);
  const plain = plainContent(snapshot);
  const plainChanged = plainKeys.some((key) => !same(order[key], plain[key]));
  const promiseMoved = order.guestPromisedAt !== snapshot.promisedAt;
  if (items === order.items && !plainChanged && !promiseMoved) {
    return { order, changed: false, dishesChanged: false, workAdded: false };
  }
  const changed = mark ? markContent(order, snapshot) : order.changed;
  const moved = movePromise({ ...order, ...plain, items, changed }, snapshot.promisedAt, context);
  const next = withFireMoved(moved, context.now, context.rules);
  return { order: next, changed: true, dishesChanged: dishesChanged || order.note !== snapshot.note, workAdded };
}

const plainKeys = [
  'number',
  'kind',
  'note',
  'place',
  'payment',
  'total',
  'currency',
  'customerId',
  'partialRefund',
  'guest',
] as const;

function plainContent(snapshot: OrderSnapshot): Pick<Order, (typeof plainKeys)[number]> {
  const { number, kind, note, place, payment, total, currency, customerId, partialRefund, guest } = snapshot;
  return { number, kind, note, place, payment, total, currency, customerId, partialRefund, guest };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function markContent(order: Order, snapshot: OrderSnapshot): ContentChange | null {
  const noteWas = order.changed?.note?.was ?? order.note;
  const kindWas = order.changed?.kind?.was ?? order.kind;
  const promiseWas = order.changed?.promise ? order.changed.promise.was : order.guestPromisedAt;
  const changed: ContentChange = {
    ...(noteWas !== snapshot.note && { note: { was: noteWas } }),
    ...(kindWas !== snapshot.kind && { kind: { was: kindWas } }),
    ...(promiseWas !== snapshot.promisedAt && { promise: { was: promiseWas } }),
  };
  return Object.keys(changed).length > 0 ? changed : null;
}
