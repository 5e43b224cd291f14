import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defaultMapping, shopViewSchema, type ShopCheck, type WriteBackMapping } from '@kasera/shared/shop.ts';
import { httpRequest } from '../../tests/support/http-request.ts';
import { until } from '../../tests/support/until.ts';
import { silentLog } from '../ops/log.ts';
import type { ShopAccess } from '../shop/connection/client.ts';
import type { ShopConnection } from '../shop/connection/connection.ts';
import { createConsent } from '../shop/connection/consent.ts';
import type { ConnectOutcome } from '../shop/connection/inspection.ts';
import { createErrorHandler } from './errors.ts';
import { createGrantRouter } from './grant-router.ts';
import { createShopRouter } from './shop-router.ts';

const key = `ck_${'1a'.repeat(20)}`;
const secret = `cs_${'2b'.repeat(20)}`;
const connected: ShopConnection = {
  ...{ source: 'woocommerce', url: 'https://shop.example', key, secret, from: 'page', connectedAt: 5 },
};
const checks: ShopCheck[] = [{ name: 'keys', result: 'failed', found: null, fault: 'unauthorised', code: null }];
const asking = {
  ...({ state: 'asking', checkedAt: 7, everyMs: 10_000, failingSince: null, fault: null, catchUp: null } as const),
};

