import { isLive } from '@kasera/shared/decide/items.ts';
import { isSeenAt } from '@kasera/shared/decide/marks.ts';
import { optionLine, type OptionLine } from '@kasera/shared/options.ts';
import type { ItemOption, Order, OrderItem } from '@kasera/shared/order.ts';
import {
  concerns,
  doneAt,
  isDoneFor,
  isHandOverOnly,
  showsAll,
  standsInFor,
  stationsOf,
  type Viewer,
} from '@kasera/shared/parts.ts';

/** One line of dishes on a ticket: an item of the order, or several that are the same to a cook. */
export interface Dish {
  key: string;
  /** At least one; the others differ from the first in nothing one would read. */
  items: readonly [OrderItem, ...OrderItem[]];
  quantity: number;
  /** How much of it this screen's stations have made. */
  doneQuantity: number;
  isDone: boolean;
  /** Nothing to cook: a drink. */
  isHandOver: boolean;
}

/**
 * The dishes of an order that are a screen's, equal ones merged. What the screen said it saw carries no mark of a
 * change any more, though another station may not have seen it yet.
 */
export function dishesFor(order: Order, viewer: Viewer): Dish[] {
  const seen = isSeenAt(order, viewer);
  const standsIn = standsInFor(order, viewer);
  const own = order.items.filter((item) => (standsIn || concerns(item, viewer)) && (!seen || isLive(item)));
  return merged(own.map((item) => dishOf(seen && item.change ? { ...item, change: null } : item, viewer)));
}

/** Some of it is made, not all. */
export function isPartlyDone({ doneQuantity, isDone }: Dish): boolean {
  return doneQuantity > 0 && !isDone;
}

/** Options as one would say them; equal ones once. */
export function optionLines(options: readonly ItemOption[]): OptionLine[] {
  const lines = options.flatMap((option) => optionLine(option) ?? []);
  return [...new Map(lines.map((line) => [`${line.sign} ${line.text}`, line])).values()];
}

function dishOf(item: OrderItem, viewer: Viewer): Dish {
  return {
    key: `item-${item.id}`,
    items: [item],
    quantity: item.quantity,
    doneQuantity: doneFor(item, viewer),
    isDone: isDoneFor(item, viewer),
    isHandOver: isHandOverOnly(item),
  };
}

function doneFor(item: OrderItem, viewer: Viewer): number {
  if (showsAll(viewer)) return item.doneQuantity;
  const own = stationsOf(item).filter((station) => viewer.stations?.includes(station));
  return own.length > 0 ? Math.min(...own.map((station) => doneAt(item, station))) : item.doneQuantity;
}

function merged(dishes: readonly Dish[]): Dish[] {
  const kept = new Map<string, Dish>();
  for (const dish of dishes) {
    const [item] = dish.items;
    const likeness = item.change === null ? likenessOf(item) : dish.key;
    const first = kept.get(likeness);
    kept.set(likeness, first ? together(first, dish) : dish);
  }
  return [...kept.values()];
}

/**
 * The same for two lines that nothing on the ticket would tell apart. Whether they are done is not asked: a line that
 * went into another one as it was ticked would move what is below it.
 */
function likenessOf({ name, options, route, productId, variationId }: OrderItem): string {
  const words = optionLines(options).map(({ sign, text }) => `${sign} ${text}`);
  return JSON.stringify([name, words.toSorted(), route ?? null, productId, variationId]);
}

function together(a: Dish, b: Dish): Dish {
  return {
    ...a,
    items: [...a.items, ...b.items],
    quantity: a.quantity + b.quantity,
    doneQuantity: a.doneQuantity + b.doneQuantity,
    isDone: a.isDone && b.isDone,
  };
}
