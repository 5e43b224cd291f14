import { expect, test } from 'vitest';
import { askSite } from './ask-site.ts';
import { startShopSite, type ShopSite } from './shop-site.ts';

const put = async (site: ShopSite, path: string, body: object): Promise<unknown> =>
  (await askSite(site, `/wp-json/wc/v3/products/${path}`, { method: 'PUT', body })).json();
const get = async (site: ShopSite, path: string): Promise<unknown> =>
  (await askSite(site, `/wp-json/wc/v3/products/${path}`)).json();

test('[SM8] a count is changed by a difference, and gives the status whatever is written', async () => {
  await using site = await startShopSite();
  expect(await put(site, '13', { inventory_delta: -2, stock_status: 'outofstock' })).toMatchObject({
    ...{ stock_quantity: 4, stock_status: 'instock', manage_stock: true, backorders: 'no' },
  });
  expect(await put(site, '13', { inventory_delta: -100_000 })).toMatchObject({
    ...{ stock_quantity: -99_996, stock_status: 'outofstock' },
  });
  expect(await put(site, '13', { inventory_delta: 100_000 })).toMatchObject({
    ...{ stock_quantity: 4, stock_status: 'instock' },
  });
  expect(await put(site, '13', { stock_quantity: 9, inventory_delta: -1 })).toMatchObject({ stock_quantity: 9 });
});

test('[SM8] what is gone can be ordered on where backorders are allowed, and only where it is counted', async () => {
  await using site = await startShopSite();
  expect(await put(site, '13', { stock_quantity: 0, backorders: 'notify' })).toMatchObject({
    stock_status: 'onbackorder',
  });
  expect(await put(site, '13', { backorders: 'no' })).toMatchObject({ stock_quantity: 0, stock_status: 'outofstock' });
  expect(await put(site, '11', { backorders: 'yes', inventory_delta: 3 })).toMatchObject({
    ...{ manage_stock: false, stock_quantity: null, backorders: 'no', stock_status: 'instock' },
  });
  expect(await put(site, '11', { backorders: 'perhaps' })).toMatchObject({ code: 'rest_invalid_param' });
});

test('[SM8] who stops counting forgets the count', async () => {
  await using site = await startShopSite();
  expect(await put(site, '13', { manage_stock: false })).toMatchObject({
    ...{ manage_stock: false, stock_quantity: null, stock_status: 'instock' },
  });
  expect(await put(site, '13', { manage_stock: true })).toMatchObject({
    ...{ stock_quantity: 0, stock_status: 'outofstock' },
  });
});

test('[SM8] variations share the count of a product that counts, until they count themselves', async () => {
  await using site = await startShopSite();
  await put(site, '22', { manage_stock: true, stock_quantity: 9, backorders: 'notify' });
  const shared = { manage_stock: 'parent', stock_quantity: 9, stock_status: 'instock', backorders: 'notify' };
  expect(await put(site, '22/variations/25', { stock_status: 'outofstock' })).toMatchObject(shared);
  const own = { manage_stock: true, stock_quantity: -100_000, backorders: 'no' };
  expect(await put(site, '22/variations/25', own)).toMatchObject({ ...own, stock_status: 'outofstock' });
  expect(await get(site, '22')).toMatchObject({ stock_quantity: 9, stock_status: 'instock' });
  await put(site, '22', { inventory_delta: -9 });
  expect(await get(site, '22/variations?orderby=id&order=asc')).toMatchObject([
    ...[23, 24].map((id) => ({ id, manage_stock: 'parent', stock_quantity: 0, stock_status: 'onbackorder' })),
    { id: 25, manage_stock: true, stock_status: 'outofstock' },
    { id: 26, stock_status: 'onbackorder' },
  ]);
  expect(await put(site, '22/variations/25', { manage_stock: false })).toMatchObject({
    ...{ manage_stock: 'parent', stock_quantity: 0, stock_status: 'onbackorder' },
  });
  await put(site, '22', { manage_stock: false });
  expect(await get(site, '22/variations/25')).toMatchObject({ manage_stock: false, stock_quantity: null });
  expect(await get(site, '22')).toMatchObject({ stock_status: 'onbackorder' });
});

test('[SM8] a variable product that does not count is as the best of its variations', async () => {
  await using site = await startShopSite();
  for (const id of [23, 24, 25]) await put(site, `22/variations/${id}`, { stock_status: 'outofstock' });
  expect(await get(site, '22')).toMatchObject({ stock_status: 'instock' });
  await put(site, '22/variations/26', { manage_stock: true, stock_quantity: 0, backorders: 'yes' });
  expect(await get(site, '22')).toMatchObject({ stock_status: 'onbackorder' });
  await put(site, '22/variations/26', { backorders: 'no' });
  expect(await get(site, '22')).toMatchObject({ stock_status: 'outofstock' });
});
