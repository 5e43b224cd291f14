import { z } from 'zod';
import { shopCheckNames, type ShopCheck, type ShopCheckName } from '@kasera/shared/shop.ts';
import { parseAddress } from './address.ts';
import type { ShopAnswer, ShopFault } from './answer.ts';
import type { OpenShopClient } from './client.ts';
import { isSameTime, zoneOf } from './time-zones.ts';
import { isBefore, oldestFlawless, oldestUsable } from './versions.ts';

export interface ChecksDeps {
  /** As it was typed, or is kept. */
  url: string;
  client: Pick<OpenShopClient, 'get' | 'send' | 'index'>;
  now(): number;
  /** The kitchen's own zone by its configuration; null: the shop's is taken. */
  timeZone: string | null;
}

export interface CheckReport {
  /** All of them, in the order of `shopCheckNames`. */
  checks: ShopCheck[];
  /** The shop's own zone, where it tells one that is understood. */
  timeZone: string | null;
}

/**
 * Looks at a shop from the outside in ([SH1]): the first check that fails leaves those after it unasked. Changes
 * nothing in the shop.
 */
export async function runChecks(deps: ChecksDeps): Promise<CheckReport> {
  const seen: Seen = { index: null, orders: null };
  const checks: ShopCheck[] = [];
  for (const name of shopCheckNames) {
    const found = hasFailed(checks) ? skipped : await looks[name](deps, seen);
    checks.push({ ...nothingToSay, name, ...found });
  }
  return { checks, timeZone: zoneSeen(seen) };
}

/** Whether orders can come by these: everything up to reading orders is right. */
export function canAsk(checks: readonly ShopCheck[]): boolean {
  return !hasFailed(checks.slice(0, shopCheckNames.indexOf('read-orders') + 1));
}

function hasFailed(checks: readonly ShopCheck[]): boolean {
  return checks.some(({ result }) => result === 'failed');
}

type Found = Pick<ShopCheck, 'result'> & Partial<Omit<ShopCheck, 'name'>>;
type Look = (deps: ChecksDeps, seen: Seen) => Found | Promise<Found>;
interface Seen {
  index: ShopAnswer<z.infer<typeof indexSchema>> | null;
  orders: ShopAnswer<z.infer<typeof ordersSchema>> | null;
}

const nothingToSay = { found: null, fault: null, code: null };
const skipped: Found = { result: 'skipped' };
const failed = ({ kind, code }: Pick<ShopFault, 'kind' | 'code'>): Found => ({ result: 'failed', fault: kind, code });
/** A person waits for it, and asks although the shop is being left alone. */
const ask = { evenPaused: true, timeoutMs: 20_000 };

const indexSchema = z.object({
  namespaces: z.array(z.string()).optional(),
  timezone_string: z.string().optional(),
  gmt_offset: z.union([z.string(), z.number()]).optional(),
});
const ordersSchema = z.array(z.object({ id: z.number(), version: z.string().optional() }));
const statusSchema = z.object({ environment: z.object({ version: z.string() }) });

