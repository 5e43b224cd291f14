import { inspect } from 'node:util';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../../server/src/alerts/channels/channel.ts';
import { createOneSignalChannel } from '../../../server/src/alerts/channels/onesignal.ts';
import { renderPush } from '../../../server/src/alerts/render.ts';
import type { Mode } from './mode.ts';
import { startOneSignal, type OneSignalOptions, type OneSignalSimulator } from './onesignal.ts';

/** The channel as Kasera uses it, against every manner of OneSignal's API. */

const apiKey = 'os_v2_app_very-secret-key';
const appId = '5f1b1f63-0000-4000-8000-000000000001';

function payloadFor(externalIds: string[] = ['kim'], idempotencyKey: string = randomUUID()): string {
  const item = { id: '1', name: 'Piñón "ñam"', productId: null, variationId: null, quantity: 2, options: [] };
  const items = [{ ...item, doneQuantity: 0, done: false, change: null }];
  const order = { id: 'o1', number: '1051', items, note: '', kitchenNotes: [], test: false };
  const audience = { type: 'external-ids', externalIds } as const;
  return renderPush({ orders: [order], audience, publicUrl: 'https://k.example', idempotencyKey, appId });
}

async function start(options: Partial<OneSignalOptions> = {}): Promise<OneSignalSimulator> {
  return startOneSignal({ subscribers: ['kim', 'sam'], apiKey, appId, ...options });
}

async function sendIn(mode: Mode, payload = payloadFor()): Promise<SendOutcome> {
  await using simulator = await start({ script: [mode] });
  const outcome = await createOneSignalChannel({ appId, apiKey, apiUrl: simulator.url }).send(payload);
  expect(simulator.requests).toHaveLength(1);
  expectNoKey(outcome);
  return outcome;
}

function expectNoKey(value: unknown): void {
  expect(inspect(value, { depth: 20, showHidden: true })).not.toContain('very-secret');
  expect(JSON.stringify(value)).not.toContain('very-secret');
}

test('[PU2] sends the rendered bytes as they are, with the key in today’s scheme', async () => {
  await using simulator = await start();
  const payload = payloadFor();
  const outcome = await createOneSignalChannel({ appId, apiKey, apiUrl: simulator.url }).send(payload);
  expect(outcome).toEqual({
    type: 'sent',
    providerId: simulator.accepted[0]?.id,
    status: 200,
    warnings: [],
    invalid: [],
  });
  expect(simulator.requests[0]).toMatchObject({
    bodyText: payload,
    path: '/notifications',
    authorization: `Key ${apiKey}`,
  });
  expectNoKey(outcome);
});

test('[PU3] the same push again is recognised by its key: the same id, nobody is told twice', async () => {
  await using simulator = await start();
  const channel = createOneSignalChannel({ appId, apiKey, apiUrl: simulator.url });
  const payload = payloadFor();
  expect(await channel.send(payload)).toEqual(await channel.send(payload));
  expect(simulator.requests[1]?.bodyText).toBe(simulator.requests[0]?.bodyText);
  expect(simulator.accepted).toHaveLength(1);
});

test('[PU3] 200 without an id is nobody', async () => {
  expect(await sendIn({ type: 'not-sent' })).toEqual({
    type: 'nobody',
    status: 200,
    reason: 'All included players are not subscribed',
  });
  expect(await sendIn({ type: 'success' }, payloadFor(['nobody-here']))).toMatchObject({ type: 'nobody' });
});

test('[PU3] external ids the provider does not know are told beside the success', async () => {
  const outcome = await sendIn({ type: 'invalid-aliases', externalIds: ['max'] }, payloadFor(['kim', 'lea']));
  expect(outcome).toMatchObject({ type: 'sent', invalid: ['invalid_aliases: {"external_id":["lea","max"]}'] });
});

test('[PU3] 400, 401 and 403 are refusals with the provider’s words, whatever form they have', async () => {
  expect(await sendIn({ type: 'bad-request' })).toMatchObject({ type: 'refused', status: 400 });
  expect(await sendIn({ type: 'unauthorized' })).toMatchObject({ type: 'refused', status: 401 });
  expect(await sendIn({ type: 'forbidden' })).toMatchObject({
    type: 'refused',
    status: 403,
    error: 'This API key may not send from this address.',
  });
  const objects = [{ code: 'x-1', title: 'No such segment' }];
  expect(await sendIn({ type: 'bad-request', errors: objects })).toMatchObject({ error: 'No such segment' });
  const object = { segments: ['Kitchn'] };
  expect(await sendIn({ type: 'bad-request', errors: object })).toMatchObject({ error: 'segments: ["Kitchn"]' });
});

