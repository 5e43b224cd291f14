import type { Order, OrderItem } from './order.ts';
import { isHandOverOnly, isLive } from './parts.ts';

/**
 * Whose food it is, where the shop sells under several names ([BO6]): each brand once, in the order of the dishes. A
 * drink's is its maker's, and counts only where nothing is cooked.
 */
export function brandsOf({ items }: Pick<Order, 'items'>): string[] {
  const there = items.filter(isLive);
  const cooked = there.filter((item) => !isHandOverOnly(item));
  return [...new Set((cooked.length > 0 ? cooked : there).flatMap(brandOf))];
}

function brandOf({ route }: Pick<OrderItem, 'route'>): string[] {
  return route?.brand ? [route.brand] : [];
}
