import { expect, test } from 'vitest';
import type { ShopCheck, ShopCheckName } from '@kasera/shared/shop.ts';
import { silentLog } from '../../ops/log.ts';
import type { ShopFault } from './answer.ts';
import { canAsk, runChecks } from './checks.ts';
import { createShopClient } from './client.ts';
import type { ShopRequest } from './exchange.ts';
import type { RawAnswer } from './read-answer.ts';
import { shopFault } from './shop-fault.ts';

const url = 'https://shop.example';
const access = { url, key: 'ck_1', secret: 'cs_2' };
const shopTime = Date.UTC(2026, 10, 20, 23, 34, 26);
const json = (status: number, body: unknown): RawAnswer => ({
  ...{ status, bytes: Buffer.from(JSON.stringify(body)) },
  headers: { date: new Date(shopTime).toUTCString(), 'x-wp-total': '27' },
});
const error = (status: number, code: string): RawAnswer => json(status, { code, message: 'Sorry.', data: { status } });
const page = (status: number): RawAnswer => ({
  status,
  headers: {},
  bytes: Buffer.from('<!DOCTYPE html><html></html>'),
});

type Answers = Record<'index' | 'orders' | 'batch' | 'status', RawAnswer | { fault: ShopFault }>;
const index = { namespaces: ['wp/v2', 'wc/v3'], timezone_string: 'Europe/Madrid', gmt_offset: '1' };
const healthy: Answers = {
  index: json(200, index),
  orders: json(200, [{ id: 76, version: '10.4.0' }]),
  batch: json(200, []),
  status: json(200, { environment: { version: '10.5.0' } }),
};

async function check(answers: Partial<Answers>, over: { url?: string; now?: number; timeZone?: string } = {}) {
  const asked: string[] = [];
  const all = { ...healthy, ...answers };
  const exchange = async ({ method, url: whole }: ShopRequest) => {
    const { pathname } = new URL(whole);
    asked.push(`${method} ${pathname}`);
    if (pathname === '/') return page(404);
    if (pathname.endsWith('/wp-json/')) return all.index;
    if (pathname.endsWith('/batch')) return all.batch;
    return pathname.endsWith('/orders') ? all.orders : all.status;
  };
  const now = () => over.now ?? shopTime;
  const client = createShopClient({ connection: () => access, now, log: silentLog, exchange });
  const report = await runChecks({ url: over.url ?? url, client, now, timeZone: over.timeZone ?? null });
  const of = (name: ShopCheckName): ShopCheck | undefined => report.checks.find((one) => one.name === name);
  return { ...report, of, asked };
}

const results = (checks: readonly ShopCheck[]): string => checks.map(({ result }) => result[0]).join('');

test('[SH1] a healthy shop gets nine ticks, with what was found, and is asked four things', async () => {
  const { checks, timeZone, asked, of } = await check({});
  expect(results(checks)).toBe('ooooooooo');
  expect(canAsk(checks)).toBe(true);
  expect([of('read-orders')?.found, of('version')?.found, timeZone]).toEqual(['27', '10.5.0', 'Europe/Madrid']);
  expect(asked).toEqual([
    ...['GET /wp-json/', 'GET /wp-json/wc/v3/orders', 'POST /wp-json/wc/v3/orders/batch'],
    'GET /wp-json/wc/v3/system_status',
  ]);
});

test.each<[string, Partial<Answers>, ShopCheckName, Partial<ShopCheck>]>([
  ['nobody there', { index: { fault: shopFault('unreachable') } }, 'reachable', { fault: 'unreachable' }],
  ['silence', { index: { fault: shopFault('timeout') } }, 'reachable', { fault: 'timeout' }],
  ['a wrong certificate', { index: { fault: shopFault('tls') } }, 'reachable', { fault: 'tls' }],
  ['maintenance', { index: page(503) }, 'reachable', { fault: 'unavailable' }],
  ['a firewall’s page', { index: page(403) }, 'rest', { fault: 'foreign', code: null }],
  ['a page with 200', { index: page(200) }, 'rest', { fault: 'foreign' }],
  ['another site', { index: page(404) }, 'rest', { fault: 'foreign' }],
  [
    'a redirect to the login',
    { index: { ...page(302), headers: { location: '/wp-login.php' } } },
    ...(['rest', { fault: 'redirect', code: 'login' }] as const),
  ],
  [
    'no WooCommerce',
    { index: json(200, { namespaces: ['wp/v2'] }) },
    'rest',
    { fault: 'foreign', code: 'no-woocommerce' },
  ],
  [
    'a wrong secret',
    { orders: error(401, 'woocommerce_rest_authentication_error') },
    ...(['keys', { fault: 'unauthorised', code: 'wrong-secret' }] as const),
  ],
  [
    'an unknown key',
    { orders: error(401, 'woocommerce_rest_cannot_view') },
    ...(['keys', { fault: 'unauthorised', code: 'unknown-key' }] as const),
  ],
  ['a firewall before the orders', { orders: page(403) }, 'keys', { fault: 'foreign' }],
  [
    'an owner who may not',
    { orders: error(403, 'woocommerce_rest_cannot_view') },
    ...(['read-orders', { fault: 'forbidden' }] as const),
  ],
])('[SH1] %s is named, and nothing further is asked', async (_what, answers, name, expected) => {
  const { checks, of } = await check(answers);
  expect(of(name)).toMatchObject({ result: 'failed', ...expected });
  const at = checks.findIndex((one) => one.name === name);
  expect(checks.slice(at + 1).every(({ result }) => result === 'skipped')).toBe(true);
  expect(checks.slice(0, at).every(({ result }) => result === 'ok')).toBe(true);
  expect(canAsk(checks)).toBe(false);
});

