import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { recordingLogs } from '../../../tests/support/recording-logs.ts';
import { until } from '../../../tests/support/until.ts';
import { createShopClient, type ShopAccess } from './client.ts';
import { readRestCapture } from './rest-capture.fixture.ts';

const key = `ck_${'1a'.repeat(20)}`;
const secret = `cs_${'2b'.repeat(20)}`;
const basic = Buffer.from(`${key}:${secret}`).toString('base64');
const ids = z.array(z.object({ id: z.number() }));

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function shop(handle: Handler) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { logs, logged } = recordingLogs();
  const state: { access: ShopAccess | null; now: number } = { access: { url, key, secret }, now: 1_000_000 };
  const client = createShopClient({ connection: () => state.access, now: () => state.now, log: logs.of('shop') });
  return {
    ...{ client, asked, url, logged, state },
    async [Symbol.asyncDispose]() {
      client[Symbol.dispose]();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const answering =
  (status: number, body: string, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

test('[SH1] asks with the keys as Basic, under a plain name, without following anything', async () => {
  await using bed = await shop(answering(200, '[{"id":7}]', { 'x-wp-total': '1', 'x-wp-totalpages': '1' }));
  const answer = await bed.client.get('orders', { status: ['processing', 'on-hold'], dates_are_gmt: true }, ids);
  expect(answer).toMatchObject({ type: 'ok', data: [{ id: 7 }], total: 1, pages: 1 });
  expect(bed.asked[0]?.url).toBe('/wp-json/wc/v3/orders?status=processing%2Con-hold&dates_are_gmt=true');
  expect(bed.asked[0]?.headers).toMatchObject({
    ...{ authorization: `Basic ${basic}`, accept: 'application/json', 'user-agent': 'Kasera' },
  });
});

test('[SH1] writes JSON', async () => {
  const bodies: string[] = [];
  await using bed = await shop((request, response) => {
    request.on('data', (bytes: Buffer) => bodies.push(bytes.toString()));
    request.on('end', () => response.end('{}'));
  });
  await bed.client.send('PUT', 'orders/12', { status: 'completed' }, z.object({}));
  expect([bed.asked[0]?.method, bed.asked[0]?.url, bodies.join('')]).toEqual([
    ...['PUT', '/wp-json/wc/v3/orders/12', '{"status":"completed"}'],
  ]);
  expect(bed.asked[0]?.headers['content-type']).toBe('application/json');
});

test('[SH2b] removing says in the address that it is for good', async () => {
  await using bed = await shop(answering(200, '{}'));
  const query = { force: true };
  expect(await bed.client.send('DELETE', 'webhooks/12', undefined, z.object({}), { query })).toMatchObject({
    type: 'ok',
  });
  expect([bed.asked[0]?.method, bed.asked[0]?.url]).toEqual(['DELETE', '/wp-json/wc/v3/webhooks/12?force=true']);
});

test('[SH8g] when it is closed every request ends, those that wait too, and nothing more is asked', async () => {
  await using bed = await shop(() => {});
  const answers = Array.from({ length: 7 }, () => bed.client.get('orders', {}, ids));
  await until(() => bed.asked.length === 4);
  bed.client[Symbol.dispose]();
  for (const answer of await Promise.all(answers)) expect(answer.type).toBe('fault');
  expect(await bed.client.send('PUT', 'orders/1', {}, ids)).toMatchObject({
    fault: { kind: 'paused', mayHaveArrived: false },
  });
  expect([bed.asked.length, bed.client.isClosed()]).toEqual([4, true]);
});

test('[SH1] the index is asked without keys', async () => {
  await using bed = await shop(answering(200, '{}'));
  await bed.client.index({ _fields: 'namespaces' }, z.object({}));
  expect(bed.asked[0]?.url).toBe('/wp-json/?_fields=namespaces');
  expect(bed.asked[0]?.headers.authorization).toBeUndefined();
});

test('[SH1] without a connection, or over open http, no byte leaves', async () => {
  await using bed = await shop(answering(200, '[]'));
  bed.state.access = null;
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'not-connected', code: null } });
  bed.state.access = { url: bed.url.replace('127.0.0.1', '0.0.0.0'), key, secret };
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({
    fault: { kind: 'not-connected', code: 'plain-http' },
  });
  expect(bed.asked).toHaveLength(0);
});

