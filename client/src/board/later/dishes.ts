import type { Order } from '@kasera/shared/order.ts';
import { isHandOverOnly, isLive } from '@kasera/shared/parts.ts';

/** How many dishes are to be made: by quantity where that is whole, a weighed one counts as one; drinks do not. */
export function dishesOf({ items }: Pick<Order, 'items'>): number {
  const cooked = items.filter((item) => isLive(item) && !isHandOverOnly(item));
  return cooked.reduce((sum, { quantity }) => sum + (Number.isInteger(quantity) ? quantity : 1), 0);
}
