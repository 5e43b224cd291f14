import type { OrderSnapshot } from '@kasera/shared/order.ts';
import { readGuest } from './guest.ts';
import { readItems } from './order-items.ts';
import { readKind } from './order-kind.ts';
import { readPayment } from './payment.ts';
import { readPromisedAt, type DateField } from './promised-time.ts';
import { readShopTime, readSiteClock } from './site-clock.ts';
import type { ZoneOffset } from './site-clock.ts';
import { lineOf, readableText } from './text.ts';
import type { OrderPayload } from './woocommerce-payload.ts';

/**
 * Says in Kasera's terms what WooCommerce says of an order.
 * @param source the source's id
 * @param zone the site's zone if the owner named one; only promised times across a change of the clock need it
 * @param dateFields where the owner says that the guest's time stands
 */
export function readSnapshot(
  source: string,
  order: OrderPayload,
  zone: ZoneOffset | null,
  dateFields: readonly DateField[] = [],
): OrderSnapshot {
  const shopStatus = order.status.replace(/^wc-/, '');
  const placedAt = readShopTime(order.date_created_gmt);
  const readClock = () => readSiteClock(order.date_created, order.date_created_gmt, zone);
  return {
    source,
    externalId: order.id,
    number: lineOf(order.number, 60) || order.id,
    shopStatus,
    // Without any clock the order still goes to the board, and gives way to whatever tells a time.
    modifiedAt: readShopTime(order.date_modified_gmt) ?? placedAt ?? 0,
    placedAt,
    paidAt: readShopTime(order.date_paid_gmt),
    ...readKind(order),
    guest: readGuest(order),
    note: readableText(order.customer_note, { maxCharacters: 4_000, lines: true }),
    items: readItems(order.line_items),
    promisedAt: readPromisedAt(order.meta_data, readClock, dateFields),
    payment: readPayment(order, shopStatus),
    total:
      order.total !== null && order.total !== undefined && /^-?\d{1,15}(\.\d{1,10})?$/.test(order.total)
        ? order.total
        : null,
    currency:
      order.currency !== null && order.currency !== undefined && /^[A-Za-z]{3}$/.test(order.currency)
        ? order.currency
        : null,
    customerId: order.customer_id ?? null,
    partialRefund: order.refunds.length > 0 && shopStatus !== 'refunded',
  };
}
