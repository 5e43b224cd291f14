import { createHmac } from 'node:crypto';
import { capturesSecret, readAllCaptures, readCapture } from '../../src/intake/sources/captures.fixture.ts';
import type { Capture } from '../../src/intake/sources/captures.fixture.ts';

export { capturesSecret, readAllCaptures, readCapture, type Capture };

export const hookdeckSecret = 'hookdeck-test-secret';
/** A moment shortly after the recorded deliveries were made, by whose clock tests run. */
export const soonAfterCaptures = Date.parse('2026-11-20T23:50:00Z');

/** What a shop posts: the raw bytes and its headers. */
export interface Delivery {
  body: Buffer;
  headers: Record<string, string | readonly string[] | undefined>;
}

/** base64(HMAC-SHA256(body, secret)), as WooCommerce and Hookdeck sign. */
export function sign(body: Uint8Array | string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

/** A recorded delivery as it was sent, without what belonged to its own connection. */
export function recorded(name: string): Delivery {
  return replay(readCapture(name));
}

export function replay({ body, headers }: Capture): Delivery {
  const { host: _host, connection: _connection, 'content-length': _length, ...rest } = headers;
  return { body, headers: rest };
}

let deliveries = 0;

/** Any body, signed by the shop: JSON of a value, or the bytes as they are. */
export function signed(content: unknown, { topic = 'order.updated', secret = capturesSecret } = {}): Delivery {
  const body = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(JSON.stringify(content));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-wc-webhook-source': 'http://tienda.example.test/',
      'x-wc-webhook-topic': topic,
      'x-wc-webhook-id': '1',
      'x-wc-webhook-delivery-id': String(++deliveries).padStart(32, '0'),
      'x-wc-webhook-signature': sign(body, secret),
    },
  };
}

/** The body of a recorded order, to be changed and signed anew. */
export function orderBody(name = 'order-created-guest', changes: object = {}): Record<string, unknown> {
  return { ...(JSON.parse(readCapture(name).body.toString('utf8')) as Record<string, unknown>), ...changes };
}

/** An order of its own: the recorded one under another id and number, placed and changed at `at`. */
export function orderNumbered(id: number, changes: object = {}, at = '2026-11-20T23:45:00'): Delivery {
  const times = { date_created_gmt: at, date_modified_gmt: at };
  return signed(orderBody('order-created-guest', { id, number: String(id), ...times, ...changes }), {
    topic: 'order.created',
  });
}