test('[PU2] a wrong key is refused', async () => {
  await using simulator = await start();
  const channel = createOneSignalChannel({ appId, apiKey: 'another-key', apiUrl: simulator.url });
  expect(await channel.send(payloadFor())).toMatchObject({ type: 'refused', status: 401 });
});

test('[PU3] 429 and 503 are tried again, and Retry-After is kept', async () => {
  expect(await sendIn({ type: 'rate-limited', retryAfter: '42' })).toEqual({
    type: 'retry',
    status: 429,
    retryAfterMs: 42_000,
    error: 'API rate limit exceeded',
    mayHaveArrived: false,
  });
  const retryAfter = new Date(Date.now() + 90_000).toUTCString();
  const dated = await sendIn({ type: 'rate-limited', retryAfter });
  expect(dated.type === 'retry' && dated.retryAfterMs).toBeGreaterThan(80_000);
  expect(dated.type === 'retry' && dated.retryAfterMs).toBeLessThanOrEqual(90_000);
  expect(await sendIn({ type: 'unavailable' })).toMatchObject({ type: 'retry', status: 503, retryAfterMs: null });
  expect(await sendIn({ type: 'unavailable', retryAfter: '7' })).toMatchObject({ status: 503, retryAfterMs: 7_000 });
});

test('[PU3] a gateway’s error page is tried again and not repeated', async () => {
  expect(await sendIn({ type: 'bad-gateway' })).toEqual({
    type: 'retry',
    status: 502,
    retryAfterMs: null,
    error: 'answered 502',
    mayHaveArrived: true,
  });
});

test('[PU3] a 200 that is not OneSignal’s is no success', async () => {
  expect(await sendIn({ type: 'foreign-page' })).toMatchObject({ type: 'retry', mayHaveArrived: true });
});

test('[PU2] a redirect is not followed', async () => {
  await using elsewhere = await start();
  const outcome = await sendIn({ type: 'redirect', location: `${elsewhere.url}/notifications` });
  expect(outcome).toMatchObject({ type: 'refused', status: 302 });
  expect(elsewhere.requests).toEqual([]);
});

test('[PU2] an answer without end or measure is cut off', async () => {
  expect(await sendIn({ type: 'huge', bytes: 2_000_000 })).toMatchObject({ type: 'retry', status: null });
});

test('[PU2] a provider that hangs or drips is given up after 10 s', { timeout: 30_000 }, async () => {
  const startedAt = performance.now();
  const outcomes = await Promise.all([sendIn({ type: 'hang' }), sendIn({ type: 'drip' })]);
  expect(performance.now() - startedAt).toBeGreaterThan(9_900);
  expect(performance.now() - startedAt).toBeLessThan(12_000);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ type: 'retry', status: null, error: 'no answer: ETIMEDOUT', mayHaveArrived: true });
});

test('[PU3] a connection that is cut is tried again: it may have arrived, and is then not told twice', async () => {
  await using simulator = await start({ script: [{ type: 'reset', accepted: true }] });
  const channel = createOneSignalChannel({ appId, apiKey, apiUrl: simulator.url });
  const payload = payloadFor();
  expect(await channel.send(payload)).toMatchObject({ type: 'retry', mayHaveArrived: true });
  expect(await channel.send(payload)).toMatchObject({ type: 'sent', providerId: simulator.accepted[0]?.id });
  expect(simulator.accepted).toHaveLength(1);
});

test('[PU3] a provider nobody answers at is tried again: it cannot have arrived', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const outcome = await createOneSignalChannel({ appId, apiKey, apiUrl: `http://127.0.0.1:${port}` }).send(
    payloadFor(),
  );
  expect(outcome).toMatchObject({ type: 'retry', error: 'no answer: ECONNREFUSED', mayHaveArrived: false });
  expectNoKey(outcome);
});

test('[PU2] a provider that repeats the key does not get it into our errors', async () => {
  const outcome = await sendIn({ type: 'echo-key' });
  expect(outcome).toMatchObject({ type: 'refused', error: 'bad header: Key [key]' });
});
