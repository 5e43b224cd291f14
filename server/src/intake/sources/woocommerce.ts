import { z } from 'zod';
import { readSnapshot } from './order-snapshot.ts';
import { readJson } from './json.ts';
import type { DateField } from './promised-time.ts';
import { memberNames, readMembers } from './json-members.ts';
import { createSignatureCheck, decodeSecret } from './signature.ts';
import { readShopTime } from './site-clock.ts';
import type { ZoneOffset } from './site-clock.ts';
import { singleHeader } from './source.ts';
import type { Identity, Parsed, Source, SourceHeaders, Verdict, VerifiedBy } from './source.ts';
import { deletedPayloadSchema, faultOf, orderPayloadSchema, restErrorSchema } from './woocommerce-payload.ts';

export interface WooCommerceOptions {
  /** The webhook's secret as typed into WooCommerce; null: nothing of the shop's own signing is accepted. */
  secret: string | null;
  /** Hookdeck's signing secret; null: nothing of Hookdeck's signing is accepted. */
  hookdeckSecret: string | null;
  /** What is known of the site by now; absent: nothing ever is. */
  site?(): Site;
}

/** A WooCommerce shop, directly or through Hookdeck. See {@link Source}. */
export function createWooCommerce(options: WooCommerceOptions): Source {
  const byShop = options.secret ? createSignatureCheck(decodeSecret(options.secret)) : null;
  const byHookdeck = options.hookdeckSecret ? createSignatureCheck(options.hookdeckSecret) : null;
  return {
    id: sourceId,
    verify: (rawBody, headers) => verify(rawBody, headers, byShop, byHookdeck),
    identify,
    parse: (rawBody, headers) => {
      try {
        return parse(rawBody, headers, options.site?.() ?? unknownSite);
      } catch (error) {
        return { type: 'unreadable', reason: `unexpected ${error instanceof Error ? error.name : 'fault'}` };
      }
    },
  };
}

/** What is known of the site besides what an order says. */
export interface Site {
  /** Its zone; null: not known. */
  zone: ZoneOffset | null;
  /** Where the owner says that the time a guest chose stands. */
  dateFields: readonly DateField[];
}

const unknownSite: Site = { zone: null, dateFields: [] };

/** What the REST API's lists say of an order at a glance. */
export interface ListedOrder {
  externalId: string;
  status: string;
  /** By the shop's clock; null where it is not said. */
  modifiedAt: number | null;
}

const listedOrder = z.object({
  id: z.union([z.int().min(1), z.string().regex(/^\d{1,20}$/)]).transform(String),
  status: z.string().transform((status) => status.replace(/^wc-/, '')),
  date_modified_gmt: z.string().nullish().catch(null),
});

/** Takes the light look at an entry of `GET /orders`; null where it is no order. */
export function glanceAtOrder(value: unknown): ListedOrder | null {
  const order = listedOrder.safeParse(value).data;
  if (!order) return null;
  return { externalId: order.id, status: order.status, modifiedAt: readShopTime(order.date_modified_gmt) };
}

/**
 * Says in Kasera's terms what the REST API answers of one order: the same body as a webhook's. Never throws.
 */
export function readRestOrder(value: unknown, { zone, dateFields }: Site = unknownSite): Parsed {
  try {
    const order = orderPayloadSchema.safeParse(value);
    if (!order.success) return { type: 'unreadable', reason: `not an order: ${faultOf(order.error)}` };
    const snapshot = readSnapshot(sourceId, order.data, zone, dateFields);
    return { type: 'signal', signal: { type: 'snapshot', snapshot, restored: false } };
  } catch (error) {
    return { type: 'unreadable', reason: `unexpected ${error instanceof Error ? error.name : 'fault'}` };
  }
}

/** The request headers a stored request must keep to be parsed again. */
export const woocommerceHeaders = ['x-wc-webhook-topic', 'x-wc-webhook-delivery-id', 'x-hookdeck-eventid'] as const;

const sourceId = 'woocommerce';

type Check = ReturnType<typeof createSignatureCheck> | null;

/** Hookdeck first: its event id is the better identity, and both signatures are there where it forwards. */
function verify(rawBody: Uint8Array, headers: SourceHeaders, byShop: Check, byHookdeck: Check): Verdict {
  // Before the signatures: through Hookdeck a ping is rightly signed, and is still only a ping.
  if (isPing(rawBody, headers) && !looksLikeShop(headers)) return { type: 'ping' };
  const fromHookdeck = [headers['x-hookdeck-signature'], headers['x-hookdeck-signature-2']].filter(isText);
  if (byHookdeck !== null && fromHookdeck.some((given) => byHookdeck(rawBody, given))) {
    return { type: 'verified', by: 'hookdeck' };
  }
  const fromShop = headers['x-wc-webhook-signature'];
  if (byShop !== null && isText(fromShop) && byShop(rawBody, fromShop)) return { type: 'verified', by: 'woocommerce' };
  const missing = fromShop === undefined && fromHookdeck.length === 0;
  return {
    type: 'rejected',
    reason: missing ? 'signature missing' : 'signature wrong',
    looksLikeShop: looksLikeShop(headers),
  };
}

