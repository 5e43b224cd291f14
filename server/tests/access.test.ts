import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deriveKeys, openSecrets, sameSecret } from '../src/access/keys.ts';
import { errorOf } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { openScreen } from './support/screen.ts';
import { orderNumbered, recorded } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const closedPaths: [string, string][] = [
  ['GET', '/api/orders'],
  ['GET', '/api/orders/1'],
  ['POST', '/api/orders/1/commands'],
  ['GET', '/api/inbox'],
  ['POST', '/api/inbox/1/replay'],
  ['GET', '/api/deliveries'],
  ['POST', '/api/test-orders'],
  ['GET', '/api'],
  ['GET', '/api/anything'],
  ['GET', '/API/orders'],
];

test('[BD6] nothing below /api is told or done without a key, or with a wrong one', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  const { cookie, boardKey } = deriveKeys(kasera.apiKey);
  const wrong = [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: `Basic ${kasera.apiKey}` },
    { authorization: kasera.apiKey },
    { authorization: `Bearer ${boardKey}` },
    { authorization: `Bearer ${kasera.apiKey}x` },
    { authorization: `Bearer ${cookie}` },
    { cookie: `kasera=${kasera.apiKey}` },
    { cookie: `kasera=${boardKey}` },
    { cookie: 'kasera=' },
    { cookie: `other=${cookie}` },
  ];
  for (const [method, path] of closedPaths) {
    for (const headers of wrong) {
      const answer = await kasera.request(path, { method, headers });
      expect([path, headers, errorOf(answer)]).toMatchObject([path, headers, { status: 401, code: 'unauthorised' }]);
    }
    const known = await kasera.request(path, { method, headers: { authorization: `Bearer ${kasera.apiKey}` } });
    expect([path, known.status]).not.toEqual([path, 401]);
  }
});

test('[BD6] the board link’s key is swapped for an HttpOnly SameSite cookie that opens the rest', async () => {
  await using kasera = await startKasera();
  const cookie = await cookieOf(kasera);
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
  expect(cookie).toMatch(/; Path=\/;/);
  expect(cookie).not.toContain('Secure');
  const [pair = ''] = cookie.split(';');
  expect((await kasera.request('/api/orders', { headers: { cookie: `a=b; ${pair}` } })).status).toBe(200);
  using screen = await openScreen(kasera.url, { headers: { cookie: pair } });
  expect((await screen.sync()).type).toBe('all');
});

test('[BD6] behind https the cookie is for https only', async () => {
  await using kasera = await startKasera();
  expect(await cookieOf(kasera, { 'x-forwarded-proto': 'https' })).toMatch(/; Secure/);
});

test('[BD6c] who is no trusted proxy is not believed that it came by https', async () => {
  await using kasera = await startKasera({ environment: { TRUSTED_PROXIES: '172.18.0.0/16' } });
  expect(await cookieOf(kasera, { 'x-forwarded-proto': 'https' })).not.toContain('Secure');
});

test('[BD6] a wrong board key gets no cookie, and no key stays in the address', async () => {
  await using kasera = await startKasera();
  for (const key of ['wrong', '', kasera.apiKey, deriveKeys('another').boardKey]) {
    const answer = await kasera.request(`/board?key=${key}`);
    expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([303, '/board', undefined]);
  }
});

test('[BD6] /webhooks and a bare /healthz are open; its details need a key', async () => {
  await using kasera = await startKasera();
  expect((await kasera.deliver(recorded('ping'))).status).toBe(200);
  const bare = await kasera.request('/healthz');
  expect([bare.status, bare.json()]).toEqual([200, { status: 'ok' }]);
  const wrong = await kasera.request('/healthz', { headers: { authorization: 'Bearer wrong' } });
  expect(wrong.json()).toEqual({ status: 'ok' });
  expect((await kasera.get('/healthz')).json()).toMatchObject({ status: 'ok', notices: expect.any(Array) as unknown });
});

test('[BD6] a socket without a key, or with a wrong one, is refused at the handshake', async () => {
  await using kasera = await startKasera();
  const headers = { cookie: 'kasera=wrong' };
  for (const options of [{ key: null }, { key: 'wrong' }, { key: null, headers }]) {
    await expect(kasera.screen(options)).rejects.toMatchObject({ data: { code: 'unauthorised' } });
  }
});

