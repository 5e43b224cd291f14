import type { Order } from '@kasera/shared/order.ts';

/**
 * The order's page in WooCommerce's back office. The newer form of the address: a shop that keeps its orders the older
 * way redirects it.
 * @returns null where there is none: no shop is connected, or the order is no shop's
 */
export function shopPageOf(
  { source, externalId, test }: Pick<Order, 'source' | 'externalId' | 'test'>,
  shopUrl: string | null,
): string | null {
  if (shopUrl === null || test || source !== 'woocommerce') return null;
  return `${shopUrl}/wp-admin/admin.php?page=wc-orders&action=edit&id=${encodeURIComponent(externalId)}`;
}
