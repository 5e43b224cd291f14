import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askSite } from './ask-site.ts';
import { readTemplate, templateNames, type OrderTemplate } from './templates.ts';
import { startShopSite } from './shop-site.ts';

/** The ways in which a real shop does not answer, its keys, and its consent page. */

const orders = '/wp-json/wc/v3/orders';

test('[SM9] every standing fault is answered as a real shop does', async () => {
  await using site = await startShopSite();
  const date = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const expected = [
    [{ type: 'unauthorized' }, 401, 'woocommerce_rest_cannot_view'],
    [{ type: 'forbidden' }, 403, 'woocommerce_rest_cannot_view'],
    [{ type: 'not-found' }, 404, 'woocommerce_rest_shop_order_invalid_id'],
    [{ type: 'no-route' }, 404, 'rest_no_route'],
    [{ type: 'not-found-page' }, 404, '<html'],
    [{ type: 'bad-request' }, 400, 'rest_invalid_param'],
    [{ type: 'rate-limited', retryAfter: '17' }, 429, '<html'],
    [{ type: 'unavailable', retryAfter: date }, 503, 'maintenance'],
    [{ type: 'critical-error' }, 500, 'critical error'],
    [{ type: 'critical-error', json: true }, 500, '"internal_server_error"'],
    [{ type: 'firewall', status: 200 }, 200, '<html'],
    [{ type: 'firewall', status: 403 }, 403, '<html'],
    [{ type: 'login' }, 302, ''],
    [{ type: 'to-https' }, 301, ''],
  ] as const;
  for (const [fault, status, words] of expected) {
    const clear = site.fault(fault);
    const asked = await askSite(site, orders);
    expect([fault.type, asked.status]).toEqual([fault.type, status]);
    expect(asked.text).toContain(words);
    if ('retryAfter' in fault) expect(asked.header('Retry-After')).toBe(fault.retryAfter);
    if (words === '<html') expect(asked.header('Content-Type')).toBe('text/html; charset=UTF-8');
    if (fault.type === 'login') expect(asked.header('Location')).toMatch(/^\/wp-login\.php\?redirect_to=/);
    if (fault.type === 'to-https') expect(asked.header('Location')).toMatch(/^https:\/\//);
    clear();
  }
  expect((await askSite(site, orders)).status).toBe(200);
  expect(site.requests.at(-2)).toMatchObject({ path: orders, fault: 'to-https', status: 301, authorized: true });
});

test('[SM9] a fault holds for a path, a method or so many requests, and can be cleared', async () => {
  await using site = await startShopSite();
  site.fault({ type: 'unavailable' }, { path: /\/orders$/, times: 2 });
  site.fault({ type: 'forbidden' }, { method: 'POST' });
  const status = async (path: string, method = 'GET'): Promise<number> =>
    (await askSite(site, path, { method })).status;
  expect([await status(orders), await status('/wp-json/wc/v3/products')]).toEqual([503, 200]);
  expect([await status(orders), await status(orders)]).toEqual([503, 200]);
  expect(await status('/wp-json/wc/v3/webhooks', 'POST')).toBe(403);
  site.clearFaults();
  expect(await status('/wp-json/wc/v3/webhooks', 'POST')).toBe(400);
});

test.each(['content-length', 'chunk', 'close'] as const)('[SM9] an answer is cut in the middle: %s', async (how) => {
  await using site = await startShopSite();
  site.shop.addOrder('guest');
  site.fault({ type: 'truncated', how });
  const asked = askSite(site, orders);
  if (how !== 'close') {
    await expect(asked).rejects.toThrow(/aborted|hang up|reset/i);
    return;
  }
  const cut = await asked;
  expect(cut.status).toBe(200);
  expect(() => cut.json()).toThrow(SyntaxError);
});

test('[SM9] a warning before the JSON, a late answer and a huge one', async () => {
  await using site = await startShopSite();
  const clear = site.fault({ type: 'php-warning' });
  const warned = await askSite(site, orders);
  expect(warned.text).toMatch(/^<br \/>[^]*\[\]$/);
  expect(warned.header('Content-Type')).toBe('application/json; charset=UTF-8');
  clear();
  site.fault({ type: 'slow', ms: 150 }, { times: 1 });
  const started = performance.now();
  expect((await askSite(site, orders)).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(140);
  site.fault({ type: 'huge', bytes: 1_000_000 });
  const huge = await askSite(site, orders);
  expect(huge.json()).toHaveLength(huge.text.length / 2 - 0.5);
  expect(huge.text.length).toBeGreaterThan(999_000);
});

test('[SM9] silence and reset, before or after what was asked for is done', async () => {
  await using site = await startShopSite();
  const { id } = site.shop.addOrder('guest');
  const write = { method: 'PUT', body: { status: 'completed' } };
  site.fault({ type: 'reset' }, { times: 1 });
  await expect(askSite(site, `${orders}/${id}`, write)).rejects.toThrow(/reset|hang up/i);
  expect(site.shop.orders()[0]?.status).toBe('processing');
  site.fault({ type: 'reset', done: true }, { times: 1 });
  await expect(askSite(site, `${orders}/${id}`, write)).rejects.toThrow(/reset|hang up/i);
  expect(site.shop.orders()[0]?.status).toBe('completed');
  site.fault({ type: 'silence' }, { times: 1 });
  const silent = askSite(site, orders).catch(() => 'cut off');
  await expect.poll(() => site.requests.at(-1)?.fault).toBe('silence');
  await site.close();
  expect(await silent).toBe('cut off');
});

test('[SM9] a shop that is down refuses connections, and comes back at the same address as it was', async () => {
  await using site = await startShopSite();
  const { id } = site.shop.addOrder('guest');
  await site.goDown();
  await expect(askSite(site, orders)).rejects.toThrow(/ECONNREFUSED/);
  await site.comeBack();
  expect((await askSite(site, `${orders}/${id}`)).status).toBe(200);
});

test('[SM9] keys: read only, unknown, revoked, and in the query', async () => {
  await using site = await startShopSite();
  const { id } = site.shop.addOrder('guest');
  const reader = site.addKey('read');
  const ask = async (method: string, path: string, auth: { key: string; secret: string } | null): Promise<unknown> => {
    const asked = await askSite(site, path, { method, auth, body: method === 'PUT' ? {} : undefined });
    return [asked.status, Object(asked.json()).message];
  };
  expect((await askSite(site, orders, { auth: reader })).status).toBe(200);
  expect(await ask('PUT', `${orders}/${id}`, reader)).toEqual([
    401,
    'The API key provided does not have write permissions.',
  ]);
  expect(await ask('GET', orders, site.addKey('write'))).toEqual([
    401,
    'The API key provided does not have read permissions.',
  ]);
  site.revokeKey(reader.key);
  expect(await ask('GET', `${orders}/${id}`, reader)).toEqual([401, 'Sorry, you cannot view this resource.']);
  const inQuery = `${orders}?consumer_key=${site.key}&consumer_secret=${site.secret}`;
  expect((await askSite(site, inQuery, { auth: null })).status).toBe(200);
  expect(JSON.stringify(site.requests)).not.toMatch(/c[ks]_/);
});

test('[SM9] the index and what is nowhere', async () => {
  await using site = await startShopSite({ now: () => Date.parse('2026-07-01T12:00:00Z') });
  const index = await askSite(site, '/wp-json/', { auth: null });
  expect(index.json()).toMatchObject({
    url: site.url,
    home: site.url,
    gmt_offset: 2,
    timezone_string: 'Europe/Madrid',
  });
  expect(Object(index.json()).namespaces).toContain('wc/v3');
  expect((await askSite(site, '/?rest_route=/wc/v3/orders')).status).toBe(200);
  expect((await askSite(site, '/wp-json/wc/v3/nothing')).json()).toMatchObject({ code: 'rest_no_route' });
  expect((await askSite(site, '/wp-json/wc/v3/orders', { method: 'DELETE' })).json()).toMatchObject({
    code: 'rest_no_route',
  });
  expect((await askSite(site, '/about')).header('Content-Type')).toBe('text/html; charset=UTF-8');
  const status = await askSite(site, '/wp-json/wc/v3/system_status');
  expect(status.json()).toMatchObject({ environment: { version: '10.5.0', wp_version: '6.9.1' } });
  const version = await askSite(site, '/wp-json/wc/v3/system_status?_fields=environment.version');
  expect(version.text).toBe('{"environment":{"version":"10.5.0"}}');
  expect((await askSite(site, '/wp-json/?_fields=timezone_string')).text).toBe(
    String.raw`{"timezone_string":"Europe\/Madrid"}`,
  );
  await using offset = await startShopSite({ zone: '+05:30' });
  expect((await askSite(offset, '/wp-json/')).json()).toMatchObject({ gmt_offset: '5.5', timezone_string: '' });
});

test('[SM9] every product an order can name is in the catalogue, and every variation under its parent', async () => {
  await using site = await startShopSite();
  const names = Object.keys(templateNames) as OrderTemplate[];
  for (const name of names) {
    const { line_items: lines }: { line_items: { product_id: number; variation_id: number }[] } = JSON.parse(
      readTemplate(name),
    );
    for (const { product_id: id, variation_id: variationId } of lines.filter((line) => line.product_id > 0)) {
      const product = Object((await askSite(site, `/wp-json/wc/v3/products/${id}`)).json());
      expect(product, `${name}: ${id}`).toMatchObject({ id, parent_id: 0 });
      expect(product.categories.length).toBeGreaterThan(0);
      if (variationId > 0) expect(product.variations).toContain(variationId);
    }
  }
});

/** A callback that keeps what it is sent. */
async function startCallback(status: number) {
  const sent: unknown[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      sent.push(JSON.parse(Buffer.concat(parts).toString()));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, sent, [Symbol.asyncDispose]: close };
}

const linkOf = (page: string, name: string): string => {
  const [, href = ''] = new RegExp(`class="wc-auth-${name}" href="([^"]*)"`).exec(page) ?? [];
  return href.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
};

test('[SM10] consent: approving posts working keys and leads back, denying only leads back', async () => {
  await using callback = await startCallback(200);
  await using site = await startShopSite({ hosts: { 'https://kasera.example.test': callback.url } });
  const query = new URLSearchParams({
    ...{ app_name: 'Kasera <b>', user_id: '7f', scope: 'read_write' },
    return_url: 'https://kasera.example.test/settings/shop?from=consent',
    callback_url: 'https://kasera.example.test/consent',
  });
  const page = await askSite(site, `/wc-auth/v1/authorize?${query.toString()}`, { auth: null });
  expect(page.text).toContain('Kasera &#60;b&#62; wants');
  expect(linkOf(page.text, 'deny')).toBe(`${callback.url}/settings/shop?from=consent&success=0&user_id=7f`);
  const approved = await askSite(site, linkOf(page.text, 'approve'), { auth: null });
  expect([approved.status, approved.header('Location')]).toEqual([
    302,
    `${callback.url}/settings/shop?from=consent&success=1&user_id=7f`,
  ]);
  expect(callback.sent).toMatchObject([{ key_id: 2, user_id: '7f', key_permissions: 'read_write' }]);
  const { consumer_key: key, consumer_secret: secret } = Object(callback.sent[0]);
  expect((await askSite(site, orders, { auth: { key, secret } })).status).toBe(200);
});

test('[SM10] consent: what is missing or not over https is refused, and a callback that fails makes no key', async () => {
  await using callback = await startCallback(500);
  await using site = await startShopSite();
  const whole = { app_name: 'K', user_id: '1', scope: 'read', return_url: callback.url, callback_url: callback.url };
  const open = async (params: Record<string, string>, route = 'authorize') =>
    askSite(site, `/wc-auth/v1/${route}?${new URLSearchParams(params).toString()}`);
  expect((await open({ ...whole, scope: '' })).text).toContain('Missing parameter scope');
  expect((await open({ ...whole, scope: 'all' })).text).toContain('Invalid scope all');
  const plain = await open({ ...whole, callback_url: 'http://kasera.example.test/' });
  expect([plain.status, plain.text]).toEqual([401, expect.stringContaining('needs to be over SSL')]);
  expect((await open(whole, 'access_granted')).text).toContain('Invalid nonce verification');
  const failed = await askSite(site, linkOf((await open(whole)).text, 'approve'));
  expect([failed.status, failed.text]).toEqual([401, expect.stringContaining('An error occurred in the request')]);
  expect(site.keys()).toHaveLength(1);
});