function looksLikeShop(headers: SourceHeaders): boolean {
  return Object.keys(headers).some((name) => name.startsWith('x-wc-webhook-'));
}

function isText(value: SourceHeaders[string]): value is string {
  return typeof value === 'string' && value !== '';
}

/** WooCommerce's ping: `webhook_id=1`, form-encoded, without any header of its own. */
function isPing(rawBody: Uint8Array, headers: SourceHeaders): boolean {
  if (rawBody.byteLength < 12 || rawBody.byteLength > 31) return false;
  const type = headers['content-type'];
  if (type !== undefined && !(isText(type) && type.startsWith('application/x-www-form-urlencoded'))) return false;
  return /^webhook_id=\d{1,20}$/.test(Buffer.from(rawBody).toString('latin1'));
}

/** The little that is looked at before the commit. */
const orderLook = z.object({
  status: z.string(),
  line_items: z.array(z.unknown()),
  customer_id: z.unknown().optional(),
  date_modified_gmt: z.unknown().optional(),
});

const lookedAt = memberNames('id', 'status', 'line_items', 'customer_id', 'date_modified_gmt');

function identify(rawBody: Uint8Array, headers: SourceHeaders, verifiedBy: VerifiedBy): Identity {
  const topic = readTopic(headers);
  const body = readMembers(rawBody, lookedAt);
  const order = orderLook.safeParse(body).data;
  const isOrder = topic === null ? order !== undefined : topic.startsWith('order.');
  const eventId = verifiedBy === 'hookdeck' ? singleHeader(headers, 'x-hookdeck-eventid') : null;
  return {
    topic,
    externalId: isOrder ? (deletedPayloadSchema.safeParse(body).data?.id ?? null) : null,
    deliveryId: eventId ?? singleHeader(headers, 'x-wc-webhook-delivery-id'),
    warnings: order && isOrder ? warningsOf(order) : [],
  };
}

function warningsOf(order: z.infer<typeof orderLook>): string[] {
  const fields = ['customer_id', 'date_modified_gmt'] as const;
  return fields
    .filter((field) => order[field] === undefined || order[field] === null)
    .map((field) => `${field} missing`);
}

function readTopic(headers: SourceHeaders): string | null {
  const topic = singleHeader(headers, 'x-wc-webhook-topic');
  return topic !== null && /^[\w.-]{1,100}$/.test(topic) ? topic : null;
}

const orderTopics: ReadonlySet<string> = new Set(['order.created', 'order.updated', 'order.restored', 'order.deleted']);

function parse(rawBody: Uint8Array, headers: SourceHeaders, { zone, dateFields }: Site): Parsed {
  const topic = readTopic(headers);
  if (topic !== null && !orderTopics.has(topic)) return { type: 'not-for-kitchen', reason: topic };
  const read = readJson(rawBody);
  if (!read.ok) return { type: 'unreadable', reason: read.fault };
  const restError = readRestError(read.value);
  if (restError !== null) return restError;
  if (topic === 'order.deleted') return readDeletion(read.value);
  // Without a topic an order is known by its looks.
  if (topic === null && !orderLook.safeParse(read.value).success) {
    return { type: 'not-for-kitchen', reason: 'no topic and not an order' };
  }
  const order = orderPayloadSchema.safeParse(read.value);
  if (!order.success) return { type: 'unreadable', reason: `not an order: ${faultOf(order.error)}` };
  const snapshot = readSnapshot(sourceId, order.data, zone, dateFields);
  const restored = topic === 'order.restored' && snapshot.shopStatus !== 'trash';
  return { type: 'signal', signal: { type: 'snapshot', snapshot, restored } };
}

/** A deletion carries the id and nothing else. */
function readDeletion(body: unknown): Parsed {
  const deleted = deletedPayloadSchema.safeParse(body);
  if (!deleted.success) return { type: 'unreadable', reason: `not a deletion: ${faultOf(deleted.error)}` };
  return { type: 'signal', signal: { type: 'deleted', source: sourceId, externalId: deleted.data.id } };
}

/** WooCommerce signs and sends whatever its REST API answers about the order, refusals included. */
function readRestError(body: unknown): Parsed | null {
  const error = restErrorSchema.safeParse(body).data;
  if (!error) return null;
  const status = error.data?.status;
  const reason = /^[a-z0-9_]{1,80}$/.test(error.code) ? error.code : 'unnamed error';
  if (status === 404 || error.code.endsWith('_invalid_id')) return { type: 'rest-error', kind: 'order-gone', reason };
  if (status === 401 || status === 403) return { type: 'rest-error', kind: 'no-permission', reason };
  return { type: 'unreadable', reason: `the shop sent its own error: ${reason}` };
}