const looks: Record<ShopCheckName, Look> = {
  address: ({ url }) => {
    const parsed = parseAddress(url);
    return parsed.type === 'ok' ? { result: 'ok', found: parsed.url } : { result: 'failed', code: parsed.code };
  },
  reachable: async ({ client }, seen) => {
    seen.index = await client.index({ _fields: 'namespaces,timezone_string,gmt_offset' }, indexSchema, ask);
    return seen.index.type === 'fault' && isSilence(seen.index.fault) ? failed(seen.index.fault) : { result: 'ok' };
  },
  rest: (_deps, { index }) => {
    if (index?.type !== 'ok') return index ? closedOrForeign(index.fault) : skipped;
    const { namespaces } = index.data;
    if (namespaces === undefined) return indexClosed;
    return namespaces.includes('wc/v3') ? { result: 'ok' } : failed({ kind: 'foreign', code: 'no-woocommerce' });
  },
  keys: async ({ client }, seen) => {
    seen.orders = await client.get('orders', { per_page: 1, _fields: 'id,version' }, ordersSchema, ask);
    if (seen.orders.type === 'ok' || seen.orders.fault.kind === 'forbidden') return { result: 'ok' };
    const { kind, code } = seen.orders.fault;
    if (code === 'rest_no_route') return failed({ kind, code: 'no-woocommerce' });
    if (kind !== 'unauthorised') return failed({ kind, code });
    // Without a known key WooCommerce says nothing of keys, just as when the web server keeps the header to itself.
    return failed({ kind, code: code === 'woocommerce_rest_authentication_error' ? 'wrong-secret' : 'unknown-key' });
  },
  'read-orders': (_deps, { orders }) => {
    if (orders?.type !== 'ok') return orders ? failed(orders.fault) : skipped;
    return { result: 'ok', found: orders.total === null ? null : String(orders.total) };
  },
  write: async ({ client }) => {
    // A batch of nothing: WooCommerce looks at the key's permissions (401 where it may only read) and at its owner's
    // (403) before it finds that there is nothing to do. A PUT of an order that does not exist shows only the first.
    const answer = await client.send('POST', 'orders/batch', {}, z.unknown(), ask);
    // 400 comes after the key's permissions were looked at.
    if (answer.type === 'ok' || answer.fault.kind === 'refused') return { result: 'ok' };
    const { kind, code } = answer.fault;
    if (kind === 'unauthorised') return { result: 'warning', fault: kind, code: 'read-only-keys' };
    if (kind === 'forbidden') return { result: 'warning', fault: kind, code: 'may-not-write' };
    return { result: 'warning', fault: kind, code };
  },
  version: async ({ client }, { orders }) => {
    const answer = await client.get('system_status', { _fields: 'environment.version' }, statusSchema, ask);
    const newestOrder = orders?.type === 'ok' ? orders.data[0]?.version : undefined;
    const version = answer.type === 'ok' ? answer.data.environment.version : newestOrder;
    return version === undefined ? { result: 'warning', code: 'version-unknown' } : judgeVersion(version);
  },
  'time-zone': ({ timeZone, now }, seen) => {
    const zone = zoneSeen(seen);
    if (zone === null) return { result: 'warning', fault: 'not-found', code: 'zone-unknown' };
    if (timeZone !== null && !isSameTime(zone, timeZone, now())) {
      return { result: 'warning', found: zone, code: 'other-time-zone' };
    }
    // Hours off UTC know no summer time.
    return /^[+-]/.test(zone)
      ? { result: 'warning', found: zone, code: 'zone-without-city' }
      : { result: 'ok', found: zone };
  },
  clock: ({ now }, { orders }) => {
    const shopTime = orders?.type === 'ok' ? orders.shopTime : null;
    if (shopTime === null) return { result: 'warning', fault: 'unreadable', code: 'clock-unknown' };
    const aheadMs = shopTime - now();
    if (Math.abs(aheadMs) <= toleratedMs) return { result: 'ok' };
    return { result: 'warning', found: spanWords(aheadMs), code: 'clock-off' };
  },
};

/** Nobody answered, or only to say that nothing works. */
function isSilence({ kind }: ShopFault): boolean {
  return ['not-connected', 'unreachable', 'timeout', 'tls', 'busy', 'unavailable', 'paused'].includes(kind);
}

const indexClosed: Found = { result: 'warning', fault: 'forbidden', code: 'index-closed' };

/** WordPress's own "no" to a stranger leaves open what it says to our keys; a page says that they never get there. */
function closedOrForeign({ kind, code, status }: ShopFault): Found {
  const isWordpress = code !== null && status !== null && [401, 403].includes(status);
  return isWordpress ? indexClosed : failed({ kind, code });
}

function zoneSeen({ index }: Seen): string | null {
  if (index?.type !== 'ok') return null;
  const { timezone_string: name, gmt_offset: offset } = index.data;
  return name === undefined && offset === undefined ? null : zoneOf(name ?? '', offset ?? '');
}

function judgeVersion(version: string): Found {
  const found = version.slice(0, 30);
  if (isBefore(version, oldestUsable)) return { result: 'failed', found, code: 'too-old-version' };
  if (isBefore(version, oldestFlawless)) return { result: 'warning', found, code: 'old-version' };
  return { result: 'ok', found };
}

const toleratedMs = 2 * 60_000;

/** "+2 h", "-3 min", "+1 h 30 min". */
function spanWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const words = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`].filter((part) => !part.startsWith('0 '));
  return `${ms < 0 ? '-' : '+'}${words.join(' ')}`;
}