test('[SH1] an id that would lead elsewhere is not asked', async () => {
  await using bed = await shop(answering(200, '[]'));
  for (const path of ['orders/../../x', 'orders/1?force=true', 'https://evil.example/', 'orders//1', '']) {
    expect(await bed.client.get(path, {}, ids), path).toMatchObject({ fault: { kind: 'refused', code: 'bad-path' } });
  }
  expect(bed.asked).toHaveLength(0);
});

test('[SH8] a redirect to the login is not followed, and the keys go nowhere else', async () => {
  await using bed = await shop(answering(302, '', { location: '/wp-login.php' }));
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'redirect', status: 302 } });
  expect(bed.asked).toHaveLength(1);
});

test('[SH8] silence ends at the time limit; a write may have arrived', async () => {
  await using bed = await shop(() => {});
  expect(await bed.client.get('orders', {}, ids, { timeoutMs: 60 })).toMatchObject({
    fault: { kind: 'timeout', mayHaveArrived: false },
  });
  expect(await bed.client.send('PUT', 'orders/1', {}, ids, { timeoutMs: 60 })).toMatchObject({
    fault: { kind: 'timeout', mayHaveArrived: true },
  });
});

test('[SH8] a body that trickles without end meets the same limit', async () => {
  await using bed = await shop((_request, response) => {
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(timer));
  });
  expect(await bed.client.get('orders', {}, ids, { timeoutMs: 80 })).toMatchObject({ fault: { kind: 'timeout' } });
});

test('[SH8] a broken connection is unreachable, a broken body unreadable', async () => {
  await using reset = await shop((request) => request.socket.resetAndDestroy());
  expect(await reset.client.send('POST', 'orders/1/notes', {}, ids)).toMatchObject({
    fault: { kind: 'unreachable', mayHaveArrived: true },
  });
  await using cut = await shop((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('[{"id":1},');
    setImmediate(() => response.destroy());
  });
  expect(await cut.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'unreadable' } });
  await using notHttp = await shop((request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  expect(await notHttp.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'unreadable' } });
});

test('[SH8] nobody listening: nothing arrived', async () => {
  await using bed = await shop(answering(200, '[]'));
  bed.state.access = { url: 'http://127.0.0.1:9', key, secret };
  expect(await bed.client.send('PUT', 'orders/1', {}, ids)).toMatchObject({
    fault: { kind: 'unreachable', mayHaveArrived: false },
  });
});

test('[SH8] https where there is none is a fault of TLS', async () => {
  await using bed = await shop(answering(200, '[]'));
  bed.state.access = { url: bed.url.replace('http:', 'https:'), key, secret };
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'tls' } });
});

test('[SH8] an answer without end of size is cut off', async () => {
  const block = Buffer.alloc(1024 * 1024, ' ');
  await using bed = await shop((_request, response) => {
    let left = 25;
    const more = (): void => {
      if (left-- > 0 && !response.destroyed) response.write(block, more);
      else response.end();
    };
    more();
  });
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'unreadable' } });
});

test('[SH8] an answer of another shape is unreadable', async () => {
  await using bed = await shop(answering(200, '{"id":7}'));
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({
    fault: { kind: 'unreadable', code: 'unexpected-shape', status: 200 },
  });
});

test('[SH8] a kept connection that the shop closed meanwhile is not a fault', async () => {
  const used = new Set<unknown>();
  await using bed = await shop((request, response) => {
    // The second request on a connection finds it broken, as when both sides act in the same moment.
    if (used.has(request.socket)) return void request.socket.resetAndDestroy();
    used.add(request.socket);
    response.end('[]');
  });
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ type: 'ok' });
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ type: 'ok' });
  expect(bed.asked).toHaveLength(3);
  expect(await bed.client.send('PUT', 'orders/1', {}, ids)).toMatchObject({
    fault: { kind: 'unreachable', mayHaveArrived: true },
  });
  expect(bed.asked).toHaveLength(4);
});