async function bed() {
  const state = {
    connection: connected as ShopConnection | null,
    outcome: { type: 'connected', checks } as ConnectOutcome,
    typed: [] as ShopAccess[],
    mapping: defaultMapping,
    judged: [] as unknown[],
    refreshed: 0,
  };
  const connect = async (access: ShopAccess) => {
    state.typed.push(access);
    return state.outcome;
  };
  const consent = createConsent({
    ...{ publicUrl: 'https://kitchen.example', connect, now: () => 1_000, random: randomBytes, log: silentLog },
  });
  const router = createShopRouter({
    connection: () => state.connection,
    disconnect: async () => (state.connection?.from === 'environment' ? 'from-environment' : 'left'),
    inspection: { last: () => ({ checks, checkedAt: 6 }), check: async () => checks, connect },
    consent,
    asking: () => asking,
    publicUrl: 'https://kitchen.example',
    publicUrlFaults: async () => ['redirect'],
    webhooks: () => [{ topic: 'order.created', status: 'active', replacedAt: null }],
    webhookRecords: async () =>
      Array.from({ length: 30 }, (_, at) => ({ at, topic: 'order.created', what: 'made', fault: null }) as const),
    mapping: async () => state.mapping,
    saveMapping: async (mapping: WriteBackMapping) => void (state.mapping = mapping),
    statuses: { list: () => [{ slug: 'processing', name: 'Procesando' }], refresh: async () => void state.refreshed++ },
    catalogue: () => ({ products: 3, categories: 2, readAt: 4 }),
    suspects: async () => [{ orderId: 'o1', number: '1042', since: 3 }],
    judge: async (orderIds, erased) => void state.judged.push([orderIds, erased]),
  });
  const app = express();
  app.use(createGrantRouter({ consent }));
  app.use('/api', express.json(), router);
  app.use(createErrorHandler(silentLog));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/shop`;
  const ask = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const answer = await httpRequest(`${root}${path}`, {
      ...{ method, headers: { 'content-type': type } },
      ...(text !== undefined && { body: text }),
    });
    return { status: answer.status, text: answer.text, body: z.record(z.string(), z.unknown()).parse(answer.json()) };
  };
  return {
    ...{ state, consent, ask },
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('[SH1] shows everything the page needs, and of the keys only an end', async () => {
  await using b = await bed();
  const { status, body, text } = await b.ask('GET', '');
  expect(status).toBe(200);
  expect(shopViewSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    connection: { url: 'https://shop.example', from: 'page', keyEnding: key.slice(-7), connectedAt: 5 },
    ...{ checks, checkedAt: 6, asking, publicUrlFaults: ['redirect'], consent: 'none', consentFault: null },
    catalogue: { products: 3 },
  });
  expect(body['webhookRecords']).toHaveLength(20);
  for (const hidden of [key, secret]) expect(text).not.toContain(hidden);
  expect(b.state.refreshed).toBe(1);
});

test('[SH1] connecting answers with the checks, whether it came to be or not', async () => {
  await using b = await bed();
  const typed = { url: ' shop.example ', key: ` ${key}`, secret };
  expect(await b.ask('PUT', '/connection', typed)).toMatchObject({ status: 200, body: { checks } });
  expect(b.state.typed).toEqual([{ url: 'shop.example', key, secret }]);
  b.state.outcome = { type: 'unfit', message: 'The keys are wrong.', checks };
  expect(await b.ask('PUT', '/connection', typed)).toMatchObject({
    status: 422,
    body: { error: { code: 'shop-unfit', message: 'The keys are wrong.' }, checks },
  });
  b.state.outcome = { type: 'from-environment' };
  expect(await b.ask('PUT', '/connection', typed)).toMatchObject({
    ...{ status: 409, body: { error: { code: 'from-environment' } } },
  });
  expect(await b.ask('PUT', '/connection', { url: 'x' })).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid' } },
  });
});

test('[SH1] disconnecting and checking say what cannot be', async () => {
  await using b = await bed();
  expect(await b.ask('DELETE', '/connection')).toMatchObject({
    ...{ status: 200, body: { connection: null, webhooks: 'left' } },
  });
  expect(await b.ask('POST', '/check')).toMatchObject({ status: 200, body: { checks } });
  b.state.connection = { ...connected, from: 'environment' };
  expect(await b.ask('DELETE', '/connection')).toMatchObject({
    status: 409,
    body: { error: { code: 'from-environment' } },
  });
  expect((await b.ask('POST', '/consent', { url: 'shop.example' })).status).toBe(409);
  b.state.connection = null;
  expect(await b.ask('POST', '/check')).toMatchObject({ status: 409, body: { error: { code: 'not-connected' } } });
});

test('[SH5] the mapping is kept as given, and refused where it is none', async () => {
  await using b = await bed();
  const mapping = { ...defaultMapping, ready: { status: 'listo-para-recoger', note: 'customer' } };
  expect(await b.ask('PUT', '/mapping', mapping)).toMatchObject({ status: 200, body: { mapping } });
  expect(b.state.mapping).toEqual(mapping);
  const wrong = { ...mapping, ready: { status: 'Listo!', note: 'customer' } };
  expect(await b.ask('PUT', '/mapping', wrong)).toMatchObject({ status: 400 });
  expect(b.state.mapping).toEqual(mapping);
});

test('[SH4] what a person says of seemingly erased orders goes on', async () => {
  await using b = await bed();
  expect((await b.ask('POST', '/suspects', { orderIds: ['o1'], erased: true })).status).toBe(200);
  expect(b.state.judged).toEqual([[['o1'], true]]);
  expect((await b.ask('POST', '/suspects', { orderIds: [], erased: true })).status).toBe(400);
});

async function stateOf(b: Awaited<ReturnType<typeof bed>>): Promise<string> {
  const { body } = await b.ask('POST', '/consent', { url: 'https://shop.example' });
  return new URL(String(body['url'])).searchParams.get('user_id') ?? '';
}

test.each([
  ['JSON as WooCommerce sends it', 'application/json;charset=UTF-8', (body: object) => JSON.stringify(body)],
  [
    'JSON of a site with another charset',
    'application/json;charset=ISO-8859-1',
    (body: object) => JSON.stringify(body),
  ],
  [
    'a form',
    'application/x-www-form-urlencoded',
    (body: object) =>
      new URLSearchParams(
        Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)])),
      ).toString(),
  ],
])('[SH1] granted keys come without our key, as %s, and are answered 200', async (_what, type, write) => {
  await using b = await bed();
  const grant = {
    key_id: 7,
    user_id: await stateOf(b),
    consumer_key: key,
    consumer_secret: secret,
    key_permissions: 'read_write',
  };
  expect((await b.ask('POST', '/granted', write(grant), type)).status).toBe(200);
  await until(() => b.consent.outcome() === 'granted');
  expect(b.state.typed).toEqual([{ url: 'https://shop.example', key, secret }]);
  expect((await b.ask('POST', '/granted', write(grant), type)).status).toBe(403);
});

test('[SH1] what was not asked for is turned away, whatever it is', async () => {
  await using b = await bed();
  const user_id = await stateOf(b);
  const grant = { user_id: 'f'.repeat(48), consumer_key: key, consumer_secret: secret };
  for (const body of [JSON.stringify(grant), '{', '[]', '', 'null', `user_id=${user_id}`, '\u0000']) {
    expect(await b.ask('POST', '/granted', body), body).toMatchObject({
      status: 403,
      body: { error: { code: 'not-asked' } },
    });
  }
  expect((await b.ask('POST', '/granted', JSON.stringify({ ...grant, x: 'x'.repeat(9_000) }))).status).toBe(413);
  expect(b.state.typed).toEqual([]);
});
