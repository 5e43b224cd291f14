import { gmtTime, siteTime } from './site-zone.ts';
import type { WooOrder } from './woo-order.ts';

export interface OrderFacts {
  id: number;
  /** What people call it; left out: the id, or a template's own form ("T-2026-00119") with the new id in it. */
  number?: string;
  /** When it was placed and last changed, epoch milliseconds; the shop keeps whole seconds. */
  now: number;
  /** Left out: the template's. */
  status?: string;
  customerId?: number;
  guest?: { firstName: string; lastName: string };
  note?: string;
  /** Where the template promises a time, it is this long after `now`. */
  promisedInMinutes?: number;
  /** The site's zone; left out: the recorded shop's. */
  zone?: string;
}

export const recordedZone = 'Europe/Madrid';

/**
 * Makes a new order of a recorded one: other ids and number, dated to now, all else as recorded.
 * @param template the recorded body, JSON text (`readTemplate`)
 * @returns the order as WooCommerce's REST API would show it, to be written out with `phpJson`
 */
export function buildOrder(template: string, facts: OrderFacts): WooOrder {
  const order: WooOrder = JSON.parse(template);
  const formerId = String(order.id);
  const zone = facts.zone ?? recordedZone;
  order.number = facts.number ?? order.number.replace(formerId, String(facts.id));
  order.id = facts.id;
  order.order_key = `wc_order_${facts.id.toString(36).padStart(13, 'k')}`;
  order.payment_url = `http://tienda.example.test/checkout/order-pay/${facts.id}/?pay_for_order=true&key=${order.order_key}`;
  for (const link of order._links.self) link.href = link.href.replace(`/${formerId}`, `/${facts.id}`);
  order.line_items.forEach((line, index) => {
    line.id = facts.id * 1_000 + index;
  });
  redate(order, facts.now, zone);
  promise(order, facts.now + (facts.promisedInMinutes ?? 60) * 60_000, zone);
  if (facts.status !== undefined) order.status = facts.status;
  if (facts.customerId !== undefined) order.customer_id = facts.customerId;
  if (facts.note !== undefined) order.customer_note = facts.note;
  if (facts.guest) {
    order.billing = { ...order.billing, first_name: facts.guest.firstName, last_name: facts.guest.lastName };
  }
  return order;
}

/** A change as a person in the shop's back office makes it. Lines are named by their ids. */
export interface OrderChange {
  status?: string;
  note?: string;
  quantities?: Readonly<Record<number, number>>;
  remove?: readonly number[];
  add?: readonly { name: string; quantity: number; productId?: number }[];
  /** A refund of this much ("9.50"), which changes neither lines nor total. */
  refund?: string;
  /** As REST takes it: what has no id replaces the first of its key, or is added. */
  meta?: readonly { id?: number; key: string; value: unknown }[];
}

/** Applies a change to an order in place and moves its dates as WooCommerce does: an empty change moves them too. */
export function changeOrder(order: WooOrder, change: OrderChange, now: number, zone = recordedZone): void {
  const { quantities = {}, remove = [], add = [] } = change;
  order.line_items = order.line_items.filter((line) => !remove.includes(line.id));
  for (const line of order.line_items) line.quantity = quantities[line.id] ?? line.quantity;
  for (const { name, quantity, productId = 0 } of add) {
    const id = order.id * 1_000 + 500 + order.line_items.length;
    order.line_items.push({ id, name, quantity, product_id: productId, ...emptyLine, meta_data: [] });
  }
  if (change.note !== undefined) order.customer_note = change.note;
  if (change.refund !== undefined) {
    order.refunds = [
      { id: order.id * 1_000 + 900 + order.refunds.length, reason: '', total: `-${change.refund}` },
      ...order.refunds,
    ];
  }
  for (const meta of change.meta ?? []) setMeta(order, meta);
  if (change.status !== undefined) setStatus(order, change.status, now, zone);
  // Order storage writes the status alone when it trashes: asking for what was modified since does not find it.
  if (change.status !== 'trash') setTime(order, 'date_modified', now, zone);
}

const emptyLine = { variation_id: 0, sku: null, price: 0, parent_name: null, subtotal: '0.00', total: '0.00' };

function setMeta(order: WooOrder, { id, key, value }: { id?: number; key: string; value: unknown }): void {
  const held = order.meta_data.find((meta) => (id === undefined ? meta.key === key : meta.id === id));
  if (held) Object.assign(held, { key, value });
  else order.meta_data.push({ id: order.id * 1_000 + order.meta_data.length, key, value });
}

function setStatus(order: WooOrder, status: string, now: number, zone: string): void {
  order.status = status;
  order.needs_payment = status === 'pending' || status === 'failed';
  order.is_editable = ['pending', 'on-hold', 'auto-draft', 'checkout-draft'].includes(status);
  // Money on delivery counts as paid only when the order is completed.
  const pays = status === 'completed' || (status === 'processing' && order.payment_method !== 'cod');
  if (pays && order.date_paid === null) setTime(order, 'date_paid', now, zone);
  if (status === 'completed') setTime(order, 'date_completed', now, zone);
}

type ShopTime = 'date_created' | 'date_modified' | 'date_paid' | 'date_completed';

function setTime(order: WooOrder, field: ShopTime, at: number, zone: string): void {
  order[field] = siteTime(zone, at);
  order[`${field}_gmt`] = gmtTime(at);
}

function redate(order: WooOrder, now: number, zone: string): void {
  setTime(order, 'date_created', now, zone);
  setTime(order, 'date_modified', now, zone);
  if (order.date_paid !== null) setTime(order, 'date_paid', now, zone);
  if (order.date_completed !== null) setTime(order, 'date_completed', now, zone);
}

function promise(order: WooOrder, at: number, zone: string): void {
  const wall = siteTime(zone, at);
  for (const meta of order.meta_data) {
    if (meta.key === 'delivery_date') meta.value = wall.slice(0, 10);
    if (meta.key === 'delivery_time') meta.value = wall.slice(11, 16);
  }
}
