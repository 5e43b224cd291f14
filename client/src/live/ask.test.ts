import { expect, test } from 'vitest';
import { createAsk } from './ask.ts';
import { canReopen, createOrdersApi } from './orders-api.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

function asking(respond: () => Promise<Response>) {
  const asked: { path: string; init: RequestInit }[] = [];
  const times: number[] = [];
  const ask = createAsk({
    fetch(path, init) {
      asked.push({ path, init });
      return respond();
    },
    onServerTime: (now) => times.push(now),
  });
  return { ask, asked, times };
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : null);

test('[SC2] whatever happens is a reply: no answer, no key, a refusal, another server', async () => {
  const by = (respond: () => Promise<Response>) => asking(respond).ask({ path: '/api/x', read: textIn });
  expect(await by(() => Promise.reject(new Error('gone')))).toEqual({ type: 'unreached' });
  expect(await by(async () => answer(401, {}))).toEqual({ type: 'unauthorised' });
  expect(await by(async () => answer(409, { error: { code: 'conflict', message: 'Too late.' } }))).toEqual({
    ...{ type: 'refused', status: 409, code: 'conflict', message: 'Too late.' },
  });
  expect(await by(async () => answer(502, '<html>'))).toMatchObject({ type: 'refused', status: 502, code: '502' });
  expect(await by(async () => answer(200, { odd: true }))).toEqual({ type: 'unreadable' });
  expect(await by(async () => answer(200, 'plain words'))).toEqual({ type: 'done', data: 'plain words' });
});

test('[SC3] the page’s clock is the server’s, by the date of each answer', async () => {
  const { ask, times } = asking(async () => answer(200, 'x', { date: 'Fri, 20 Nov 2026 20:41:00 GMT' }));
  await ask({ path: '/api/x', read: textIn });
  expect(times).toEqual([Date.parse('2026-11-20T20:41:00Z')]);
});

test('[SC2] the key goes along with the one request that needs it, and with no other', async () => {
  const { ask, asked } = asking(async () => answer(200, { id: 7 }));
  const api = createOrdersApi({ ask, newId: () => 'press', screen: 'wall' });
  expect(await api.requestBody('a/b', 'secret')).toEqual({ type: 'done', data: '{\n  "id": 7\n}' });
  await api.story('o 1');
  expect(asked.map(({ path }) => path)).toEqual(['/api/inbox/a%2Fb/body', '/api/orders/o%201/story']);
  expect(asked.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual(['Bearer secret', null]);
});

test('[SC3] reopening is a recall from the state that was seen; what is open or cancelled has none', async () => {
  const { ask, asked } = asking(async () => answer(200, {}));
  const api = createOrdersApi({ ask, newId: () => 'press', screen: 'wall' });
  expect(await api.reopen({ id: 'o1', status: 'completed', version: 4 })).toEqual({ type: 'done', data: null });
  const sent = { id: 'press', type: 'recall', from: 'completed', screen: 'wall', version: 4 };
  expect(asked[0]?.init.body).toBe(JSON.stringify(sent));
  expect(canReopen({ status: 'ready' })).toBe(true);
  expect(canReopen({ status: 'cancelled' })).toBe(false);
  expect(canReopen({ status: 'preparing' })).toBe(false);
});