test('[SH1] a shop with plain permalinks is asked by its other address from then on', async () => {
  await using bed = await shop((request, response) => {
    if (request.url?.startsWith('/wp-json/')) return answering(404, '<html>Not Found</html>')(request, response);
    return answering(200, '[]')(request, response);
  });
  expect(await bed.client.get('orders', { per_page: 1 }, ids)).toMatchObject({ type: 'ok' });
  await bed.client.index({}, z.unknown());
  expect(bed.asked.map((request) => request.url)).toEqual([
    '/wp-json/wc/v3/orders?per_page=1',
    '/?rest_route=/wc/v3/orders&route=/wp-json/wc/&per_page=1',
    '/?rest_route=/',
  ]);
});

test('[SH8] a site that says 404 to everything is asked by its other address once, and stays foreign', async () => {
  await using bed = await shop(answering(404, '<html>Not Found</html>'));
  for (const _time of [1, 2, 3]) {
    expect(await bed.client.get('orders/1', {}, ids)).toMatchObject({ fault: { kind: 'foreign', status: 404 } });
  }
  expect(bed.asked).toHaveLength(4);
});

test('[SH8] an order that WooCommerce does not have is not asked for elsewhere', async () => {
  const { status, bytes } = readRestCapture('order-404');
  await using bed = await shop((_request, response) => void response.writeHead(status).end(bytes));
  expect(await bed.client.get('orders/999999', {}, ids)).toMatchObject({ fault: { kind: 'not-found' } });
  expect(bed.asked).toHaveLength(1);
});

test('[SH8] a shop that is down is left alone; a person who presses "check" is not', async () => {
  let well = false;
  await using bed = await shop((request, response) => answering(well ? 200 : 500, '[]')(request, response));
  for (const _time of [1, 2, 3]) await bed.client.get('orders', {}, ids);
  expect(bed.client.state()).toEqual({ open: true, until: bed.state.now + 5_000 });
  expect(await bed.client.get('orders', {}, ids)).toMatchObject({ fault: { kind: 'paused', retryAfterMs: 5_000 } });
  expect(bed.asked).toHaveLength(3);
  well = true;
  expect(await bed.client.get('orders', {}, ids, { evenPaused: true })).toMatchObject({ type: 'ok' });
  expect(bed.client.state()).toEqual({ open: false, until: null });
  expect(bed.logged.map(({ level }) => level)).toContain('warn');
});

test('[SH8] another shop begins anew', async () => {
  await using down = await shop(answering(500, ''));
  await using up = await shop(answering(200, '[]'));
  for (const _time of [1, 2, 3]) await down.client.get('orders', {}, ids);
  down.state.access = { url: up.url, key, secret };
  expect(await down.client.get('orders', {}, ids)).toMatchObject({ type: 'ok' });
});

test('[SH1] whatever happens, the keys are in no answer and no log', async () => {
  const said: unknown[] = [];
  const behaviours: Handler[] = [
    answering(401, `{"code":"woocommerce_rest_cannot_view","message":"${key} ${secret}"}`),
    answering(200, `<html>${basic}</html>`),
    answering(302, '', { location: `/wp-login.php?key=${key}` }),
    answering(500, secret),
    answering(200, `{"id":"${basic}"}`),
    (request) => request.socket.resetAndDestroy(),
    () => {},
  ];
  for (const behaviour of behaviours) {
    await using bed = await shop(behaviour);
    for (const _time of [1, 2, 3, 4]) said.push(await bed.client.get('orders', {}, ids, { timeoutMs: 40 }));
    said.push(await bed.client.send('PUT', 'orders/1', {}, ids, { timeoutMs: 40, evenPaused: true }));
    said.push(bed.logged);
  }
  const all = inspect(said, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null });
  expect(all).toContain('the shop is not well');
  for (const hidden of [key, secret, basic, 'Basic']) expect(all).not.toContain(hidden);
});