test('[SH1] an address that may not carry keys is not even asked', async () => {
  const { checks, asked, of } = await check({}, { url: 'http://shop.example' });
  expect(results(checks)).toBe('fssssssss');
  expect(of('address')?.code).toBe('plain-http');
  expect(asked).toEqual([]);
});

test('[SH1] an index that is shut for strangers is no hindrance where the keys open', async () => {
  const { of, checks, timeZone } = await check({ index: error(401, 'rest_login_required') });
  expect(of('rest')).toMatchObject({ result: 'warning', code: 'index-closed' });
  expect(of('time-zone')).toMatchObject({ result: 'warning', code: 'zone-unknown' });
  expect([canAsk(checks), timeZone]).toEqual([true, null]);
});

test.each<[string, RawAnswer, Partial<ShopCheck>]>([
  ['keys that may only read', error(401, 'woocommerce_rest_authentication_error'), { code: 'read-only-keys' }],
  ['an owner who may not', error(403, 'woocommerce_rest_cannot_batch'), { code: 'may-not-write' }],
  ['a firewall that lets no POST through', page(403), { fault: 'foreign' }],
])('[SH1] %s: orders come, the shop cannot be told', async (_what, batch, expected) => {
  const { checks, of } = await check({ batch });
  expect(of('write')).toMatchObject({ result: 'warning', ...expected });
  expect([canAsk(checks), of('version')?.result]).toEqual([true, 'ok']);
});

test.each<[string, Partial<Answers>, Partial<ShopCheck>]>([
  ['7.9.1', {}, { result: 'warning', code: 'old-version' }],
  ['8.0.0', {}, { result: 'ok' }],
  ['5.7.9', {}, { result: 'failed', code: 'too-old-version' }],
  ['10.5.0-beta.1', {}, { result: 'ok' }],
])('[SH1] version %s', async (version, answers, expected) => {
  const { of } = await check({ ...answers, status: json(200, { environment: { version } }) });
  expect(of('version')).toMatchObject({ found: version, ...expected });
});

test('[SH1] where the keys’ owner may not ask for the version, the newest order tells it', async () => {
  const status = error(403, 'woocommerce_rest_cannot_view');
  expect((await check({ status })).of('version')).toMatchObject({ result: 'ok', found: '10.4.0' });
  expect((await check({ status, orders: json(200, []) })).of('version')).toMatchObject({
    result: 'warning',
    found: null,
  });
});

test.each<[string, string | number, string | undefined, Partial<ShopCheck>]>([
  ['Europe/Madrid', 1, 'Europe/Madrid', { result: 'ok', found: 'Europe/Madrid' }],
  ['Europe/Madrid', 1, 'Europe/Paris', { result: 'ok' }],
  ['Europe/Madrid', 1, 'Europe/London', { result: 'warning', code: 'other-time-zone' }],
  ['Atlantic/Canary', 0, 'Africa/Abidjan', { result: 'warning', code: 'other-time-zone' }],
  ['', '1', undefined, { result: 'warning', found: '+01:00', code: 'zone-without-city' }],
  ['', 5.5, undefined, { result: 'warning', found: '+05:30' }],
  ['', -3, 'America/Sao_Paulo', { result: 'warning', found: '-03:00', code: 'zone-without-city' }],
  ['', 0, undefined, { result: 'ok', found: 'UTC' }],
  ['Mars/Olympus', 0, undefined, { result: 'warning', found: null, code: 'zone-unknown' }],
  ['', 'x', undefined, { result: 'warning', code: 'zone-unknown' }],
])('[SH1] time zone %j, %s h off, kitchen %s', async (name, offset, timeZone, expected) => {
  const said = json(200, { ...index, timezone_string: name, gmt_offset: offset });
  const { of } = await check({ index: said }, timeZone === undefined ? {} : { timeZone });
  expect(of('time-zone')).toMatchObject(expected);
});

test.each<[number, Partial<ShopCheck>]>([
  [0, { result: 'ok' }],
  [2 * 60_000, { result: 'ok' }],
  [-3 * 60_000, { result: 'warning', found: '+3 min', code: 'clock-off' }],
  [-2 * 3_600_000, { result: 'warning', found: '+2 h' }],
  [90 * 60_000, { result: 'warning', found: '-1 h 30 min' }],
])('[SH8] our clock %i ms off the shop’s', async (off, expected) => {
  expect((await check({}, { now: shopTime + off })).of('clock')).toMatchObject(expected);
});
