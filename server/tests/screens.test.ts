import { expect, test } from 'vitest';
import type { ScreenReport } from '@kasera/shared/socket.ts';
import { deriveKeys } from '../src/access/keys.ts';
import { sql } from '../src/db/sql.ts';
import { done, orderOf, settled } from './support/api.ts';
import { handTurnedTimers } from './support/hand-turned-timers.ts';
import { startKasera, type RunningKasera } from './support/running-kasera.ts';
import type { Screen } from './support/screen.ts';
import { orderNumbered } from './support/shop-delivery.ts';
import { until } from './support/until.ts';

const report: ScreenReport = {
  ...{ name: 'GRILL tablet', page: 'board', stations: ['grill'], sound: 'on', awake: true, visible: true },
};

async function screenCalled(kasera: RunningKasera, screen: string, role?: 'guests'): Promise<Screen> {
  const opened = await kasera.screen();
  await opened.rawSync({ kitchen: 'main', screen, ...(role && { role }) });
  return opened;
}

test('[BO12a] every screen hears at once who is there and how, and who has gone', async () => {
  using _timers = handTurnedTimers();
  await using kasera = await startKasera();
  using wall = await screenCalled(kasera, 'wall');
  {
    using grill = await screenCalled(kasera, 'grill-tablet');
    grill.report(report);
    const beat = await until(() => wall.beats.find(({ screens }) => screens.length > 0));
    expect(beat.screens).toEqual([{ id: 'grill-tablet', since: kasera.clock.now, ...report }]);
    grill.report({ ...report, sound: 'blocked' });
    await until(() => wall.beats.some(({ screens }) => screens[0]?.sound === 'blocked'));
  }
  await until(() => wall.beats.at(-1)?.screens.length === 0);
});

test('[BO12d] screens are on a list, live and lately known', async () => {
  await using kasera = await startKasera();
  {
    using gone = await screenCalled(kasera, 'old');
    gone.report({ ...report, name: 'Old wall' });
    await until(async () => (await screensOf(kasera)).screens.length === 1);
  }
  using grill = await screenCalled(kasera, 'grill-tablet');
  grill.report(report);
  const list = await until(async () => {
    const now = await screensOf(kasera);
    return now.screens.length === 2 && now.live.length === 1 ? now : null;
  });
  expect(list.screens.map(({ name }) => name).sort()).toEqual(['GRILL tablet', 'Old wall']);
  expect(list.live).toMatchObject([{ id: 'grill-tablet', stations: ['grill'] }]);
});

test('[BO6b] a screen that guests see gets the same numbers and nothing of an order but its own', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1, { customer_note: 'SECRET note' }));
  await settled(kasera);
  using kitchen = await screenCalled(kasera, 'wall');
  using pickup = await kasera.screen();
  const first = await pickup.rawSync({ kitchen: 'main', screen: 'tv', role: 'guests' });
  if ('error' in first || first.type !== 'all') throw new Error('expected everything');
  expect(first).toMatchObject({ seq: 1, soldOut: [], orders: [{ number: '1', items: [], note: '' }] });
  const { id } = await orderOf(kasera, '1');
  for (const type of ['acknowledge', 'ready']) await done(kasera, id, { type });
  await until(() => pickup.events.length === 2 && kitchen.events.length === 2);
  expect(pickup.events.map(({ seq }) => seq)).toEqual(kitchen.events.map(({ seq }) => seq));
  expect(pickup.events.at(-1)?.order).toMatchObject({ id, number: '1', status: 'ready', items: [] });
  const since = await pickup.rawSync({
    ...{ kitchen: 'main', screen: 'tv', role: 'guests', epoch: first.epoch, since: 1 },
  });
  expect(since).toMatchObject({ type: 'since', seq: 3, events: [{ seq: 3, order: { status: 'ready', items: [] } }] });
  expect(JSON.stringify([first, since, pickup.events, pickup.beats])).not.toMatch(/SECRET|Luc|Margarita/i);
});

