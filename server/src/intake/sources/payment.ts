import type { Payment } from '@kasera/shared/order.ts';
import { readShopTime } from './site-clock.ts';
import type { OrderPayload } from './woocommerce-payload.ts';

/**
 * Whether the food is paid.
 * - `paid`: the shop knows a date of payment, nothing costs anything, or the order was released for cooking
 *   (processing, completed) by a method that pays beforehand.
 * - `collect`: released without payment: cash on delivery and its kin, or no method at all (a staff's own order).
 * - `unpaid`: everything else. pending, on-hold and failed wait for money; a custom status alone proves none.
 */
export function readPayment(
  order: Pick<OrderPayload, 'date_paid_gmt' | 'payment_method' | 'total'>,
  status: string,
): Payment {
  if (readShopTime(order.date_paid_gmt) !== null) return 'paid';
  if (unpaidStatuses.has(status)) return 'unpaid';
  if (order.total !== null && order.total !== undefined && /^0+(\.0+)?$/.test(order.total)) return 'paid';
  const method = order.payment_method ?? '';
  if (method === '' || collectMethods.test(method)) return 'collect';
  return status === 'processing' || status === 'completed' ? 'paid' : 'unpaid';
}

const unpaidStatuses: ReadonlySet<string> = new Set(
  'pending on-hold failed checkout-draft auto-draft draft cancelled refunded trash'.split(' '),
);

/** WooCommerce's own are cod and cheque; the rest are common names of plugins that let pay at the door or counter. */
const collectMethods = /^(cod|cheque|cop|cash|.*(cash_?on|pay_?on|pay_?at|on_?pickup|on_?delivery|at_?counter).*)$/i;
