import { speaksOfAllergy } from './allergy.ts';
import { optionLine, type OptionLine, type OptionSign } from './options.ts';
import type { Order, OrderItem } from './order.ts';
import { concerns, doneAt, isHandOverOnly, isLive, showsAll, stationsOf, type Viewer } from './parts.ts';
import { listFor } from './tickets.ts';

/** How much of one dish is to be made now. */
export interface AllDayLine {
  /** Stays the same for as long as the line does. */
  key: string;
  name: string;
  options: OptionLine[];
  /** Accepted, on the board and not done. */
  quantity: number;
  /** Of orders nobody has answered. */
  waiting: number;
  /** Somebody may be harmed by it: it is one order's, and never summed into others. */
  allergy: boolean;
  /** The number of that order; null: it is summed over all. */
  order: string | null;
}

export interface AllDay {
  lines: AllDayLine[];
  /** Dishes of orders nobody has answered. */
  waiting: number;
}

/**
 * What is to be made now, summed by full name and options ([BO3]); drinks and what waits in Later are not in it.
 * In the order of the alphabet, a dish's plain form first: a cook finds it where it was a minute ago, where a list by
 * number would jump with each order.
 * @param extra the kitchen's own words of allergy
 * @param now epoch milliseconds by the server's clock
 */
export function allDay(orders: readonly Order[], viewer: Viewer, now: number, extra: readonly string[] = none): AllDay {
  const lines = new Map<string, AllDayLine>();
  for (const order of orders) {
    const list = listFor(order, now, viewer);
    if (list === 'cooking' || list === 'new') addOrder(lines, order, list === 'new', viewer, extra);
  }
  const sorted = [...lines.values()].toSorted(byName);
  return { lines: sorted, waiting: sum(sorted.map(({ waiting }) => waiting)) };
}

const none: readonly string[] = [];

function addOrder(
  lines: Map<string, AllDayLine>,
  order: Order,
  isNew: boolean,
  viewer: Viewer,
  extra: readonly string[],
): void {
  const wholeOrder = speaksOfGuestsAllergy(order, extra);
  for (const item of order.items) {
    const left = leftFor(item, viewer);
    if (left <= 0) continue;
    const allergy = wholeOrder || item.options.some(({ name, value }) => speaksOfAllergy(`${name} ${value}`, extra));
    const line = lineOf(item, allergy ? order : null);
    const held = lines.get(line.key) ?? line;
    const added: Partial<AllDayLine> = isNew
      ? { waiting: sum([held.waiting, left]) }
      : { quantity: sum([held.quantity, left]) };
    lines.set(line.key, { ...held, ...added });
  }
}

function speaksOfGuestsAllergy({ note, kitchenNotes }: Order, extra: readonly string[]): boolean {
  return (
    speaksOfAllergy(note, extra) || kitchenNotes.some(({ allergy, text }) => allergy || speaksOfAllergy(text, extra))
  );
}

/** How much of a line is left for the stations that screen shows. */
function leftFor(item: OrderItem, viewer: Viewer): number {
  if (!isLive(item) || isHandOverOnly(item) || !concerns(item, viewer)) return 0;
  const own = showsAll(viewer) ? [] : stationsOf(item).filter((station) => viewer.stations?.includes(station));
  const done = own.length > 0 ? Math.min(...own.map((station) => doneAt(item, station))) : item.doneQuantity;
  return item.quantity - done;
}

function lineOf(item: OrderItem, apart: Order | null): AllDayLine {
  const name = item.name.normalize('NFC').trim();
  const options = item.options.flatMap((option) => optionLine(option) ?? []).toSorted(bySign);
  const key = JSON.stringify([apart?.id ?? null, name, ...options.map(({ sign, text }) => `${sign} ${text}`)]);
  return { key, name, options, quantity: 0, waiting: 0, allergy: apart !== null, order: apart?.number ?? null };
}

const signs: Record<OptionSign, number> = { plain: 0, minus: 1, plus: 2 };

function bySign(a: OptionLine, b: OptionLine): number {
  return signs[a.sign] - signs[b.sign] || a.text.localeCompare(b.text, 'es');
}

function byName(a: AllDayLine, b: AllDayLine): number {
  return (
    a.name.localeCompare(b.name, 'es', { numeric: true }) ||
    Number(a.allergy) - Number(b.allergy) ||
    a.options.length - b.options.length ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Of weights too: 0.1 kg and 0.2 kg are 0.3. */
function sum(quantities: readonly number[]): number {
  return Math.round(quantities.reduce((total, one) => total + one, 0) * 1000) / 1000;
}
