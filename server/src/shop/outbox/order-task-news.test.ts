import { expect, test } from 'vitest';
import { defaultMapping } from '@kasera/shared/shop.ts';
import { minute, openTellingKitchen } from '../../../tests/support/telling-kitchen.ts';

test('[SH5j] more to cook than the kitchen knew of: it learns that, and the guest is not told “ready”', async () => {
  await using kitchen = await openTellingKitchen();
  await kitchen.press('acknowledge', 'ready');
  kitchen.shop.lines = [{ id: 1, name: 'Margarita', product_id: 7, variation_id: 0, quantity: 3, meta_data: [] }];
  kitchen.shop.become('processing');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect(await kitchen.order()).toMatchObject({ status: 'preparing', items: [{ doneQuantity: 2, quantity: 3 }] });
  expect([kitchen.shop.writes, (await kitchen.states()).at(-1)]).toEqual([[], 'ready dropped recalled']);
});

test('[SH5m] the shop has somebody else’s order under that id: nothing is written, and nothing taken from it', async () => {
  await using kitchen = await openTellingKitchen();
  kitchen.address = 'https://otra.example.test';
  await kitchen.press('acknowledge');
  kitchen.shop.placedAt += 1_000;
  kitchen.shop.lines = [{ id: 9, name: 'Sushi', product_id: 7, variation_id: 0, quantity: 1, meta_data: [] }];
  kitchen.shop.become('processing');
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect([kitchen.shop.writes, await kitchen.states()]).toEqual([[], ['accepted dropped conflict']]);
  const order = await kitchen.order();
  expect(order).toMatchObject({ items: [{ name: 'Margarita' }], shopConflict: { wanted: 'accepted', found: 'gone' } });
});

test('[SH5m] an order whose date was corrected in the shop is still that order', async () => {
  await using kitchen = await openTellingKitchen(defaultMapping);
  await kitchen.press('acknowledge', 'ready', 'complete');
  kitchen.shop.placedAt += 1_000;
  await kitchen.pass(minute);
  await kitchen.untilTold();
  expect(await kitchen.states()).toEqual(['completed sent']);
});
