import { quantity } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/en.ts';
import { isPartlyDone, type Dish } from '../../ticket/dishes.ts';

/** How many figures the longest quantity on a ticket has: so wide is the column they stand in. At most three. */
export function figuresOf(dishes: readonly Dish[], t: Messages): 1 | 2 | 3 {
  const longest = Math.max(
    0,
    ...dishes.map((dish) => quantity(dish.quantity, t).length + (isPartlyDone(dish) ? 1 : 0)),
  );
  if (longest >= 3) return 3;
  return longest === 2 ? 2 : 1;
}
