import { z } from 'zod';
import { orderKinds, orderStatuses, type ItemChange, type Order, type OrderItem } from './order.ts';
import { writeBackSteps } from './shop.ts';

/**
 * Whether a cook still has to see the order: a ticket that is not bumped, or a STOP nobody has confirmed. It is what
 * `GET /api/orders?status=open` lists.
 */
export function isOpen(order: Pick<Order, 'status' | 'stop'>): boolean {
  const { status, stop } = order;
  return status === 'new' || status === 'acknowledged' || status === 'preparing' || stop !== null;
}

/** The order as scripts get it: times ISO 8601 with `Z`, and nothing that only Kasera's own bookkeeping needs. */
export function toApiOrder(order: Order): ApiOrder {
  const { id, externalId, source, number, status, version, kind, note, place } = order;
  const { payment, total, currency, customerId, shop, stop, cancellation } = order;
  const head = { id, externalId, source, number, status, version, open: isOpen(order), kind };
  const money = { payment, total, currency, customerId };
  return {
    ...head,
    guest: { name: order.guest.name },
    items: order.items.map(toApiItem),
    note,
    place,
    ...money,
    shopStatus: shop.status,
    kitchenNotes: order.kitchenNotes.map(({ id: noteId, text, allergy, at }) => {
      return { id: noteId, text, allergy, at: isoTime(at) };
    }),
    changed: toApiChanged(order),
    stop: stop && { at: isoTime(stop.at), was: stop.was },
    cancellation: cancellation && {
      at: isoTime(cancellation.at),
      by: cancellation.by,
      reason: cancellation.reason,
    },
    ...toldOf(order),
    ...marksOf(order),
    ...timesOf(order),
  };
}

/** Both ways: what is on its way to the shop, what its guest knows, and where it says something else. */
function toldOf({ telling, guestTold, shopConflict }: Order) {
  return {
    telling: telling ? { step: telling.step, status: telling.status, leavesAt: isoTime(telling.leavesAt) } : null,
    guestTold: guestTold
      ? { what: guestTold.what, at: isoTime(guestTold.at), promisedAt: isoTime(guestTold.promisedAt) }
      : null,
    shopConflict: shopConflict
      ? { wanted: shopConflict.wanted, found: shopConflict.found, at: isoTime(shopConflict.at) }
      : null,
  };
}

function marksOf({ closedInShop, restored, unpaidAgain, partialRefund, arrivedLate, test }: Order) {
  return { closedInShop, restored, unpaidAgain, partialRefund, arrivedLate, test };
}

function timesOf({ times, promisedAt, dueAt, statusAt }: Order) {
  return {
    placedAt: isoTime(times.placedAt),
    paidAt: isoTime(times.paidAt),
    arrivedAt: isoTime(times.arrivedAt),
    promisedAt: isoTime(promisedAt),
    dueAt: isoTime(dueAt),
    statusAt: isoTime(statusAt),
    acknowledgedAt: isoTime(times.acknowledgedAt),
    firstTouchAt: isoTime(times.firstTouchAt),
    readyAt: isoTime(times.readyAt),
    completedAt: isoTime(times.completedAt),
    cancelledAt: isoTime(times.cancelledAt),
  };
}

function toApiItem({ id, productId, name, quantity, options, done, doneQuantity, change }: OrderItem): ApiItem {
  const plainOptions = options.map((option) => ({ name: option.name, value: option.value }));
  return { id, productId, name, quantity, options: plainOptions, done, doneQuantity, change: toApiChange(change) };
}

/** One shape for every kind of change, so that a script need not know them all. */
function toApiChange(change: ItemChange | null): ApiItem['change'] {
  switch (change?.type) {
    case undefined:
      return null;
    case 'added':
      return { type: 'added' };
    case 'removed':
    case 'quantity':
      return { type: change.type, wasQuantity: change.was };
    case 'options':
      return {
        type: 'options',
        wasName: change.wasName,
        wasOptions: change.was,
        ...(change.wasQuantity !== undefined && { wasQuantity: change.wasQuantity }),
      };
  }
}

function toApiChanged({ changed }: Order): ApiOrder['changed'] {
  if (!changed) return null;
  const { note, kind, promise } = changed;
  return {
    ...(note && { note: { was: note.was } }),
    ...(kind && { kind: { was: kind.was } }),
    ...(promise && { promise: { was: isoTime(promise.was) } }),
  };
}

/** Epoch milliseconds as ISO 8601 with `Z`; null stays null. A time beyond all calendars becomes their last. */
export function isoTime<T extends number | null>(time: T): T extends number ? string : null;
export function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(Math.max(-lastTimeMs, Math.min(lastTimeMs, time))).toISOString();
}

/** 31 December 9999: after it ISO 8601 needs more than four digits. */
const lastTimeMs = 253_402_300_799_999;

const isoText = z.iso.datetime();
const optionSchema = z.object({ name: z.string(), value: z.string() });

