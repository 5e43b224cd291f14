import { expect, test } from 'vitest';
import { apiOrderSchema, ordersAnswerSchema } from '@kasera/shared/api.ts';
import { done, errorOf, listOrders, orderOf, settled } from './support/api.ts';
import { startKasera } from './support/running-kasera.ts';
import { orderNumbered, readAllCaptures, recorded, replay } from './support/shop-delivery.ts';

test('[OR3] every recorded order is on the list, in the contract’s shape', async () => {
  await using kasera = await startKasera({ environment: { ON_HOLD_ORDERS: 'show' } });
  for (const capture of readAllCaptures()) {
    expect([capture.name, (await kasera.deliver(replay(capture))).status]).toEqual([capture.name, 200]);
  }
  const requests = await settled(kasera);
  expect(requests.filter(({ state }) => state === 'failed')).toEqual([]);
  const orders = await listOrders(kasera, 'status=all&limit=1000');
  expect(orders.length).toBeGreaterThan(20);
  expect(new Set(orders.map(({ externalId }) => externalId)).size).toBe(orders.length);
  const answer = await kasera.get('/api/orders?status=all&limit=1000');
  // Strictly: nothing is in an answer that the contract does not name.
  const { orders: raw } = answer.json() as { orders: unknown[] };
  for (const order of raw) expect(apiOrderSchema.strict().parse(order)).toEqual(order);
  expect(answer.text).not.toMatch(/@example|\+34|Calle de|28014|customer_ip|order_key|wc_order_/i);
});

test('[OR5] open is everything a cook still has to see: tickets not bumped and STOPs not confirmed', async () => {
  await using kasera = await startKasera();
  for (const id of [1, 2, 3, 4, 5]) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  const id = async (number: string) => (await orderOf(kasera, number)).id;
  await done(kasera, await id('2'), { type: 'acknowledge' });
  for (const type of ['acknowledge', 'ready']) await done(kasera, await id('3'), { type });
  for (const type of ['acknowledge', 'ready', 'complete']) await done(kasera, await id('4'), { type });
  await done(kasera, await id('5'), { type: 'acknowledge' });
  await kasera.deliver(orderNumbered(5, { status: 'cancelled' }, '2026-11-20T23:46:00'));
  await settled(kasera);
  const open = await listOrders(kasera, 'status=open');
  expect(open.map(({ number, status }) => `${number} ${status}`).sort()).toEqual([
    '1 new',
    '2 acknowledged',
    '5 cancelled',
  ]);
  await done(kasera, await id('5'), { type: 'confirm' });
  expect((await listOrders(kasera, 'status=open')).map(({ number }) => number).sort()).toEqual(['1', '2']);
  expect(await listOrders(kasera, 'status=all')).toHaveLength(5);
});

test('[API1] all is paged by limit and cursor: every order once, newest first, and the last page says so', async () => {
  await using kasera = await startKasera();
  for (let id = 1; id <= 6; id++) {
    kasera.clock.now += id % 2;
    await kasera.deliver(orderNumbered(id));
  }
  await settled(kasera);
  const numbers: string[] = [];
  let path = '/api/orders?status=all&limit=2';
  let pages = 0;
  for (let more = true; more; pages++) {
    const { orders, seq, nextCursor } = ordersAnswerSchema.parse((await kasera.get(path)).json());
    expect(seq).toBe(6);
    numbers.push(...orders.map(({ number }) => number));
    path = `/api/orders?status=all&limit=2&cursor=${nextCursor ?? ''}`;
    more = nextCursor !== undefined;
  }
  expect([numbers, pages]).toEqual([['6', '5', '4', '3', '2', '1'], 3]);
});

test('[API1] a page asked for wrongly is 400 with a sentence', async () => {
  await using kasera = await startKasera();
  for (const query of ['status=closed', 'limit=0', 'limit=1001', 'limit=many', 'status=all&cursor=nonsense']) {
    expect([query, errorOf(await kasera.get(`/api/orders?${query}`))]).toMatchObject([
      query,
      { status: 400, code: 'invalid', message: expect.stringMatching(/\w/) as string },
    ]);
  }
  expect((await kasera.get('/api/orders?status=all&limit=1000')).status).toBe(200);
});

test('[API1] one order is found by its id; what is not for the kitchen is not there', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(recorded('order-created-guest'));
  await kasera.deliver(recorded('order-created-pending'));
  const requests = await settled(kasera);
  const ids = new Map(requests.map(({ externalId, orderId }) => [externalId, orderId]));
  const found = await kasera.get(`/api/orders/${ids.get('74')}`);
  expect(apiOrderSchema.parse((found.json() as { order: unknown }).order)).toMatchObject({ number: '74' });
  expect(errorOf(await kasera.get(`/api/orders/${ids.get('82')}`))).toMatchObject({ status: 404, code: 'not-found' });
  expect(errorOf(await kasera.get('/api/orders/nonsense'))).toMatchObject({ status: 404, code: 'not-found' });
  expect(await listOrders(kasera)).toHaveLength(1);
});

test('[BD1] a test order goes the way of every order and is marked as one', async () => {
  await using kasera = await startKasera();
  const answer = await kasera.post('/api/test-orders');
  expect([answer.status, answer.json()]).toMatchObject([201, { order: { status: 'new', test: true } }]);
  expect(await listOrders(kasera, 'status=open')).toMatchObject([{ test: true }]);
});