test('[BO6c] it changes nothing, has seen nothing, and becomes a kitchen’s screen only by asking anew', async () => {
  await using kasera = await startKasera();
  await kasera.deliver(orderNumbered(1));
  const { id } = await orderOf(kasera, '1');
  using pickup = await kasera.screen();
  const guests = await pickup.rawSync({ kitchen: 'main', screen: 'tv', role: 'guests' });
  pickup.paint([{ orderId: id, ageMs: 0 }]);
  const accept = { id: 'c1', type: 'acknowledge' } as const;
  expect(await pickup.command(id, accept)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await pickup.command(id, accept)).not.toHaveProperty('order');
  expect(await kasera.database.query(sql`select 1 from order_paints`)).toEqual([]);
  expect(await orderOf(kasera, '1')).toMatchObject({ status: 'new' });
  // What it held as a guests' screen is not taken for what the kitchen's hold.
  const epoch = 'error' in guests ? '' : guests.epoch;
  const whole = await pickup.rawSync({ kitchen: 'main', screen: 'tv', epoch, since: 1 });
  expect(whole).toMatchObject({ type: 'all', orders: [{ id, items: [{}, {}] }] });
  expect(await pickup.command(id, accept)).toMatchObject({ ok: true });
  await until(() => pickup.events.length === 1);
  expect(pickup.events[0]?.order.items).toHaveLength(2);
});

test('[BO6b] its beat names no screens, and what it says of itself the kitchen hears', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using kitchen = await screenCalled(kasera, 'wall');
  using pickup = await screenCalled(kasera, 'tv', 'guests');
  kitchen.report({ ...report, name: 'SECRET wall' });
  pickup.report({ ...report, name: 'Pickup TV', page: 'pickup', stations: null });
  await until(() => kitchen.beats.some(({ screens }) => screens.some(({ name }) => name === 'Pickup TV')));
  await timers.turn(5_000);
  await until(() => pickup.beats.length > 1);
  expect(JSON.stringify(pickup.beats)).not.toContain('SECRET');
  expect(pickup.beats.at(-1)).toMatchObject({ screens: [], notices: [], seq: 0 });
});

test('[BO6b] a page hears nothing of the kitchen until it said whether guests see it; a script with the API key does', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  const link = await kasera.request(`/board?key=${deriveKeys(kasera.apiKey).boardKey}`);
  const cookie = String(link.headers['set-cookie']).split(';')[0] ?? '';
  using kitchen = await screenCalled(kasera, 'wall');
  using page = await kasera.screen({ key: null, headers: { cookie } });
  using script = await kasera.screen();
  kitchen.report({ ...report, name: 'SECRET wall' });
  await until(() => script.beats.some(({ screens }) => screens.length > 0));
  await timers.turn(5_000);
  await until(() => script.beats.length > 1);
  await page.rawSync({ kitchen: 'main', screen: 'tv', role: 'guests' });
  expect(page.beats).toEqual([]);
  await timers.turn(5_000);
  await until(() => page.beats.length === 1);
  expect(page.beats).toMatchObject([{ screens: [], notices: [] }]);
});

test('[BO8a] a screen nobody hears is said on all of them, and one that is heard again is not', async () => {
  using timers = handTurnedTimers();
  await using kasera = await startKasera();
  using wall = await screenCalled(kasera, 'wall');
  const deaf = () => wall.beats.at(-1)?.notices.find(({ code }) => code === 'screens-deaf');
  /** Each look at the notices takes its time; they are looked at each second. */
  const secondsUntil = (isSo: () => boolean) =>
    until(async () => {
      kasera.clock.now += 1_000;
      await timers.turn(1_000);
      return isSo();
    });
  wall.report({ ...report, sound: 'muted' });
  await until(() => wall.beats.some(({ screens }) => screens.length === 1));
  expect(deaf()).toBeUndefined();
  await secondsUntil(() => deaf() !== undefined);
  expect(deaf()).toMatchObject({ level: 'error', count: 1, name: 'GRILL tablet' });
  wall.report(report);
  await secondsUntil(() => deaf() === undefined);
});

async function screensOf(kasera: RunningKasera) {
  return (await kasera.get('/api/screens')).json() as { screens: { name: string }[]; live: { id: string }[] };
}
