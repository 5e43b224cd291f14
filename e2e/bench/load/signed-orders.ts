import { buildOrder } from '../../simulators/woocommerce/build-order.ts';
import { phpJson } from '../../simulators/woocommerce/php-json.ts';
import { headersFor } from '../../simulators/woocommerce/signed-request.ts';
import { everydayTemplates, readTemplate } from '../../simulators/woocommerce/templates.ts';

export interface OrdersPlan {
  count: number;
  /** Seven digits; the others follow. */
  firstId: number;
  secret: string;
  /** When they were placed, epoch milliseconds. */
  placedAt: number;
  /** The shop's word for their state; left out: the templates' own. */
  status?: string;
}

/** Stands for the id while a template is prepared: of the same length, and in no recorded order. */
const standIn = 7_654_321;

/** Makes whole HTTP requests, each a different order of an ordinary evening, signed; ready to be written to a socket. */
export function buildSignedOrders({ count, firstId, secret, placedAt, status }: OrdersPlan): Buffer[] {
  const templates = everydayTemplates.map((name) =>
    phpJson(buildOrder(readTemplate(name), { id: standIn, now: placedAt, ...(status && { status }) })).split(
      `${standIn}`,
    ),
  );
  return Array.from({ length: count }, (_, index) => {
    const body = (templates[index % templates.length] ?? []).join(`${firstId + index}`);
    return writeRequest(body, secret, placedAt);
  });
}

/** One POST to the webhook's door, as bytes. The body is ASCII, as WordPress writes it. */
function writeRequest(body: string, secret: string, atMs: number): Buffer {
  const headers = headersFor('order.created', body, { secret, atMs, keepAlive: true });
  const lines = Array.from({ length: headers.length / 2 }, (_, at) => `${headers[2 * at]}: ${headers[2 * at + 1]}`);
  return Buffer.from(
    `POST /webhooks/woocommerce HTTP/1.1\r\nHost: 127.0.0.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
    'latin1',
  );
}
