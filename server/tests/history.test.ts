import { expect, test } from 'vitest';
import type { HistoryPage, OrderStory } from '@kasera/shared/history.ts';
import { deriveKeys } from '../src/access/keys.ts';
import { command, done, errorOf, orderOf, settled } from './support/api.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered, recorded } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

const minute = 60_000;

async function history(kasera: RunningKasera, query = ''): Promise<HistoryPage> {
  return (await kasera.get(`/api/history${query}`)).json() as HistoryPage;
}

test('[SC3] history is asked by number, name, dish and day, and tells the worst first', async () => {
  await using kasera = await startKasera({ environment: { TIME_ZONE: 'Europe/Madrid' } });
  for (const id of [1, 2, 3]) await kasera.deliver(orderNumbered(id));
  await settled(kasera);
  for (const [number, minutes] of [
    ['1', 12],
    ['2', 40],
  ] as const) {
    const { id } = await orderOf(kasera, number);
    await done(kasera, id, { type: 'acknowledge', readyInMinutes: 10 });
    kasera.clock.now += minutes * minute;
    await done(kasera, id, { type: 'ready' });
  }
  expect((await history(kasera)).rows.map(({ number }) => number)).toEqual(['3', '2', '1']);
  const late = await history(kasera, '?late=1&limit=1');
  expect(late).toMatchObject({
    total: 2,
    late: 2,
    rows: [{ number: '2', lateMs: 30 * minute, waits: { cookMs: 40 * minute } }],
  });
  const next = await history(kasera, `?late=1&limit=1&cursor=${late.next}`);
  expect(next).toMatchObject({ rows: [{ number: '1', lateMs: 2 * minute }], next: null });
  const [row] = late.rows;
  const dish = encodeURIComponent(row?.dishes[0]?.name.toUpperCase() ?? '');
  expect((await history(kasera, `?q=${encodeURIComponent(row?.guest ?? '')}&dish=${dish}&day=&cursor=`)).total).toBe(3);
  expect((await history(kasera, '?q=2')).rows.map(({ number }) => number)).toEqual(['2']);
  expect((await history(kasera, '?day=2026-11-20')).total).toBe(3);
  expect((await history(kasera, '?day=2026-11-19')).total).toBe(0);
  for (const query of ['?day=yesterday', '?day=2026-02-30', '?limit=0', '?late=perhaps', '?cursor=nonsense']) {
    expect(errorOf(await kasera.get(`/api/history${query}`))).toMatchObject({ status: 400, code: 'invalid' });
  }
  expect((await kasera.request('/api/history')).status).toBe(401);
});

test('[SC2] the story of an order has each event with its screen, who saw it, what left, and its requests', async () => {
  await using kasera = await startKasera();
  using screen = await kasera.screen();
  await screen.rawSync({ kitchen: 'main', screen: 'grill-tablet' });
  screen.report({ name: 'GRILL tablet', page: 'board', stations: null, sound: 'on', awake: true, visible: true });
  const delivery = recorded('order-created-guest');
  await kasera.deliver(delivery);
  await kasera.deliver(delivery);
  await settled(kasera);
  const { id } = await orderOf(kasera, '74');
  screen.paint([{ orderId: id, ageMs: 0 }]);
  await command(kasera, id, { id: 'c1', type: 'acknowledge', screen: 'grill-tablet' });
  await command(kasera, id, { id: 'c2', type: 'ready', screen: 'another', stations: ['grill'] });
  const story = await until(async () => {
    const told = (await kasera.get(`/api/orders/${id}/story`)).json() as OrderStory;
    return told.painted.length > 0 ? told : null;
  });
  expect(story.events.map(({ type, actor, screen: by, stations }) => [type, actor, by, stations])).toEqual([
    ['arrived', 'shop', null, []],
    ['acknowledged', 'kitchen', 'GRILL tablet', []],
    [expect.any(String), 'kitchen', 'another', ['grill']],
  ]);
  expect(story.painted).toEqual([{ screen: 'GRILL tablet', at: kasera.clock.now }]);
  expect(story.deliveries).toMatchObject([{ channel: 'onesignal', state: 'unconfigured', sentAt: null, attempts: 0 }]);
  expect(story.requests).toMatchObject([
    { topic: 'order.created', state: 'processed', bytes: delivery.body.length, hasBody: true },
    { topic: 'order.created', state: 'duplicate', hasBody: false },
  ]);
  expect(errorOf(await kasera.get('/api/orders/nonsense/story'))).toMatchObject({ status: 404, code: 'not-found' });
});

test('[IN8a] a raw request is shown as it came, as mere text, to whoever has the API key itself', async () => {
  await using kasera = await startKasera();
  const delivery = recorded('order-created-guest');
  await kasera.deliver(delivery);
  const [request] = await settled(kasera);
  const path = `/api/inbox/${request?.id}/body`;
  const answer = await kasera.get(path);
  expect(answer.text).toBe(delivery.body.toString());
  expect(answer.headers).toMatchObject({
    ...{
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
  expect(errorOf(await kasera.get('/api/inbox/nonsense/body'))).toMatchObject({ status: 404 });
  expect((await kasera.request(path)).status).toBe(401);
  const cookie = `kasera=${deriveKeys(kasera.apiKey).cookie}`;
  expect((await kasera.request('/api/orders', { headers: { cookie } })).status).toBe(200);
  const refused = await kasera.request(path, { headers: { cookie } });
  expect(errorOf(refused)).toMatchObject({ status: 403, code: 'api-key-needed' });
  expect(refused.text).not.toMatch(/lucia|Alcal/i);
});
