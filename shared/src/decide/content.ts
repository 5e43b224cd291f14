import type { ContentChange, ItemChange, ItemOption, Order, OrderItem, OrderSnapshot, SnapshotItem } from '../order.ts';

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
export function applyContent(order: Order, snapshot: OrderSnapshot, mark: boolean): ContentUpdate {
  const { items, itemsChanged, workAdded } = mergeItems(order.items, snapshot.items, mark);
  const plain = plainContent(snapshot);
  const plainChanged = plainKeys.some((key) => !same(order[key], plain[key]));
  const promiseMoved = order.guestPromisedAt !== snapshot.promisedAt;
  if (!itemsChanged && !plainChanged && !promiseMoved) {
    return { order, changed: false, dishesChanged: false, workAdded: false };
  }
  const changed = mark ? markContent(order, snapshot) : order.changed;
  const next = movePromise({ ...order, ...plain, items, changed }, snapshot.promisedAt);
  return { order: next, changed: true, dishesChanged: itemsChanged || order.note !== snapshot.note, workAdded };
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

/** The guest's own time replaces every promise; without it the kitchen's last one holds again. */
function movePromise(order: Order, guestPromisedAt: number | null): Order {
  if (order.guestPromisedAt === guestPromisedAt) return order;
  const kitchens = order.promises.findLast((promise) => promise.by === 'kitchen')?.promisedAt ?? null;
  const promisedAt = guestPromisedAt ?? kitchens;
  return { ...order, guestPromisedAt, promisedAt, dueAt: promisedAt ?? order.dueAt };
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

interface ItemsUpdate {
  items: OrderItem[];
  itemsChanged: boolean;
  workAdded: boolean;
}

/** Lines are matched by the shop's line id; untouched ones keep their identity and their done marks. */
function mergeItems(held: OrderItem[], told: SnapshotItem[], mark: boolean): ItemsUpdate {
  const heldById = new Map(held.map((item) => [item.id, item]));
  const items = told.map((item) => mergeItem(heldById.get(item.id), item, mark));
  const toldIds = new Set(told.map((item) => item.id));
  for (const item of held)
    if (!toldIds.has(item.id) && mark && item.change?.type !== 'added') items.push(removed(item));
  const itemsChanged = items.length !== held.length || items.some((item, index) => item !== held[index]);
  const workAdded = items.some((item) => openWork(item) > openWork(heldById.get(item.id)));
  return { items: itemsChanged ? items : held, itemsChanged, workAdded };
}

function openWork(item: OrderItem | undefined): number {
  return item ? item.quantity - item.doneQuantity : 0;
}

function removed(item: OrderItem): OrderItem {
  if (item.change?.type === 'removed') return item;
  const was = item.change?.type === 'quantity' ? item.change.was : item.quantity;
  return { ...item, quantity: 0, doneQuantity: 0, done: true, change: { type: 'removed', was } };
}

function mergeItem(held: OrderItem | undefined, told: SnapshotItem, mark: boolean): OrderItem {
  if (!held) return { ...told, doneQuantity: 0, done: false, change: mark ? { type: 'added' } : null };
  const sameDish = held.name === told.name && sameOptions(held.options, told.options);
  if (sameDish && held.quantity === told.quantity && held.productId === told.productId) return held;
  const doneQuantity = sameDish ? Math.min(held.doneQuantity, told.quantity) : 0;
  const change = mark ? itemChange(held, told) : null;
  return { ...told, doneQuantity, done: doneQuantity >= told.quantity, change };
}

/** Compared with what the kitchen last saw, so that a change taken back before anybody looked leaves no mark. */
function itemChange(held: OrderItem, told: SnapshotItem): ItemChange | null {
  const unseen = held.change;
  if (unseen?.type === 'added') return unseen;
  const wasName = unseen?.type === 'options' ? unseen.wasName : held.name;
  const wasOptions = unseen?.type === 'options' ? unseen.was : held.options;
  if (wasName !== told.name || !sameOptions(wasOptions, told.options)) {
    return { type: 'options', was: wasOptions, wasName };
  }
  const was = unseen?.type === 'quantity' || unseen?.type === 'removed' ? unseen.was : held.quantity;
  return was === told.quantity ? null : { type: 'quantity', was };
}

function sameOptions(a: ItemOption[], b: ItemOption[]): boolean {
  return (
    a.length === b.length &&
    a.every((option, index) => option.name === b[index]?.name && option.value === b[index]?.value)
  );
}
