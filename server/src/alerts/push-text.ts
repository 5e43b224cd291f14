import type { ItemChange, ItemOption, Order, OrderItem } from '@kasera/shared/order.ts';

/** The words of a push, in each language it is sent in. */

export type PushLanguage = 'en' | 'es';

/** What the words need of an order; nothing about the guest. */
export type PushOrder = Pick<Order, 'id' | 'number' | 'items' | 'note' | 'kitchenNotes' | 'test'>;

const words = {
  en: {
    test: 'TEST',
    dishes: (count: number) => (count === 1 ? '1 dish' : `${count} dishes`),
    orders: (count: number) => `${count} orders`,
    more: (count: number) => `… +${count} more`,
    added: 'added',
    removed: 'removed',
    was: (before: string) => `was ${before}`,
    allergy: 'ALLERGY – see the board',
    note: 'with a note – see the board',
    nothing: 'no dishes named – see the board',
  },
  es: {
    test: 'PRUEBA',
    dishes: (count: number) => (count === 1 ? '1 plato' : `${count} platos`),
    orders: (count: number) => `${count} pedidos`,
    more: (count: number) => `… +${count} más`,
    added: 'añadido',
    removed: 'quitado',
    was: (before: string) => `antes ${before}`,
    allergy: 'ALERGIA – ver la pantalla',
    note: 'con nota – ver la pantalla',
    nothing: 'no nombra platos – ver la pantalla',
  },
};

const maxNumberLength = 24;
/** No push is longer, in characters; what is beyond is not even looked at. */
const longestText = 2_000;

/** "#1051 · 2 dishes", or "3 orders · 9 dishes"; a test order says so first. */
export function pushTitle(orders: readonly PushOrder[], language: PushLanguage): string {
  const say = words[language];
  const dishes = say.dishes(orders.reduce((sum, order) => sum + dishCount(order.items), 0));
  const [first] = orders;
  const subject = orders.length === 1 && first ? hashNumber(first) : say.orders(orders.length);
  const test = orders.every((order) => order.test) ? `${say.test} ` : '';
  return `${test}${subject} · ${dishes}`;
}

/**
 * The dishes with their options and changes, one a line; several orders: first all their numbers, then their dishes.
 * What does not fit is counted: "… +3 more".
 * @param fits whether a text is small enough
 */
export function pushBody(
  orders: readonly PushOrder[],
  language: PushLanguage,
  fits: (text: string) => boolean,
): string {
  const more = words[language].more;
  if (orders.length === 1)
    return cutToFit(
      orders.flatMap((order) => orderLines(order, language)),
      '\n',
      more,
      fits,
    );
  const numbers = cutToFit(orders.map(hashNumber), ', ', more, fits);
  const dishes = orders.flatMap((order) =>
    orderLines(order, language).map((line, index) => (index === 0 ? `${hashNumber(order)}: ${line}` : line)),
  );
  const whole = cutToFit(dishes, '\n', more, (text) => fits(`${numbers}\n${text}`));
  return fits(`${numbers}\n${whole}`) ? `${numbers}\n${whole}` : numbers;
}

/** How many plates: a weighed dish (1.5) is one, what was taken off does not count. */
export function dishCount(items: readonly OrderItem[]): number {
  return items.reduce((sum, item) => sum + (isRemoved(item) ? 0 : platesOf(item.quantity)), 0);
}

function platesOf(quantity: number): number {
  return Number.isInteger(quantity) ? quantity : 1;
}

function orderLines(order: PushOrder, language: PushLanguage): string[] {
  const say = words[language];
  const allergy = order.kitchenNotes.some((note) => note.allergy) ? [say.allergy] : [];
  const dishes = order.items.length > 0 ? order.items.map((item) => itemLine(item, language)) : [say.nothing];
  const noted = allergy.length === 0 && (order.note !== '' || order.kitchenNotes.length > 0);
  return [...allergy, ...dishes, ...(noted ? [say.note] : [])];
}

function itemLine(item: OrderItem, language: PushLanguage): string {
  const say = words[language];
  if (item.change?.type === 'removed') return `✗ ${item.change.was}× ${flat(item.name)} (${say.removed})`;
  const details = [...item.options.map(optionText), ...changeText(item.change, language)].filter((text) => text !== '');
  return `${item.quantity}× ${flat(item.name)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function optionText({ name, value }: ItemOption): string {
  const [left, right] = [flat(name), flat(value)];
  return left === '' || right === '' ? left + right : `${left}: ${right}`;
}

function changeText(change: ItemChange | null, language: PushLanguage): string[] {
  const say = words[language];
  switch (change?.type) {
    case 'added':
      return [say.added];
    case 'quantity':
      return [say.was(`${change.was}×`)];
    case 'options':
      return [say.was([change.wasName, ...change.was.map(optionText)].map(flat).join(', '))];
    case 'removed':
    case undefined:
      return [];
  }
}

function isRemoved(item: OrderItem): boolean {
  return item.change?.type === 'removed';
}

function hashNumber({ number }: PushOrder): string {
  const shown = flat(number);
  return `#${shown.length > maxNumberLength ? `${shown.slice(0, maxNumberLength)}…` : shown}`;
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** As many parts as fit, then how many were left out; of a first part that does not fit by itself, its beginning. */
function cutToFit(
  parts: readonly string[],
  separator: string,
  more: (count: number) => string,
  fits: (text: string) => boolean,
): string {
  const first = (count: number): string =>
    [...parts.slice(0, count), ...(count < parts.length ? [more(parts.length - count)] : [])].join(separator);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length <= longestText && fits(first(parts.length))) return first(parts.length);
  const whole = largestThat((count) => fits(first(count)), parts.length - 1);
  if (whole > 0) return first(whole);
  const characters = Array.from((parts[0] ?? '').slice(0, longestText));
  const rest = parts.length > 1 ? `${separator}${more(parts.length - 1)}` : '';
  const beginning = (count: number): string => `${characters.slice(0, count).join('').trimEnd()}…${rest}`;
  const kept = largestThat((count) => fits(beginning(count)), characters.length);
  return kept > 0 ? beginning(kept) : more(parts.length);
}

/** The largest count from 1 to `max` of which everything up to it holds; 0 if none does. Stops at the first that fails. */
function largestThat(holds: (count: number) => boolean, max: number): number {
  let count = 0;
  while (count < max && holds(count + 1)) count++;
  return count;
}