export const apiItemSchema = z.object({
  id: z.string(),
  productId: z.string().nullable(),
  name: z.string(),
  quantity: z.number(),
  options: z.array(optionSchema),
  done: z.boolean(),
  doneQuantity: z.number(),
  /** What changed since somebody last said it was seen; null: nothing. */
  change: z
    .object({
      type: z.enum(['added', 'removed', 'quantity', 'options']),
      wasQuantity: z.number().optional(),
      wasName: z.string().optional(),
      wasOptions: z.array(optionSchema).optional(),
    })
    .nullable(),
});
export type ApiItem = z.infer<typeof apiItemSchema>;

/** One order: `GET /api/orders/:id`, and wherever orders stand in an answer. */
export const apiOrderSchema = z.object({
  id: z.string(),
  /** The shop's id, as text. */
  externalId: z.string(),
  source: z.string(),
  number: z.string(),
  status: z.enum(orderStatuses),
  version: z.int(),
  /** A cook still has to see it. */
  open: z.boolean(),
  kind: z.enum(orderKinds),
  guest: z.object({ name: z.string() }),
  items: z.array(apiItemSchema),
  note: z.string(),
  place: z.string().nullable(),
  payment: z.enum(['paid', 'collect', 'unpaid']),
  total: z.string().nullable(),
  currency: z.string().nullable(),
  customerId: z.string().nullable(),
  shopStatus: z.string(),
  kitchenNotes: z.array(z.object({ id: z.string(), text: z.string(), allergy: z.boolean(), at: isoText })),
  /** Unseen changes besides the dishes: the former values. */
  changed: z
    .object({
      note: z.object({ was: z.string() }).optional(),
      kind: z.object({ was: z.enum(orderKinds) }).optional(),
      promise: z.object({ was: isoText.nullable() }).optional(),
    })
    .nullable(),
  stop: z.object({ at: isoText, was: z.enum(['acknowledged', 'preparing', 'ready', 'completed']) }).nullable(),
  cancellation: z.object({ at: isoText, by: z.enum(['shop', 'kitchen']), reason: z.string() }).nullable(),
  /** On its way to the shop; a recall before `leavesAt` takes it back. */
  telling: z.object({ step: z.enum(writeBackSteps), status: z.string().nullable(), leavesAt: isoText }).nullable(),
  /** The last thing the guest was told through the shop. */
  guestTold: z.object({ what: z.enum(writeBackSteps), at: isoText, promisedAt: isoText.nullable() }).nullable(),
  /** The shop says `found`, so `wanted` was not told to it; until seen. */
  shopConflict: z.object({ wanted: z.enum(writeBackSteps), found: z.string(), at: isoText }).nullable(),
  closedInShop: z.boolean(),
  restored: z.boolean(),
  unpaidAgain: z.boolean(),
  partialRefund: z.boolean(),
  arrivedLate: z.boolean(),
  test: z.boolean(),
  placedAt: isoText.nullable(),
  paidAt: isoText.nullable(),
  arrivedAt: isoText,
  promisedAt: isoText.nullable(),
  /** Its place in the order of time. */
  dueAt: isoText,
  statusAt: isoText,
  acknowledgedAt: isoText.nullable(),
  firstTouchAt: isoText.nullable(),
  readyAt: isoText.nullable(),
  completedAt: isoText.nullable(),
  cancelledAt: isoText.nullable(),
});
export type ApiOrder = z.infer<typeof apiOrderSchema>;

/** `GET /api/orders?status=open|all`; `nextCursor` is there while there is more. */
export const ordersAnswerSchema = z.object({
  orders: z.array(apiOrderSchema),
  seq: z.int(),
  nextCursor: z.string().optional(),
});
export type OrdersAnswer = z.infer<typeof ordersAnswerSchema>;

/** `POST /api/orders/:id/commands`, when it was carried out or had been already. */
export const commandAnswerSchema = z.object({ order: apiOrderSchema, seq: z.int() });
export type ApiCommandAnswer = z.infer<typeof commandAnswerSchema>;

/** One request a shop sent, as `GET /api/inbox` lists it; never its body. */
export const apiInboxRequestSchema = z.object({
  id: z.string(),
  source: z.string(),
  receivedAt: isoText,
  processedAt: isoText.nullable(),
  topic: z.string().nullable(),
  externalId: z.string().nullable(),
  deliveryId: z.string().nullable(),
  state: z.enum(['received', 'processed', 'duplicate', 'ignored', 'failed']),
  /** Why it was ignored or failed, or what it came to. */
  reason: z.string().nullable(),
  warnings: z.array(z.string()),
  /** For a duplicate: the request it repeats. */
  duplicateOf: z.string().nullable(),
  orderId: z.string().nullable(),
  bodyBytes: z.int(),
});
export type ApiInboxRequest = z.infer<typeof apiInboxRequestSchema>;

/** `GET /api/inbox`, newest first. */
export const inboxAnswerSchema = z.object({
  requests: z.array(apiInboxRequestSchema),
  nextCursor: z.string().optional(),
});
export type InboxAnswer = z.infer<typeof inboxAnswerSchema>;

/** Every answer that is not a success. */
export const errorAnswerSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>;
