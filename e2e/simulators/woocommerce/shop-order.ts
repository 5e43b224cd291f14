import type { SentDelivery } from './deliveries.ts';
import type { OrderTemplate } from './templates.ts';

/** One order and everything that was sent of it. */
export interface ShopOrder {
  readonly id: number;
  readonly number: string;
  readonly template: OrderTemplate;
  /** As it is in the shop now; `trash` while it lies there. */
  readonly status: string;
  readonly deliveries: readonly SentDelivery[];
}

/**
 * The orders a kitchen must have: those of which at least one delivery with a state to cook was answered exactly 200.
 */
export function mustBeOnBoard(orders: readonly ShopOrder[]): ShopOrder[] {
  return orders.filter(({ deliveries }) =>
    deliveries.some(
      ({ answer, shopStatus }) => answer.status === 200 && (shopStatus === 'processing' || shopStatus === 'completed'),
    ),
  );
}
