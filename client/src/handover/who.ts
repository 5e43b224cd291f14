import type { Order } from '@kasera/shared/order.ts';

/**
 * Whose order it is and how it goes, each thing once: some shops write the table into the guest's name as well.
 * @param said the kind and the place in the reader's language; empty where there is none
 */
export function whoWords({ guest }: Pick<Order, 'guest'>, said: { kind: string; place: string }): string[] {
  const name = guest.name.trim();
  const isSaid = name !== '' && said.place.toLowerCase().startsWith(name.toLowerCase());
  return [isSaid ? '' : name, said.kind, said.place].filter(Boolean);
}

/** In one line; where that is too long, a dot ends the line and begins none. */
export function dotted(words: readonly string[]): string {
  return words.join('\u00a0· ');
}
