export interface OrderStatus {
  slug: string;
  name: string;
}

/** WooCommerce's own statuses, in its order, which its error messages show. */
const ownStatuses: readonly OrderStatus[] = [
  { slug: 'pending', name: 'Pending payment' },
  { slug: 'processing', name: 'Processing' },
  { slug: 'on-hold', name: 'On hold' },
  { slug: 'completed', name: 'Completed' },
  { slug: 'cancelled', name: 'Cancelled' },
  { slug: 'refunded', name: 'Refunded' },
  { slug: 'failed', name: 'Failed' },
  { slug: 'checkout-draft', name: 'Draft' },
];

/** The statuses of a shop, its own and those a plugin added. */
export function statusesWith(custom: readonly OrderStatus[]): OrderStatus[] {
  return [...ownStatuses, ...custom];
}