test('[BD6] another site’s page is refused, on the socket too, whatever key it carries', async () => {
  await using kasera = await startKasera();
  const authorization = `Bearer ${kasera.apiKey}`;
  const { host } = new URL(kasera.url);
  for (const origin of ['https://evil.example', 'null', `http://${host}.evil.example`, 'http://127.0.0.1:1']) {
    const answer = await kasera.request('/api/orders', { headers: { authorization, origin } });
    expect([origin, errorOf(answer)]).toMatchObject([origin, { status: 403, code: 'wrong-origin' }]);
    await expect(kasera.screen({ headers: { origin } })).rejects.toThrow('websocket error');
  }
  const ours = { authorization, origin: kasera.url };
  expect((await kasera.request('/api/orders', { headers: ours })).status).toBe(200);
  using screen = await kasera.screen({ headers: { origin: kasera.url } });
  expect(screen.connected()).toBe(true);
});

test('[BD6] a host that is not ours is refused, on the socket too: names that point here prove nothing', async () => {
  await using kasera = await startKasera({
    environment: { PUBLIC_URL: 'https://kitchen.example.com', ALLOWED_HOSTS: 'tablet.lan' },
  });
  const authorization = `Bearer ${kasera.apiKey}`;
  const { port } = new URL(kasera.url);
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', 'user@evil.example', '%']) {
    const answer = await kasera.request('/board', { headers: { host } });
    expect([host, errorOf(answer)]).toMatchObject([host, { status: 421, code: 'wrong-host' }]);
    const asked = await kasera.request('/api/orders', { headers: { host, authorization } });
    expect([host, asked.status >= 400]).toEqual([host, true]);
    await expect(kasera.screen({ headers: { host } })).rejects.toThrow('websocket error');
  }
  for (const host of ['localhost', `localhost:${port}`, '192.168.1.20:8080', '[::1]:8080', 'TABLET.lan']) {
    expect((await kasera.request('/api/orders', { headers: { host, authorization } })).status).toBe(200);
  }
  const proxied = { host: 'kitchen.example.com', origin: 'https://kitchen.example.com', authorization };
  expect((await kasera.request('/api/orders', { headers: proxied })).status).toBe(200);
  // WooCommerce may call by whatever name leads here: its signature is its proof.
  const webhook = recorded('order-created-guest');
  expect((await kasera.deliver({ ...webhook, headers: { ...webhook.headers, host: 'any.example' } })).status).toBe(200);
});

test('[SU1] secrets are made once and kept readable by their owner only', () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const given = { apiKey: null, webhookSecret: null, hookdeckSecret: null, oneSignalKey: null, shopKeys: null };
  const made = openSecrets(dataDir, given);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(made.apiKey).toMatch(/^ks_[\w-]{32}$/);
  expect(made.webhookSecret).toMatch(/^[\w-]{32}$/);
  expect(openSecrets(dataDir, given)).toEqual(made);
  expect(openSecrets(join(folder.path, 'other'), given).apiKey).not.toBe(made.apiKey);
  expect(openSecrets(dataDir, { ...given, apiKey: 'the-owner-chose-this' })).toEqual({
    ...made,
    apiKey: 'the-owner-chose-this',
  });
});

test('[SU1a] rights somebody loosened are tightened again, and a broken file is a sentence', () => {
  using folder = temporaryFolder();
  const given = { apiKey: null, webhookSecret: null, hookdeckSecret: null, oneSignalKey: null, shopKeys: null };
  const path = join(folder.path, 'secrets.json');
  mkdirSync(folder.path, { recursive: true });
  openSecrets(folder.path, given);
  writeFileSync(path, '{"apiKey":"short"}', { mode: 0o644 });
  expect(() => openSecrets(folder.path, given)).toThrow(/secrets\.json is not readable as Kasera’s secrets/);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('[BD6] keys are compared whole, and none of them reveals another', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  for (const other of ['', 'ab', 'abcd', 'abC', 'abc ']) expect(sameSecret('abc', other)).toBe(false);
  const { boardKey, cookie } = deriveKeys('ks_one');
  expect(new Set([boardKey, cookie, 'ks_one', deriveKeys('ks_two').boardKey]).size).toBe(4);
  expect(cookie.startsWith(boardKey)).toBe(false);
});

async function cookieOf(kasera: RunningKasera, headers: Record<string, string> = {}): Promise<string> {
  const { boardKey } = deriveKeys(kasera.apiKey);
  const answer = await kasera.request(`/board?key=${boardKey}`, { headers });
  expect([answer.status, answer.headers.location]).toEqual([303, '/board']);
  return answer.headers['set-cookie']?.join() ?? '';
}
