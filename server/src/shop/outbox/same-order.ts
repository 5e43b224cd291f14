import type { Order, OrderSnapshot } from '@kasera/shared/order.ts';

/**
 * Whether what the shop has under an order's id is that order. Where another shop was connected since, or a test site
 * was made from a copy, that id may be somebody else's: it was placed at another second and has none of its lines. (The
 * time alone proves nothing: people correct it in the shop.)
 */
export function isSameOrder({ times, items }: Pick<Order, 'times' | 'items'>, found: OrderSnapshot): boolean {
  if (times.placedAt === null || found.placedAt === null || times.placedAt === found.placedAt) return true;
  const lines = new Map(items.map(({ id, productId }) => [id, productId]));
  return found.items.some(({ id, productId }) => lines.get(id) === productId);
}
