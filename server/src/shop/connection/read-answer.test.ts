import { expect, test } from 'vitest';
import type { ShopFaultKind } from '@kasera/shared/shop.ts';
import { readAnswer, type RawAnswer } from './read-answer.ts';
import { readRestCapture } from './rest-capture.fixture.ts';

const date = 'Fri, 20 Nov 2026 23:34:26 GMT';
const json = (status: number, body: unknown, headers = {}): RawAnswer => text(status, JSON.stringify(body), headers);
const text = (status: number, body: string, headers = {}): RawAnswer => ({
  ...{ status, headers, bytes: Buffer.from(body) },
});
const page = '<!DOCTYPE html><html><head><title>Just a moment…</title></head><body>[]</body></html>';

function faultOf(raw: RawAnswer, wrote = false) {
  const answer = readAnswer(raw, wrote);
  return answer.type === 'fault' ? answer.fault : null;
}

test('[SH8] reads what a real shop answers', () => {
  const list = readAnswer(readRestCapture('orders-list'), false);
  expect(list).toMatchObject({
    type: 'ok',
    status: 200,
    total: 27,
    pages: 6,
    shopTime: Date.UTC(2026, 10, 20, 23, 34, 25),
  });
  expect(readAnswer(readRestCapture('orders-past-last-page'), false)).toMatchObject({ data: [], total: 0 });
  expect(readAnswer(readRestCapture('order-notes-post'), true)).toMatchObject({ type: 'ok', status: 201, total: null });
});

test.each<[string, ShopFaultKind, string]>([
  ['auth-none', 'unauthorised', 'woocommerce_rest_cannot_view'],
  ['auth-basic-over-http', 'unauthorised', 'woocommerce_rest_cannot_view'],
  ['auth-wrong-secret', 'unauthorised', 'woocommerce_rest_authentication_error'],
  ['order-404', 'not-found', 'woocommerce_rest_shop_order_invalid_id'],
  ['order-put-404', 'refused', 'woocommerce_rest_shop_order_invalid_id'],
  ['order-put-unknown-status', 'refused', 'rest_invalid_param'],
  ['orders-bad-date', 'refused', 'rest_invalid_param'],
  ['orders-per-page-101', 'refused', 'rest_invalid_param'],
])('[SH8] the recorded answer %s is %s, with the code of WooCommerce', (name, kind, code) => {
  expect(faultOf(readRestCapture(name))).toMatchObject({ kind, code });
});

const error = (code: string) => ({ code, message: 'Sorry.', data: { status: 0 } });
test.each<[string, RawAnswer, ShopFaultKind, string | null]>([
  ['403 of WooCommerce', json(403, error('woocommerce_rest_cannot_view')), 'forbidden', 'woocommerce_rest_cannot_view'],
  ['401 of a security plugin', json(401, error('rest_login_required')), 'foreign', 'rest_login_required'],
  ['403 page of a firewall', text(403, page), 'foreign', null],
  ['403 JSON of a firewall', json(403, { error: 'blocked' }), 'foreign', null],
  ['401 page of a password on the folder', text(401, page), 'foreign', null],
  ['404 without WooCommerce', json(404, error('rest_no_route')), 'foreign', 'rest_no_route'],
  ['404 page', text(404, page), 'foreign', null],
  [
    '404 of an unknown category',
    json(404, error('woocommerce_rest_term_invalid')),
    'not-found',
    'woocommerce_rest_term_invalid',
  ],
  ['400 page of a web server', text(400, page), 'foreign', null],
  [
    '410 of the trash',
    json(410, error('woocommerce_rest_already_trashed')),
    'refused',
    'woocommerce_rest_already_trashed',
  ],
  [
    '501 of WooCommerce',
    json(501, error('woocommerce_rest_trash_not_supported')),
    'refused',
    'woocommerce_rest_trash_not_supported',
  ],
  ['408', text(408, ''), 'timeout', null],
  ['429', text(429, page), 'busy', null],
  ['500 of PHP', text(500, ''), 'unavailable', null],
  ['503 of the maintenance page', text(503, page), 'unavailable', null],
  ['521 of Cloudflare', text(521, page), 'unavailable', null],
  ['a redirect to the login', text(302, '', { location: 'https://shop.example/wp-login.php' }), 'redirect', 'login'],
  ['a redirect to another name', text(301, '', { location: 'https://www.shop.example/' }), 'redirect', 'other-address'],
  ['a redirect to nowhere', text(301, ''), 'redirect', null],
  ['a page with 200', text(200, page), 'foreign', null],
  ['a page with 200 after blanks', text(200, `\n\uFEFF ${page}`), 'foreign', null],
  ['an empty 200', text(200, ''), 'unreadable', null],
  ['JSON that breaks off', text(200, '[{"id":1,"line_items":[]},{"id":2,"line_items":[]'), 'unreadable', null],
  ['JSON with a fatal error behind it', text(200, '[]<br />\n<b>Fatal error</b>:  Out of memory'), 'unreadable', null],
])('[SH8] %s', (_what, raw, kind, code) => {
  expect(faultOf(raw)).toMatchObject({ kind, code, status: raw.status });
});

