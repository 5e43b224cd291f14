import { expect, test } from 'vitest';
import type { Command } from '@kasera/shared/command.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { toldItem } from '@kasera/shared/testing/sample-signal.ts';
import { HandClock } from '../../tests/support/hand-clock.ts';
import { kitchenSettings, routeTo, to } from '../../tests/support/kitchen-settings.ts';
import { openLine } from '../../tests/support/line-bed.ts';
import { until } from '../../tests/support/until.ts';
import { createReRouting, type ReRoutingDeps } from './re-routing.ts';

const byCategory = (categories: Record<string, ReturnType<typeof to>>) =>
  kitchenSettings({ routing: { categories, products: {}, words: [] } });
const items = [toldItem(), toldItem({ id: 'i2', productId: '8', name: 'Ensalada' })];
const quiet = 2_000;

test('[SH6] the catalogue gives items their stations: one learnt after the order arrived moves its line', async () => {
  await using bed = await openLine();
  await bed.save(byCategory({ 1: to('oven'), 2: to('grill', 'bar') }));
  bed.line.start();
  bed.learn(8, 2);
  const { version } = await bed.arrive('82', { items });
  expect(await bed.routes('82')).toEqual(['', 'grill+bar']);
  bed.learn(7, 1);
  bed.clock.turn(quiet);
  await until(async () => (await bed.routes('82'))[0] === 'oven');
  expect(await bed.routes('82')).toEqual(['oven', 'grill+bar']);
  expect((await bed.order('82')).version).toBe(version + 1);
  expect(bed.committed.at(-1)?.items[0]?.route).toEqual(routeTo('oven'));
});

test('[BO2b] settings move the lines of every open order at once, ready ones too, and leave what is over', async () => {
  await using bed = await openLine();
  bed.line.start();
  bed.learn(7, 1);
  for (const id of ['1', '2', '3']) await bed.arrive(id, { items: [toldItem()] });
  await bed.press('2', 'acknowledge', 'ready');
  await bed.press('3', 'acknowledge', 'ready', 'complete');
  await bed.save(byCategory({ 1: to('oven') }));
  await until(async () => (await bed.routes('1'))[0] === 'oven' && (await bed.routes('2'))[0] === 'oven');
  expect(await bed.routes('3')).toEqual(['']);
  await bed.save({ ...byCategory({ 1: to('oven') }), stations: [] });
  await until(async () => (await bed.routes('1'))[0] === '' && (await bed.routes('2'))[0] === '');
});

test('[BO2b] what was handed over and is taken back out is where its lines go by now', async () => {
  await using bed = await openLine();
  bed.line.start();
  bed.learn(7, 1);
  await bed.save(byCategory({ 1: to('oven') }));
  await bed.arrive('1', { items: [toldItem()] });
  await bed.press('1', 'acknowledge', 'ready', 'complete');
  const grillOnly = { ...byCategory({ 1: to('grill') }), stations: [{ id: 'grill', name: 'GRILL' }] };
  await bed.save(grillOnly);
  const { id, version } = await bed.order('1');
  await bed.handling.command(id, { id: 'back', type: 'recall', from: 'completed', version });
  expect(await bed.order('1')).toMatchObject({ status: 'ready', version: version + 1 });
  expect(await bed.routes('1')).toEqual(['grill']);
  await bed.handling.command(id, { id: 'again', type: 'recall', from: 'ready' });
  expect((await bed.order('1')).items).toMatchObject([{ done: false, route: routeTo('grill') }]);
});

test('[BO2b] a line of nobody’s, and stations in another order, are no news when the shop tells the same again', async () => {
  await using bed = await openLine();
  bed.line.start();
  bed.learn(7, 1);
  await bed.save(byCategory({ 1: to('oven', 'grill') }));
  const placed = { placedAt: bed.clock.now, paidAt: bed.clock.now, items };
  await bed.arrive('1', placed);
  const { stations } = kitchenSettings();
  await bed.save({ ...byCategory({ 1: to('oven', 'grill') }), stations: stations.toReversed() });
  const { version } = await bed.order('1');
  bed.clock.turn(60_000);
  await bed.arrive('1', placed);
  // What the shop's own clock says is kept, and is no event.
  expect((await bed.order('1')).items).toMatchObject([{ route: routeTo('grill', 'oven') }, {}]);
  expect(bed.committed.filter((order) => order.version > version)).toEqual([]);
});

