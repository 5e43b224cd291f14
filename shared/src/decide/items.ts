import type { ItemChange, ItemOption, OrderItem, SnapshotItem } from '../order.ts';
import { isLive } from '../parts.ts';
import { withLevels } from './done.ts';
import { withRoute } from './route.ts';

export { isLive } from '../parts.ts';

/** What the shop's newest message makes of the lines of an order. */
export interface ItemsUpdate {
  /** The same array where nothing differs. */
  items: OrderItem[];
  /** What a cook would do differs: a line, its quantity, its name or its options. */
  dishesChanged: boolean;
  /** There is more to cook than before. */
  workAdded: boolean;
}

/**
 * Takes over the shop's lines. They are matched by the shop's line id; untouched ones keep their identity and their
 * done marks.
 * @param mark whether to mark what changed until somebody says it is seen
 */
export function mergeItems(held: OrderItem[], told: SnapshotItem[], mark: boolean): ItemsUpdate {
  const heldById = new Map(held.map((item) => [item.id, item]));
  const toldIds = new Set(told.map((item) => item.id));
  const gone = held.filter((item) => !toldIds.has(item.id));
  const items = told.map((item) => mergeItem(heldById.get(item.id), item, mark));
  if (mark) items.push(...gone.filter(isWorthStriking).map(struckThrough));
  const same = items.length === held.length && items.every((item, index) => item === held[index]);
  return {
    items: same ? held : items,
    dishesChanged: gone.some(isLive) || told.some((item) => !isSameDish(heldById.get(item.id), item)),
    workAdded: items.some((item) => openWork(item) > openWork(heldById.get(item.id))),
  };
}

/** A line of the shop as a ticket first shows it. */
export function freshItem(told: SnapshotItem, change: ItemChange | null): OrderItem {
  return { ...told, doneQuantity: 0, done: told.quantity <= 0, change };
}

function mergeItem(held: OrderItem | undefined, told: SnapshotItem, mark: boolean): OrderItem {
  if (!held) return freshItem(told, mark ? { type: 'added' } : null);
  if (isSameDish(held, told) && held.productId === told.productId && held.variationId === told.variationId) {
    return withRoute(held, told.route);
  }
  const change = mark ? itemChange(held, told) : null;
  const { doneQuantity, doneBy } = held;
  const next = { ...told, doneQuantity, ...(doneBy && { doneBy }), done: false, change };
  return withLevels(next, (_station, was) => (isSameWork(held, told) ? was : 0));
}

function isSameDish(held: OrderItem | undefined, told: SnapshotItem): boolean {
  return held !== undefined && isLive(held) && isSameWork(held, told) && held.quantity === told.quantity;
}

/** Whether what is cooked of the one is cooked of the other. */
function isSameWork(a: Pick<SnapshotItem, 'name' | 'options'>, b: SnapshotItem): boolean {
  return a.name === b.name && isSameOptions(a.options, b.options);
}

function isSameOptions(a: ItemOption[], b: ItemOption[]): boolean {
  return (
    a.length === b.length &&
    a.every((option, index) => option.name === b[index]?.name && option.value === b[index]?.value)
  );
}

function openWork(item: OrderItem | undefined): number {
  return item ? item.quantity - item.doneQuantity : 0;
}

/** A line that came and went unseen leaves nothing, unless somebody has cooked of it. */
function isWorthStriking(item: OrderItem): boolean {
  return item.change?.type !== 'added' || item.doneQuantity > 0;
}

function struckThrough(item: OrderItem): OrderItem {
  if (!isLive(item)) return item;
  const { name, options, quantity: was } = lastSeen(item);
  const { doneBy: _done, ...line } = item;
  return { ...line, name, options, quantity: 0, doneQuantity: 0, done: true, change: { type: 'removed', was } };
}

/** Compared with what the kitchen last saw, so that a change taken back before anybody looked leaves no mark. */
function itemChange(held: OrderItem, told: SnapshotItem): ItemChange | null {
  if (held.change?.type === 'added') return held.change;
  const { name: wasName, options: was, quantity } = lastSeen(held);
  const wasQuantity = quantity === told.quantity ? {} : { wasQuantity: quantity };
  if (!isSameWork({ name: wasName, options: was }, told)) return { type: 'options', was, wasName, ...wasQuantity };
  return quantity === told.quantity ? null : { type: 'quantity', was: quantity };
}

/** The line as it stood when somebody last said they had seen it. */
function lastSeen(item: OrderItem): Pick<SnapshotItem, 'name' | 'options' | 'quantity'> {
  const { change, name, options, quantity } = item;
  if (change?.type === 'quantity' || change?.type === 'removed') return { name, options, quantity: change.was };
  if (change?.type === 'options') {
    return { name: change.wasName, options: change.was, quantity: change.wasQuantity ?? quantity };
  }
  return item;
}
