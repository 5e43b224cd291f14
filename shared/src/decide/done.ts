import type { Order, OrderItem } from '../order.ts';
import { doneAt, stationsOf } from '../parts.ts';

/**
 * How much of a line is done. What its only station, or nobody's, has made is `doneQuantity`. Of a line of several
 * stations `doneQuantity` is what all of them have made, and `doneBy` says who is further than that; nothing else is
 * ever in it, so that equal states look equal.
 */

/** The line with all of it done (or nothing), at those of its stations; undefined: the whole line. */
export function withDone(item: OrderItem, done: boolean, stations?: readonly string[]): OrderItem {
  return withLevels(item, (station, was) => {
    const isMeant = stations === undefined || station === null || stations.includes(station);
    if (!isMeant) return was;
    return done ? item.quantity : 0;
  });
}

/**
 * The line with what each of its stations has made.
 * @param level given the station (null: the line is no station's) and what it has made so far
 */
export function withLevels(item: OrderItem, level: (station: string | null, was: number) => number): OrderItem {
  const within = (made: number) => Math.min(item.quantity, Math.max(0, made));
  const stations = stationsOf(item);
  const { doneBy: _was, ...line } = item;
  if (stations.length === 0) {
    const doneQuantity = within(level(null, item.doneQuantity));
    return { ...line, doneQuantity, done: doneQuantity >= item.quantity };
  }
  const made = stations.map((station) => [station, within(level(station, doneAt(item, station)))] as const);
  const doneQuantity = Math.min(...made.map(([, quantity]) => quantity));
  const ahead = made.filter(([, quantity]) => quantity > doneQuantity);
  return {
    ...line,
    doneQuantity,
    done: doneQuantity >= item.quantity,
    ...(ahead.length > 0 && { doneBy: Object.fromEntries(ahead) }),
  };
}

/** Begun anew. */
export function withoutDone(item: OrderItem): OrderItem {
  return withDone(item, false);
}

/** What is done of each line, by its id. */
export function doneQuantities({ items }: Pick<Order, 'items'>): Record<string, number> {
  return Object.fromEntries(items.map((item) => [item.id, item.doneQuantity]));
}