const warning = '<br />\n<b>Warning</b>:  Undefined array key "a[0]" in <b>/srv/x.php</b> on line <b>12</b><br />\n';
test.each([
  ['a byte order mark', '\uFEFF'],
  ['two of them and blanks', '\uFEFF\uFEFF\r\n '],
  ['a warning of PHP', warning],
  [
    'warnings without markup',
    '\nDeprecated: Function {x}() in /srv/x.php on line 1\n\nNotice: y in /srv/y.php on line 2\n',
  ],
])('[SH8] steps over %s before the JSON', (_what, before) => {
  expect(readAnswer(text(200, `${before}[{"id":1}]`), false)).toMatchObject({ type: 'ok', data: [{ id: 1 }] });
  expect(faultOf(text(404, `${before}${JSON.stringify(error('woocommerce_rest_product_invalid_id'))}`))).toMatchObject({
    kind: 'not-found',
  });
});

test('[SH8] a list that breaks off behind a warning is not taken for a shorter one', () => {
  expect(faultOf(text(200, `${warning}[{"id":1,"line_items":[]},{"id":2,"line_items":\n[]`))?.kind).toBe('unreadable');
});

test.each<[string, Record<string, string>, number | null]>([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['a date, counted from the shop’s own clock', { 'retry-after': 'Fri, 20 Nov 2026 23:35:26 GMT', date }, 60_000],
  ['a date that is past', { 'retry-after': 'Fri, 20 Nov 2026 23:30:00 GMT', date }, 0],
  ['a date without a clock to count from', { 'retry-after': 'Fri, 20 Nov 2026 23:35:26 GMT' }, null],
  ['more than a day', { 'retry-after': '999999999' }, 86_400_000],
  ['nonsense', { 'retry-after': 'soon' }, null],
])('[SH8] Retry-After: %s', (_what, headers, retryAfterMs) => {
  expect(faultOf(text(503, page, headers))?.retryAfterMs).toBe(retryAfterMs);
  expect(faultOf(text(429, page, headers))?.retryAfterMs).toBe(retryAfterMs);
});

test.each<[RawAnswer, boolean]>([
  [text(500, ''), true],
  [text(504, page), true],
  [text(200, page), true],
  [text(200, '{"id":'), true],
  [text(429, ''), false],
  [text(403, page), false],
  [json(400, error('rest_invalid_param')), false],
])('[SH8] says of a write whether it may have arrived', (raw, mayHaveArrived) => {
  expect(faultOf(raw, true)?.mayHaveArrived).toBe(mayHaveArrived);
  expect(faultOf(raw, false)?.mayHaveArrived).toBe(false);
});

test('[SH8] takes nothing of the shop’s own prose', () => {
  const said = json(401, { code: 'woocommerce_rest_cannot_view', message: 'Llame a Ana, 600 000 000', data: {} });
  expect(JSON.stringify(faultOf(said))).not.toContain('Ana');
  expect(faultOf(json(403, { code: 'Call Ana <ana@example.com>', message: 'x' }))?.code).toBeNull();
});

test('[SH8] a real list cut at any place is never taken for an answer', () => {
  const { bytes, ...rest } = readRestCapture('orders-list');
  for (const before of ['', '\uFEFF', warning]) {
    const whole = Buffer.concat([Buffer.from(before), bytes]);
    for (let end = 0; end < whole.length; end += 97) {
      expect(readAnswer({ ...rest, bytes: whole.subarray(0, end) }, false).type, `cut at ${end}`).toBe('fault');
    }
  }
});
