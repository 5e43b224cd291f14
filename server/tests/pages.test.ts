import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqlWithoutValues } from '../src/db/sql.ts';
import { errorOf, settled } from './support/api.ts';
import { healthOf } from './support/health.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

function builtClient(path: string): void {
  mkdirSync(join(path, 'assets'));
  writeFileSync(join(path, 'index.html'), '<!doctype html><title>Kasera</title>');
  writeFileSync(join(path, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(path, 'build.json'), '{"build":"1a2b"}');
}

test('[BD6a] pages carry headers that keep scripts, frames and addresses of others out', async () => {
  using folder = temporaryFolder();
  builtClient(folder.path);
  await using kasera = await startKasera({ clientDir: folder.path });
  const page = await kasera.request('/board');
  expect([page.status, page.text]).toEqual([200, '<!doctype html><title>Kasera</title>']);
  const policy = String(page.headers['content-security-policy']);
  for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
    expect(policy.split(';')).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  expect(page.headers['x-powered-by']).toBeUndefined();
});

test('[BD1] the root leads to the board, hashed files are kept for ever, and the build is in the beat', async () => {
  using folder = temporaryFolder();
  builtClient(folder.path);
  await using kasera = await startKasera({ clientDir: folder.path });
  const root = await kasera.request('/');
  expect([root.status, root.headers.location]).toEqual([302, '/board']);
  const script = await kasera.request('/assets/app-1a2b.js');
  expect([script.status, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await healthOf(kasera)).build).toBe('1a2b');
  for (const path of ['/../secrets.json', '/..%2fsecrets.json', '/%2e%2e/kasera.sqlite', '/.env', '/nothing']) {
    expect([path, (await kasera.request(path)).status >= 400]).toEqual([path, true]);
  }
});

test('[BD1] every page of the client is its one document, and what has no hash in its name is asked for each time', async () => {
  using folder = temporaryFolder();
  builtClient(folder.path);
  for (const name of ['sw.js', 'manifest.webmanifest']) writeFileSync(join(folder.path, name), '{}');
  await using kasera = await startKasera({ clientDir: folder.path });
  const pages = [
    'board',
    'handover',
    'pickup',
    'service',
    'history',
    'order/0190-a',
    'settings/kitchen',
    'settings/shop',
  ];
  for (const page of [...pages, 'keys']) {
    const { status, text, headers } = await kasera.request(`/${page}`);
    expect([page, status, text]).toEqual([page, 200, '<!doctype html><title>Kasera</title>']);
    expect(headers['cache-control']).toBe('no-cache');
  }
  const worker = await kasera.request('/sw.js');
  expect([worker.status, worker.headers['cache-control']]).toEqual([200, 'no-cache']);
  expect(worker.headers['content-type']).toMatch('text/javascript');
  expect((await kasera.request('/manifest.webmanifest')).headers['cache-control']).toBe('no-cache');
});

test('[API1] answers of the API are kept by no cache', async () => {
  await using kasera = await startKasera();
  for (const path of ['/api/orders', '/api/inbox', '/healthz']) {
    expect((await kasera.get(path)).headers['cache-control']).toBe('no-store');
  }
});

test('[API2] every error is {error: {code, message}} and shows nothing of the inside', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  await settled(kasera);
  expect(errorOf(await kasera.request('/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(errorOf(await kasera.get('/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(errorOf(await kasera.get('/api/orders/%'))).toMatchObject({ status: 400, code: 'bad-request' });
  await kasera.database.write([sqlWithoutValues('alter table orders rename to gone')]);
  const broken = await kasera.get('/api/orders');
  expect(errorOf(broken)).toEqual({
    status: 500,
    code: 'internal',
    message: 'Something went wrong inside Kasera; its log says more.',
  });
  expect(kasera.logged.at(-1)).toMatchObject({ level: 'error', subsystem: 'http', sentence: 'a request failed' });
  await kasera.database.write([sqlWithoutValues('alter table gone rename to orders')]);
  expect((await kasera.get('/api/orders')).status).toBe(200);
});

/** As browsers ask for a page. */
const asBrowser = (language = 'es-ES,es;q=0.9') => ({
  headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': language },
});

test.each([
  ['while the client is being built', '/board', 503, 'Un momento', 'One moment'],
  ['at an address that cannot be read', '/order/%E0%A4%A', 400, 'La dirección no se entiende', 'cannot be read'],
  ['where there is nothing', '/nothing/<b>here</b>', 404, 'Aquí no hay nada', 'There is nothing here'],
])('[API2a] a browser that asks for a page %s gets one it can read', async (_where, path, status, es, en) => {
  await using kasera = await startKasera();
  const page = await kasera.request(path, asBrowser());
  expect([page.status, page.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  expect(page.text.indexOf(es)).toBeGreaterThan(0);
  expect(page.text.indexOf(en)).toBeGreaterThan(page.text.indexOf(es));
  expect(page.text).not.toContain('<b>');
  expect(page.headers).toMatchObject({
    'cache-control': 'no-store',
    vary: expect.stringContaining('Accept') as unknown,
  });
  const english = (await kasera.request(path, asBrowser('en-GB'))).text;
  expect(english.indexOf(en)).toBeLessThan(english.indexOf(es));
  expect(errorOf(await kasera.request(path))).toMatchObject({ status });
});

test('[API2a] the page of a client that is being built asks again by itself, until it is there', async () => {
  using folder = temporaryFolder();
  await using kasera = await startKasera({ clientDir: folder.path });
  for (const path of ['/board', '/handover', '/order/0190-a']) {
    const { status, headers } = await kasera.request(path, asBrowser());
    expect([path, status, headers['retry-after'], headers['refresh']]).toEqual([path, 503, '5', '5']);
  }
  builtClient(folder.path);
  expect((await kasera.request('/board', asBrowser())).text).toBe('<!doctype html><title>Kasera</title>');
});

test('[API2a] what scripts ask for stays JSON, whoever asks', async () => {
  await using kasera = await startKasera();
  expect(errorOf(await kasera.request('/api/orders', asBrowser()))).toMatchObject({ status: 401 });
  expect(errorOf(await kasera.request('/API/nothing', asBrowser()))).toMatchObject({ status: 401 });
});

test('[API3] /healthz answers those with a key also while the database cannot be read', async () => {
  await using kasera = await startKasera();
  await kasera.database[Symbol.asyncDispose]();
  const answer = await kasera.get('/healthz');
  expect(answer.json()).toMatchObject({ status: expect.stringMatching(/^(ok|refusing-orders)$/) as unknown });
  expect(answer.text).toContain('notices');
});
