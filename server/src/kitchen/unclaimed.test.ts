import { expect, test } from 'vitest';
import { kitchenViewSchema } from '@kasera/shared/kitchen-settings.ts';
import { toldItem } from '@kasera/shared/testing/sample-signal.ts';
import { handOver, kitchenSettings, to } from '../../tests/support/kitchen-settings.ts';
import { openLine } from '../../tests/support/line-bed.ts';
import { datePlugins } from '../intake/sources/promised-time.ts';

const settings = kitchenSettings({
  routing: { categories: {}, products: { 7: to('oven'), 9: handOver }, words: [] },
});
const [pizza, salad, water] = [
  toldItem(),
  toldItem({ id: 'i2', productId: '8', name: 'Ensalada' }),
  toldItem({ id: 'i3', productId: '9', name: 'Agua' }),
];
const bread = toldItem({ id: 'i4', productId: null, name: 'Pan' });

test('[BO2] what no station claims is counted and named, on the board and for the settings page', async () => {
  await using bed = await openLine();
  await bed.save(settings);
  await bed.arrive('1', { items: [pizza, salad, water] });
  await bed.arrive('2', { items: [salad, bread] });
  await bed.arrive('3', { source: 'test', items: [bread] });
  expect(await bed.line.notices(bed.clock.now)).toEqual([
    { code: 'items-unclaimed', level: 'warning', count: 3, name: 'Ensalada, Pan' },
  ]);
  const view = await bed.line.view({ menu: true });
  expect(kitchenViewSchema.parse(view)).toEqual(view);
  expect(view).toMatchObject({ version: 1, timeZone: 'Europe/Madrid', settings, datePlugins });
  expect(view.unclaimed).toEqual([
    { name: 'Ensalada', productId: '8', count: 2 },
    { name: 'Pan', productId: null, count: 1 },
  ]);
});

test('[BO2] what is done or over is no matter for the board, and still for the settings page', async () => {
  await using bed = await openLine();
  await bed.save(settings);
  await bed.arrive('1', { items: [pizza, salad] });
  await bed.press('1', 'acknowledge', 'ready', 'complete');
  expect(await bed.line.notices(bed.clock.now)).toEqual([]);
  expect((await bed.line.view({ menu: true })).unclaimed).toMatchObject([{ name: 'Ensalada' }]);
  const products = { ...settings.routing.products, 8: to('bar') };
  await bed.save({ ...settings, routing: { ...settings.routing, products } });
  expect((await bed.line.view({ menu: true })).unclaimed).toEqual([]);
});

test('[BO2] in a kitchen without stations nothing is unclaimed', async () => {
  await using bed = await openLine();
  await bed.arrive('1', { items: [bread] });
  expect(await bed.line.notices(bed.clock.now)).toEqual([]);
  expect((await bed.line.view({ menu: true })).unclaimed).toEqual([]);
});

test('[BO2] in the rush it is counted every few seconds, and otherwise only when something changed', async () => {
  await using bed = await openLine();
  await bed.save(settings);
  await bed.arrive('1', { items: [bread] });
  const count = async () => (await bed.line.notices(bed.clock.now))[0]?.count;
  expect(await count()).toBe(1);
  await bed.arrive('2', { items: [bread] });
  expect(await count()).toBe(1);
  bed.clock.now += 5_000;
  expect(await count()).toBe(2);
});
