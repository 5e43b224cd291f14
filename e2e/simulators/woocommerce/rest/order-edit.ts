import type { OrderChange } from '../build-order.ts';
import type { OrderStatus } from '../order-statuses.ts';
import type { WooOrder } from '../woo-order.ts';
import { englishList, invalidParams, type SiteAnswer } from './answer.ts';
import { isObject, type Json } from './request.ts';

export type ReadEdit = { type: 'ok'; change: OrderChange } | { type: 'wrong'; answer: SiteAnswer };

/** Reads what a PUT may change of an order: status, note, meta and, as "paid", the status that follows from it. */
export function readOrderEdit(body: Json, order: WooOrder, statuses: readonly OrderStatus[]): ReadEdit {
  const allowed = ['auto-draft', ...statuses.map(({ slug }) => slug)];
  const { status, customer_note: note, meta_data: meta, set_paid: paid } = body;
  if (status !== undefined && (typeof status !== 'string' || !allowed.includes(status))) {
    const message = `status is not one of ${englishList(allowed)}.`;
    return { type: 'wrong', answer: invalidParams([{ name: 'status', code: 'rest_not_in_enum', message }]) };
  }
  if (meta !== undefined && !Array.isArray(meta)) {
    const data = { param: 'meta_data' };
    const fault = { name: 'meta_data', code: 'rest_invalid_type', message: 'meta_data is not of type array.', data };
    return { type: 'wrong', answer: invalidParams([fault]) };
  }
  const change: OrderChange = {};
  if (typeof status === 'string') change.status = status;
  else if (paid === true && ['pending', 'on-hold', 'failed'].includes(order.status)) change.status = 'processing';
  if (typeof note === 'string') change.note = note;
  if (Array.isArray(meta)) change.meta = meta.flatMap(readMeta);
  return { type: 'ok', change };
}

function readMeta(entry: unknown): NonNullable<OrderChange['meta']>[number][] {
  if (!isObject(entry) || typeof entry['key'] !== 'string') return [];
  const { id, key, value } = entry;
  return [{ ...(typeof id === 'number' ? { id } : {}), key, value }];
}
