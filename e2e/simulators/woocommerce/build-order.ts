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
}

/**
 * Makes a new order of a recorded one: other ids and number, dated to now, all else as recorded.
 * @param template the recorded body, JSON text (`readTemplate`)
 * @returns the order as WooCommerce's REST API would show it, to be written out with `phpJson`
 */
export function buildOrder(template: string, facts: OrderFacts): WooOrder {
  const order: WooOrder = JSON.parse(template);
  const formerId = String(order.id);
  const clock = siteClock(order);
  order.number = facts.number ?? order.number.replace(formerId, String(facts.id));
  order.id = facts.id;
  order.order_key = `wc_order_${facts.id.toString(36).padStart(13, 'k')}`;
  order.payment_url = `http://tienda.example.test/checkout/order-pay/${facts.id}/?pay_for_order=true&key=${order.order_key}`;
  for (const link of order._links.self) link.href = link.href.replace(`/${formerId}`, `/${facts.id}`);
  order.line_items.forEach((line, index) => {
    line.id = facts.id * 1_000 + index;
  });
  redate(order, facts.now, clock);
  promise(order, facts.now + (facts.promisedInMinutes ?? 60) * 60_000, clock);
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
}

/** Applies a change to an order in place and moves its dates as WooCommerce does. An empty change still moves them. */
export function changeOrder(order: WooOrder, change: OrderChange, now: number): void {
  const clock = siteClock(order);
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
  if (change.status !== undefined) setStatus(order, change.status, now, clock);
  setTime(order, 'date_modified', now, clock);
}

const emptyLine = { variation_id: 0, sku: null, price: 0, parent_name: null, subtotal: '0.00', total: '0.00' };

function setStatus(order: WooOrder, status: string, now: number, clock: SiteClock): void {
  order.status = status;
  order.needs_payment = status === 'pending' || status === 'failed';
  order.is_editable = ['pending', 'on-hold', 'auto-draft', 'checkout-draft'].includes(status);
  // Money on delivery counts as paid only when the order is completed.
  const pays = status === 'completed' || (status === 'processing' && order.payment_method !== 'cod');
  if (pays && order.date_paid === null) setTime(order, 'date_paid', now, clock);
  if (status === 'completed') setTime(order, 'date_completed', now, clock);
}

/** How far the site's wall clock is ahead of UTC. */
interface SiteClock {
  offsetMs: number;
}

function siteClock(order: WooOrder): SiteClock {
  return { offsetMs: Date.parse(`${order.date_created}Z`) - Date.parse(`${order.date_created_gmt}Z`) };
}

type ShopTime = 'date_created' | 'date_modified' | 'date_paid' | 'date_completed';

function setTime(order: WooOrder, field: ShopTime, at: number, { offsetMs }: SiteClock): void {
  order[field] = shopTime(at + offsetMs);
  order[`${field}_gmt`] = shopTime(at);
}

function redate(order: WooOrder, now: number, clock: SiteClock): void {
  setTime(order, 'date_created', now, clock);
  setTime(order, 'date_modified', now, clock);
  if (order.date_paid !== null) setTime(order, 'date_paid', now, clock);
  if (order.date_completed !== null) setTime(order, 'date_completed', now, clock);
}

function promise(order: WooOrder, at: number, { offsetMs }: SiteClock): void {
  const wall = shopTime(at + offsetMs);
  for (const meta of order.meta_data) {
    if (meta.key === 'delivery_date') meta.value = wall.slice(0, 10);
    if (meta.key === 'delivery_time') meta.value = wall.slice(11, 16);
  }
}

const shopTime = (at: number): string => new Date(at).toISOString().slice(0, 19);
