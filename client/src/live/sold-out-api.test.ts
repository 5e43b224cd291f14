import { expect, test } from 'vitest';
import { createSoldOutApi } from './sold-out-api.ts';

const wish = {
  ...{ id: 'w1', productId: '7', variationId: null, name: 'Salmon', span: 'hour' as const, by: 'Grill' },
};

function apiAnswering(answer: () => Response | Promise<Response>) {
  const asked: { path: string; method: string | undefined; body: unknown }[] = [];
  const api = createSoldOutApi({
    async fetch(path, { method, body }) {
      asked.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : null });
      return answer();
    },
  });
  return { api, asked };
}
const status = (code: number) => () => new Response('{}', { status: code });
const unending = new AbortController().signal;

test('[SH7.2] asks the server with the id of the wish, and to bring back by its id', async () => {
  const { api, asked } = apiAnswering(status(201));
  expect(await api.sellOut(wish)).toEqual({ type: 'done' });
  expect(await api.bringBack('a/b')).toEqual({ type: 'done' });
  expect(asked).toEqual([
    { path: '/api/sold-out', method: 'POST', body: wish },
    { path: '/api/sold-out/a%2Fb', method: 'DELETE', body: null },
  ]);
});

test('[SH7.2] without the server nothing is done, and that is said', async () => {
  const { api, asked } = apiAnswering(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await api.sellOut(wish)).toEqual({ type: 'offline' });
  expect(await api.search('sal', unending)).toEqual({ type: 'offline' });
  expect(asked).toHaveLength(2);
});

test('[SH7.2] each refusal has its reason', async () => {
  const why = async (code: number) => (await apiAnswering(status(code)).api.sellOut(wish)) as unknown;
  expect(await why(400)).toEqual({ type: 'refused', why: 'invalid' });
  expect(await why(401)).toEqual({ type: 'refused', why: 'unauthorised' });
  expect(await why(404)).toEqual({ type: 'refused', why: 'unknown' });
  expect(await why(409)).toEqual({ type: 'refused', why: 'conflict' });
  expect(await why(503)).toEqual({ type: 'refused', why: 'server' });
});

test('[SH7.3] finds what the catalogue has, and leaves out what is no entry', async () => {
  const entry = {
    productId: '7',
    variationId: '71',
    name: 'Salmon',
    variation: 'Large',
    categories: ['Fish'],
    inStock: false,
  };
  const { api, asked } = apiAnswering(() => Response.json({ entries: [entry, { name: 'no id' }, null] }));
  expect(await api.search('sal món', unending)).toEqual({ type: 'found', entries: [entry] });
  expect(asked[0]?.path).toBe('/api/catalogue?search=sal%20m%C3%B3n');
});
