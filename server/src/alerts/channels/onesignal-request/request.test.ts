import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { request, type CallResponse } from './request.ts';
import { parseRetryAfter } from './retry-after.ts';

interface Outcome {
  error: Error | null;
  response: CallResponse | undefined;
  seen: IncomingMessage[];
}

/** Calls a server of one handler as onesignal-node would. */
async function call(handler: RequestListener, body?: unknown): Promise<Outcome> {
  const seen: IncomingMessage[] = [];
  const server = createServer((incoming, response) => {
    seen.push(incoming);
    handler(incoming, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Basic secret-key' };
  const options = { uri: `http://127.0.0.1:${port}/notifications`, method: 'POST', headers, body, json: true };
  const outcome = await new Promise<Outcome>((resolve) =>
    request(options, (error, response) => resolve({ error, response, seen })),
  );
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return outcome;
}

test('[PU2] a response gives status, body and headers, and nothing of the request', async () => {
  const { error, response, seen } = await call((_, answer) => answer.setHeader('x-one', '1').end('{"id":"7"}'), {
    a: 1,
  });
  expect(error).toBeNull();
  expect(response?.toJSON()).toMatchObject({ statusCode: 200, body: { id: '7' }, headers: { 'x-one': '1' } });
  expect(Object.keys(response?.toJSON() ?? {}).toSorted()).toEqual(['body', 'headers', 'statusCode']);
  expect(inspect(response, { depth: 20, showHidden: true })).not.toContain('secret-key');
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Key secret-key', 'content-length': '7' });
});

test('[PU2] a status from 300 on is an error of ours, with Retry-After and without the key', async () => {
  const { error, response } = await call((incoming, answer) => {
    answer.writeHead(429, { 'retry-after': '3' }).end(`slow down, ${incoming.headers.authorization}`);
  });
  expect(response).toBeUndefined();
  expect(error).toMatchObject({ statusCode: 429, code: null, retryAfterMs: 3_000, bodyText: 'slow down, Key [key]' });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('secret-key');
  expect(error?.stack).not.toContain('secret-key');
});

test('[PU2] a network error has the network’s code and no trace of the call', async () => {
  const { error } = await call((incoming) => void incoming.socket.resetAndDestroy());
  expect(error).toMatchObject({ name: 'OneSignalCallError', statusCode: null, code: 'ECONNRESET' });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/secret-key|notifications/);
  expect(error?.cause).toBeUndefined();
});

test('[PU2] an empty or foreign answer is handed on as it is', async () => {
  expect((await call((_, answer) => void answer.end())).response?.body).toBe('');
  expect((await call((_, answer) => void answer.end('<p>'))).response?.body).toBe('<p>');
});

test('[PU3] Retry-After is read as seconds or as a date', () => {
  const now = Date.UTC(2026, 10, 21, 20, 0, 0);
  expect(parseRetryAfter('120', now)).toBe(120_000);
  expect(parseRetryAfter(' 0.5 ', now)).toBe(500);
  expect(parseRetryAfter('Sat, 21 Nov 2026 20:01:00 GMT', now)).toBe(60_000);
  expect(parseRetryAfter('Sat, 21 Nov 2026 19:00:00 GMT', now)).toBe(0);
  for (const value of [undefined, '', '-5', 'soon', '1e3x', ['1']]) expect(parseRetryAfter(value, now)).toBeNull();
});