test('[BO2b] at a start lines go where the settings say by then; what goes there already is left alone', async () => {
  await using bed = await openLine();
  bed.learn(7, 1);
  await bed.arrive('1', { items: [toldItem()] });
  await bed.save(byCategory({ 1: to('oven') }));
  await bed.arrive('2', { items: [toldItem()] });
  await bed.restart();
  bed.line.start();
  await until(async () => (await bed.routes('1'))[0] === 'oven');
  expect(bed.committed.map(({ externalId }) => externalId)).toEqual(['1', '2', '1']);
});

test('[BO2b] without its Expo an order every station has bumped comes back, so that somebody can end it', async () => {
  await using bed = await openLine();
  await bed.save({ ...byCategory({ 1: to('oven') }), expo: true });
  bed.line.start();
  bed.learn(7, 1);
  const { id } = await bed.arrive('1', { items: [toldItem()] });
  await bed.press('1', 'acknowledge');
  const command: Command = { id: 'bump', type: 'ready', stations: ['oven'] };
  await bed.handling.command(id, command);
  expect(await bed.order('1')).toMatchObject({ status: 'preparing', finished: { oven: {} } });
  await bed.save({ ...byCategory({ 1: to('oven') }), expo: false });
  await until(async () => (await bed.order('1')).finished === undefined);
  expect((await bed.order('1')).status).toBe('preparing');
});

function reRouting(parts: Partial<ReRoutingDeps> = {}) {
  const clock = new HandClock(0);
  const state = { clock, rounds: 0, signalled: [] as string[], warned: 0, station: 'grill' };
  const route = () => routeTo(state.station);
  const orders = Array.from({ length: 30 }, (_, at) => sampleOrder({ externalId: String(at), items: [sampleItem()] }));
  const work = createReRouting({
    hasExpo: () => false,
    orders: async () => {
      state.rounds++;
      return orders;
    },
    routeOf: route,
    signal: async (signal) => {
      if (signal.type === 'routed') state.signalled.push(signal.externalId);
    },
    ...{ schedule: clock.schedule, now: clock.read, log: { warn: () => void state.warned++ } },
    ...parts,
  });
  return { state, work };
}

test('[SH6] a catalogue that is read in a hundred pages has orders looked through once it is quiet, or after a while', async () => {
  const { state, work } = reRouting();
  work.start();
  await until(() => state.signalled.length === 30);
  for (let page = 0; page < 100; page++) {
    work.catalogueChanged();
    state.clock.turn(100);
  }
  expect(state.rounds).toBe(1);
  for (let page = 0; page < 60; page++) {
    work.catalogueChanged();
    state.clock.turn(100);
  }
  await until(() => state.rounds === 2);
  work.catalogueChanged();
  state.clock.turn(quiet - 1);
  expect(state.rounds).toBe(2);
  state.clock.turn(1);
  await until(() => state.rounds === 3);
  await work.stop();
});

test('[BO2b] settings wait for no catalogue that is being read', async () => {
  const { state, work } = reRouting();
  work.start();
  await until(() => state.rounds === 1);
  work.catalogueChanged();
  work.settingsChanged();
  work.catalogueChanged();
  await until(() => state.rounds === 2);
  await work.stop();
});

test('[BO2b] an order that was on its way to the disk when the settings changed is found a moment later', async () => {
  const held = sampleOrder({ externalId: 'slow', items: [sampleItem()] });
  let looks = 0;
  const { state, work } = reRouting({ orders: async () => (++looks === 1 ? [] : [held]) });
  work.start();
  work.settingsChanged();
  await until(() => state.clock.nextInMs() === quiet);
  expect([looks, state.signalled]).toEqual([1, []]);
  state.clock.turn(quiet);
  await until(() => state.signalled.includes('slow'));
  await work.stop();
  expect([looks, state.clock.nextInMs()]).toEqual([2, null]);
});

test('[BO2b] it ends when it is stopped, in the midst of many orders', async () => {
  let answer = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (answer = resolve));
  const asked: string[] = [];
  const { work } = reRouting({
    signal: async (signal) => {
      if (signal.type === 'routed') asked.push(signal.externalId);
      await waiting;
    },
  });
  work.start();
  await until(() => asked.length > 0);
  const stopped = work.stop();
  answer();
  await stopped;
  expect(asked).toHaveLength(8);
  work.settingsChanged();
  expect(asked).toHaveLength(8);
});

test('[BO2b] a round that fails is said and comes again', async () => {
  let fails = true;
  const done: string[] = [];
  const { state, work } = reRouting({
    signal: async (signal) => {
      if (fails) throw new Error('disk full');
      if (signal.type === 'routed') done.push(signal.externalId);
    },
  });
  work.start();
  await until(() => state.warned === 1);
  fails = false;
  state.clock.turn(10_000);
  await until(() => done.length === 30);
  await work.stop();
});
