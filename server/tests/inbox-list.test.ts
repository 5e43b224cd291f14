import { expect, test } from 'vitest';
import { inboxAnswerSchema } from '@kasera/shared/api.ts';
import { sqlWithoutValues } from '../src/db/sql.ts';
import { errorOf, listInbox, listOrders, orderOf, settled } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered, recorded, signed } from './support/shop-delivery.ts';

test('[IN8] lists requests newest first with their state', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  await kasera.deliver(recorded('order-created-guest'));
  await kasera.deliver(recorded('product-created'));
  await kasera.deliver(signed('nothing'));
  const requests = await settled(kasera);
  expect(requests.map(({ state }) => state)).toEqual(['failed', 'ignored', 'duplicate', 'processed']);
  expect(requests.at(-1)).toMatchObject({
    source: 'woocommerce',
    topic: 'order.created',
    externalId: '74',
    orderId: (await orderOf(kasera, '74')).id,
    bodyBytes: recorded('order-created-guest').body.length,
    receivedAt: '2026-11-20T23:50:00.000Z',
  });
});

test('[IN8] the list never shows a body, an address or a signature', async () => {
  await using kasera = await startKasera();
  const delivery = recorded('order-created-guest');
  await kasera.deliver(delivery);
  await settled(kasera);
  const { text } = await kasera.get('/api/inbox');
  expect(text).not.toMatch(/lucia|Alcal|\+34|611/i);
  expect(text).not.toContain(delivery.headers['x-wc-webhook-signature']);
});

test('[IN8] is paged: every request once, and the last page says so', async () => {
  await using kasera = await startKasera();
  for (let id = 1; id <= 6; id++) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  const seen: (string | null)[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const answer = await kasera.get(`/api/inbox?limit=3${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    const { requests, nextCursor } = inboxAnswerSchema.parse(answer.json());
    seen.push(...requests.map(({ externalId }) => externalId));
    cursor = nextCursor;
    pages++;
  } while (cursor !== undefined);
  expect([seen, pages]).toEqual([['6', '5', '4', '3', '2', '1'], 2]);
  for (const query of ['limit=0', 'limit=501', 'limit=x', 'cursor=']) {
    expect([query, [200, 400].includes((await kasera.get(`/api/inbox?${query}`)).status)]).toEqual([query, true]);
  }
  expect(errorOf(await kasera.get('/api/inbox?limit=0'))).toMatchObject({ status: 400, code: 'invalid' });
});

test('[IN8] a replay runs a request again and says how it ended', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  const [request] = await settled(kasera);
  const { version } = await orderOf(kasera, '74');
  expect(await replay(kasera, request?.id ?? '')).toMatchObject({ state: 'processed', reason: 'says nothing new' });
  expect(await orderOf(kasera, '74')).toMatchObject({ version });
  await kasera.deliver(signed('nothing'));
  const [broken] = await settled(kasera);
  expect(await replay(kasera, broken?.id ?? '')).toMatchObject({ state: 'failed' });
});

test('[IN8] a replay brings back an order that was lost by a fault of ours', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  const [request] = await settled(kasera);
  await kasera.database.write([sqlWithoutValues('delete from orders')]);
  expect(await listOrders(kasera)).toEqual([]);
  await replay(kasera, request?.id ?? '');
  expect((await listOrders(kasera)).map(({ number }) => number)).toEqual(['74']);
});

test('[IN8] a replay of a duplicate runs the request it repeats', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  await kasera.deliver(recorded('order-created-guest'));
  const [duplicate, original] = await settled(kasera);
  expect(await replay(kasera, duplicate?.id ?? '')).toMatchObject({ state: 'processed' });
  expect((await listInbox(kasera)).map(({ id, state }) => [id, state])).toEqual([
    [duplicate?.id, 'duplicate'],
    [original?.id, 'processed'],
  ]);
});

test('[IN8] a replay of what is not there is 404', async () => {
  await using kasera = await startKasera();
  expect(errorOf(await kasera.post('/api/inbox/nonsense/replay'))).toMatchObject({ status: 404, code: 'not-found' });
});

test('[IN6] looking at the webhook address in a browser says what it is for', async () => {
  await using kasera = await startKasera();
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
    const answer = await kasera.request('/webhooks/woocommerce', { method });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    expect(answer.text).toContain('Webhooks are sent here by POST');
  }
});

async function replay(kasera: RunningKasera, id: string): Promise<unknown> {
  return (await kasera.post(`/api/inbox/${id}/replay`)).json();
}
