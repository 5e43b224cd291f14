import { speaksOfAllergy } from '@kasera/shared/allergy.ts';
import { optionLine } from '@kasera/shared/options.ts';
import type { Order } from '@kasera/shared/order.ts';
import { isLive } from '@kasera/shared/decide/items.ts';

/**
 * Whether an allergy was said of it, by the kitchen, the guest's note or an option: it is put together with care.
 * @param ownWords the kitchen's, besides the built-in ones
 */
export function hasAllergy(order: Order, ownWords: readonly string[]): boolean {
  const options = order.items
    .filter(isLive)
    .flatMap((item) => item.options.flatMap((one) => optionLine(one)?.text ?? []));
  return (
    order.kitchenNotes.some((note) => note.allergy) ||
    [order.note, ...options].some((text) => speaksOfAllergy(text, ownWords))
  );
}
