import { expect, test } from 'vitest';
import { kitchenViewSchema } from '@kasera/shared/kitchen-settings.ts';
import { listOrders } from './support/api.ts';
import { kitchenSettings, to } from './support/kitchen-settings.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

function put(kasera: RunningKasera, body: unknown) {
  const headers = { authorization: `Bearer ${kasera.apiKey}`, 'content-type': 'application/json' };
  return kasera.request('/api/kitchen', { method: 'PUT', headers, body: JSON.stringify(body) });
}

const byWord = (word: string, station: string) =>
  kitchenSettings({ routing: { categories: {}, products: {}, words: [{ word, route: to(station) }] } });

test('[BO2] what is set over HTTP stamps the next order and moves the open ones', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  using screen = await kasera.screen();
  const routes = async () => {
    const answer = await screen.sync();
    if (answer.type !== 'all') throw new Error('no orders');
    return answer.orders.map(({ items }) => items.map(({ route }) => route?.stations.join('+') ?? ''));
  };
  await until(async () => (await routes()).length === 1);
  expect(await routes()).toEqual([['', '']]);
  expect(await put(kasera, { settings: byWord('pizza', 'oven'), version: 0 })).toMatchObject({ status: 200 });
  await until(async () => (await routes())[0]?.[0] === 'oven');
  expect(screen.rules).toMatchObject([{ stations: [{ id: 'grill' }, { id: 'oven' }, { id: 'bar' }] }]);
  await kasera.deliver(orderNumbered(2));
  await until(async () => (await routes()).length === 2);
  expect(await routes()).toEqual([
    ['oven', ''],
    ['oven', ''],
  ]);
  const view = kitchenViewSchema.parse((await kasera.get('/api/kitchen')).json());
  expect(view.unclaimed).toMatchObject([{ count: 2 }]);
  expect((await put(kasera, { settings: byWord('pizza', 'bar'), version: 0 })).status).toBe(409);
});

test('[BO13] a rule for each of three thousand products is no request too large', async () => {
  await using kasera = await startKasera();
  const products = Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [String(at + 1), to('grill')]));
  const settings = kitchenSettings({ routing: { categories: {}, products, words: [] } });
  expect((await put(kasera, { settings, version: 0 })).status).toBe(200);
  expect(await kasera.post('/api/kitchen/busy', { minutes: 10 })).toMatchObject({ status: 200 });
});

test('[OR3d] the kitchen’s zone of the moment tells what a guest’s time is beyond a change of the clock', async () => {
  await using kasera = await startKasera({ environment: { TIME_ZONE: 'America/Lima' } });
  const chosen = { delivery_date: '2027-06-05', delivery_time: '13:30' };
  const meta_data = Object.entries(chosen).map(([key, value]) => ({ key, value }));
  /** Placed in winter, by the clock of Madrid. */
  const deliver = (id: number) => kasera.deliver(orderNumbered(id, { date_created: '2026-11-21T00:45:00', meta_data }));
  const promised = async (number: string) => {
    await until(async () => (await listOrders(kasera)).some((order) => order.number === number));
    const order = (await listOrders(kasera)).find((one) => one.number === number);
    return new Date(order?.promisedAt ?? 0).toISOString();
  };
  await deliver(1);
  // The zone is not the site's, by the order's own word: its offset is all there is.
  expect(await promised('1')).toBe('2027-06-05T12:30:00.000Z');
  await put(kasera, { settings: kitchenSettings({ timeZone: 'Europe/Madrid' }), version: 0 });
  await deliver(2);
  expect(await promised('2')).toBe('2027-06-05T11:30:00.000Z');
});
