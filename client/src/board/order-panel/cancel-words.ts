import type { Order } from '@kasera/shared/order.ts';

/** Whether the order is gone because somebody erased it in the shop, which tells nobody of it. */
export function isErased({ cancellation }: Pick<Order, 'cancellation'>): boolean {
  return cancellation?.by === 'shop' && cancellation.reason === 'erased';
}
