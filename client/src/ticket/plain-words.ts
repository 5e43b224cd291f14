import type { Order } from '@kasera/shared/order.ts';

/**
 * All that is to be made, a line for each dish and note, as it came: of whatever station, one too many is better than one
 * too few. Of a cancelled order the notes are left out, as on its usual ticket.
 * @param removed the word for what was taken off
 */
export function plainWords({ note, kitchenNotes, items, stop }: Order, removed: string): string[] {
  const notes = stop ? [] : [note, ...kitchenNotes.map(({ text }) => text)].filter(Boolean);
  const dishes = items.map(({ quantity, name, options, change }) =>
    change?.type === 'removed'
      ? `${removed}: ${change.was} × ${name}`
      : [`${quantity} × ${name}`, ...options.map((option) => `${option.name}: ${option.value}`)].join(' · '),
  );
  return [...notes, ...dishes];
}
