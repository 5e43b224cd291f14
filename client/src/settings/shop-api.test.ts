import { expect, test } from 'vitest';
import { createShopApi } from './shop-api.ts';
import { shopView } from './shop-view.fixture.ts';

interface Asked {
  path: string;
  method: string | undefined;
  body: unknown;
}

function apiAnswering(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const times: number[] = [];
  const api = createShopApi({
    fetch: async (path, { method, body }) => {
      asked.push({ path, method, body: typeof body === 'string' ? JSON.parse(body) : body });
      return answer();
    },
    onServerTime: (now) => void times.push(now),
  });
  return { api, asked, times };
}

test('[SH1] reads how the shop stands, and the server’s time with it', async () => {
  const headers = { date: 'Sat, 21 Nov 2026 20:41:00 GMT' };
  const { api, asked, times } = apiAnswering(() => Response.json(shopView(), { headers }));
  expect(await api.read()).toEqual({ type: 'done', data: shopView() });
  expect(asked).toEqual([{ path: '/api/shop', method: 'GET', body: undefined }]);
  expect(times).toEqual([Date.UTC(2026, 10, 21, 20, 41)]);
});

test('[SH1] an answer of another edition, no answer and a missing key are told apart', async () => {
  expect(await apiAnswering(() => Response.json({ connection: 7 })).api.read()).toEqual({ type: 'unreadable' });
  expect(await apiAnswering(() => new Response('<html>')).api.read()).toEqual({ type: 'unreadable' });
  expect(await apiAnswering(() => Promise.reject(new TypeError('offline'))).api.read()).toEqual({ type: 'unreached' });
  expect(await apiAnswering(() => new Response('{}', { status: 401 })).api.read()).toEqual({ type: 'unauthorised' });
});

test('[SH1] a refused connection brings the checks that say why', async () => {
  const [check] = shopView().checks;
  const error = { code: 'shop-refused', message: 'The shop did not take the keys.' };
  const { api, asked } = apiAnswering(() => Response.json({ error, checks: [check] }, { status: 422 }));
  const connection = { url: 'https://shop.example', key: 'ck_1', secret: 'cs_1' };
  expect(await api.connect(connection)).toEqual({ type: 'refused', ...error, checks: [check] });
  expect(asked).toEqual([{ path: '/api/shop/connection', method: 'PUT', body: connection }]);
});

test('[SH1] a refusal without a body of ours is still a refusal', async () => {
  const { api } = apiAnswering(() => new Response('Bad gateway', { status: 502 }));
  expect(await api.check()).toEqual({ type: 'refused', code: '502', message: '502', checks: [] });
});

test('[SH1] each thing a person does has its own request', async () => {
  const { api, asked } = apiAnswering(() => Response.json({ url: 'https://shop.example/wc-auth', webhooks: 'left' }));
  const { mapping } = shopView();
  expect(await api.disconnect()).toEqual({ type: 'done', data: 'left' });
  await api.check();
  expect(await api.askConsent('shop.example')).toEqual({ type: 'done', data: 'https://shop.example/wc-auth' });
  await api.saveMapping(mapping);
  await api.judgeSuspects({ orderIds: ['woocommerce:7'], erased: true });
  expect(asked).toEqual([
    { path: '/api/shop/connection', method: 'DELETE', body: undefined },
    { path: '/api/shop/check', method: 'POST', body: undefined },
    { path: '/api/shop/consent', method: 'POST', body: { url: 'shop.example' } },
    { path: '/api/shop/mapping', method: 'PUT', body: mapping },
    { path: '/api/shop/suspects', method: 'POST', body: { orderIds: ['woocommerce:7'], erased: true } },
  ]);
});

test('[SH1] done without a body is done', async () => {
  const { api } = apiAnswering(() => new Response(null, { status: 204 }));
  expect(await api.check()).toEqual({ type: 'done', data: null });
});
