import { createHash, createHmac } from 'node:crypto';

/** Which of the shop's webhooks sends a topic: their ids in the recorded shop. */
export const webhookIds: Readonly<Record<string, number>> = {
  'order.created': 1,
  'order.updated': 2,
  'order.deleted': 3,
  'order.restored': 4,
  'product.updated': 5,
};

/** base64(HMAC-SHA256(bytes, secret)), what `X-WC-Webhook-Signature` holds. */
export function sign(body: Uint8Array | string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** 32 hex digits that all deliveries of one webhook in one second share, whatever their orders. */
export function deliveryIdOf(webhookId: number, atMs: number): string {
  return createHash('md5')
    .update(`${webhookId}${Math.floor(atMs / 1000)}`)
    .digest('hex');
}

export interface HeaderOptions {
  secret: string;
  /** The moment of sending, in epoch milliseconds: decides the delivery id. */
  atMs: number;
  /** Keeps the connection, which the real shop never does. */
  keepAlive?: boolean;
  source?: string;
  /** Left out: the recorded shop's for this topic. */
  webhookId?: number;
}

/** The headers of a delivery, as name and value in turn, in WooCommerce's own order (without Host). */
export function headersFor(topic: string, body: Uint8Array | string, options: HeaderOptions): string[] {
  const [resource = '', event = ''] = topic.split('.');
  const webhookId = options.webhookId ?? webhookIds[topic] ?? 9;
  return [
    ...common(options.keepAlive ?? false, 'application/json', Buffer.byteLength(body)),
    ...['X-WC-Webhook-Source', options.source ?? 'http://tienda.example.test/'],
    ...['X-WC-Webhook-Topic', topic, 'X-WC-Webhook-Resource', resource, 'X-WC-Webhook-Event', event],
    ...['X-WC-Webhook-Signature', sign(body, options.secret), 'X-WC-Webhook-ID', String(webhookId)],
    ...['X-WC-Webhook-Delivery-ID', deliveryIdOf(webhookId, options.atMs)],
  ];
}

/** The headers of the ping: unsigned, and none of WooCommerce's own. */
export function pingHeaders(body: string): string[] {
  return common(false, 'application/x-www-form-urlencoded', Buffer.byteLength(body));
}

function common(keepAlive: boolean, contentType: string, contentLength: number): string[] {
  return [
    ...['User-Agent', 'WooCommerce/10.5.0 Hookshot (WordPress/6.9.1)', 'Accept', '*/*'],
    ...['Accept-Encoding', 'deflate, gzip, br, zstd', 'Connection', keepAlive ? 'keep-alive' : 'close'],
    ...['Content-Type', contentType, 'Content-Length', String(contentLength)],
  ];
}
