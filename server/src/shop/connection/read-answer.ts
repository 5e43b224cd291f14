import { z } from 'zod';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { parseRetryAfter } from '../../alerts/channels/onesignal-request/retry-after.ts';
import type { ShopAnswer, ShopFault } from './answer.ts';
import { readJsonBody } from './json-body.ts';
import { shopFault } from './shop-fault.ts';

/** What came over the wire. Names of headers in lower case. */
export interface RawAnswer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  bytes: Uint8Array;
}

const dayMs = 24 * 60 * 60_000;

/**
 * What an answer says, whatever it was that answered: WooCommerce, a firewall, a proxy, another site. Judged by the
 * status together with the form of the body, because each of them uses the same statuses.
 * @param wrote whether the request was to change something: then an answer can leave open whether it did
 */
export function readAnswer({ status, headers, bytes }: RawAnswer, wrote: boolean): ShopAnswer<unknown> {
  const shopTime = timeOf(headers['date']);
  if (status >= 200 && status < 300) {
    const json = readJsonBody(bytes);
    if (json === undefined) return fault(notJson(bytes), { status, mayHaveArrived: wrote });
    const counts = { total: countOf(headers['x-wp-total']), pages: countOf(headers['x-wp-totalpages']) };
    return { type: 'ok', status, data: json.value, ...counts, shopTime };
  }
  const code = status < 400 ? leadsTo(headers['location']) : wordpressCode(bytes);
  const retryAfterMs = retryAfter(headers['retry-after'], shopTime);
  const kind = kindOf(status, code);
  const mayHaveArrived = wrote && (kind === 'unavailable' || kind === 'timeout');
  return fault(kind, { status, code, retryAfterMs, mayHaveArrived });
}

const fault = (kind: ShopFaultKind, known: Partial<ShopFault>): ShopAnswer<never> => ({
  type: 'fault',
  fault: shopFault(kind, known),
});

function kindOf(status: number, code: string | null): ShopFaultKind {
  if (status >= 300 && status < 400) return 'redirect';
  if (status === 429) return 'busy';
  if (status === 408) return 'timeout';
  // WooCommerce answers 501 for what a kind of thing cannot do (the trash, for a category).
  if (status === 501 && isWooCommerces(code)) return 'refused';
  if (status >= 500) return 'unavailable';
  if (status === 401) return isWooCommerces(code) ? 'unauthorised' : 'foreign';
  if (status === 403) return isWooCommerces(code) ? 'forbidden' : 'foreign';
  if (status === 404) return saysThereIsNone(code) ? 'not-found' : 'foreign';
  return code === null ? 'foreign' : 'refused';
}

/** Where a redirect leads, in a word: the address itself stays out. */
function leadsTo(location: string | undefined): string | null {
  if (location === undefined) return null;
  return /login|signin|my-account|mi-cuenta|\/sso\b/i.test(location) ? 'login' : 'other-address';
}

/** Security plugins answer in WordPress's form too, with codes of their own. */
function isWooCommerces(code: string | null): boolean {
  return code !== null && (code.startsWith('woocommerce_') || code === 'rest_forbidden');
}

/** `woocommerce_rest_shop_order_invalid_id`, `woocommerce_rest_term_invalid`. `rest_no_route` is no such word. */
function saysThereIsNone(code: string | null): boolean {
  return code !== null && /^woocommerce_rest_\w*invalid(_id)?$/.test(code);
}

const wordpressError = z.object({ code: z.string().regex(/^\w[\w.-]{0,99}$/), message: z.string() });

/** The code of an error in WordPress's form; its message is prose of the shop and stays out. */
function wordpressCode(bytes: Uint8Array): string | null {
  const parsed = wordpressError.safeParse(readJsonBody(bytes)?.value);
  return parsed.success ? parsed.data.code : null;
}

/** A page where JSON was due is somebody else's; anything else broke off or is broken. */
function notJson(bytes: Uint8Array): ShopFaultKind {
  const start = new TextDecoder().decode(bytes.subarray(0, 2_000));
  return /^[\uFEFF\s]*<(?!br ?\/?>\s*<b>)/i.test(start) ? 'foreign' : 'unreadable';
}

/** Counted from the answer's own date: the shop's clock and ours may be hours apart. At most a day. */
function retryAfter(value: string | undefined, shopTime: number | null): number | null {
  const ms = shopTime === null && /[a-z]/i.test(value ?? '') ? null : parseRetryAfter(value, shopTime ?? 0);
  return ms === null ? null : Math.min(ms, dayMs);
}

function timeOf(value: string | undefined): number | null {
  const time = Date.parse(value ?? '');
  return Number.isNaN(time) ? null : time;
}

function countOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
