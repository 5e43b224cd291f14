import { isLive } from '@kasera/shared/decide/items.ts';
import { optionLine } from '@kasera/shared/options.ts';
import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { isHandOverOnly } from '@kasera/shared/parts.ts';

/** What goes into the bag. */
export interface BagLines {
  /** Put in here: nobody cooks them. */
  atCounter: OrderItem[];
  /** Made at the line. */
  cooked: OrderItem[];
}

/** The lines of an order, those the counter adds itself apart. What was removed is in no bag. */
export function bagLines({ items }: Pick<Order, 'items'>): BagLines {
  const live = items.filter((item) => isLive(item) && item.quantity > 0);
  return { atCounter: live.filter(isHandOverOnly), cooked: live.filter((item) => !isHandOverOnly(item)) };
}

/** A line's options as a cook would say them: "− cebolla, + queso". */
export function optionWords({ options }: Pick<OrderItem, 'options'>): string {
  return options.flatMap((option) => optionLine(option)?.text ?? []).join(', ');
}
