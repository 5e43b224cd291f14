import { expect, test } from 'vitest';
import { openCatalogue } from '../../../tests/support/catalogue-bed.ts';
import { openPglite } from '../../../tests/support/pglite.ts';
import { hour, openSoldOut, type SoldOutBed } from '../../../tests/support/sold-out-bed.ts';

const statuses = (bed: SoldOutBed, productId: number) =>
  (bed.shop.variations.get(productId) ?? []).map((one) => one['stock_status']);

test('[SH7h] where pieces are counted the count is lowered and raised: sales and returns in between stay counted', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(13, { manage_stock: true, stock_quantity: 5, backorders: 'notify' });
  await bed.sellOut('13');
  expect(bed.shop.product(13)).toMatchObject({ stock_status: 'outofstock', stock_quantity: -99_995, backorders: 'no' });
  // A guest who was paying, and an order that was cancelled and put back into stock: it stays out.
  bed.shop.set(13, { stock_quantity: -99_995 - 1 + 3 });
  await bed.pass(hour);
  expect(bed.shop.product(13)).toMatchObject({ stock_status: 'instock', stock_quantity: 7, backorders: 'notify' });
});

test('[SH7h] a count that somebody set by hand meanwhile stands, and so does any other change of the shop’s', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(13, { manage_stock: true, stock_quantity: 5 });
  await bed.sellOut('13');
  await bed.sellOut('11');
  bed.shop.set(13, { stock_quantity: 20, stock_status: 'instock' });
  bed.shop.set(11, { stock_status: 'onbackorder' });
  const before = bed.shop.writes().length;
  await bed.pass(hour);
  expect([bed.states(), bed.shop.writes().length]).toEqual([[], before]);
});

test('[SH7h] what was out in the shop before stays out after', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(11, { stock_status: 'outofstock' });
  await bed.sellOut('11');
  expect(bed.states()).toEqual(['11 told']);
  await bed.pass(hour);
  expect([bed.states(), bed.shop.writes()]).toEqual([[], []]);
  bed.shop.set(13, { manage_stock: true, stock_quantity: 0, stock_status: 'outofstock' });
  await bed.sellOut('13');
  await bed.pass(hour);
  expect(bed.shop.product(13)).toMatchObject({ stock_quantity: 0, stock_status: 'outofstock' });
});

test('[SH7h] what could be ordered without being there can be again', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(11, { stock_status: 'onbackorder' });
  await bed.sellOut('11');
  expect(bed.shop.product(11)['stock_status']).toBe('outofstock');
  await bed.pass(hour);
  expect(bed.shop.product(11)['stock_status']).toBe('onbackorder');
});

test('[SH7h] a shop that takes the request and does not do it has not been told', async () => {
  await using bed = await openSoldOut();
  bed.shop.before = (line) => {
    if (line.startsWith('PUT')) bed.shop.set(13, { manage_stock: true, stock_quantity: 5 });
  };
  bed.shop.set(13, {});
  await bed.sellOut('13');
  expect(bed.keeper.list()).toMatchObject([{ shop: 'failed', fault: 'refused' }]);
});

test('[SH7i] one variation is out by itself; the others and the product stay', async () => {
  await using bed = await openSoldOut();
  await bed.sellOut('22', { variationId: '25' });
  expect(bed.shop.writes()).toEqual(['PUT products/22/variations/25 {"stock_status":"outofstock"}']);
  expect(bed.shop.product(22)['stock_status']).toBe('instock');
  await bed.pass(hour);
  expect(statuses(bed, 22)).toEqual(['instock', 'instock', 'instock', 'instock']);
});

test('[SH7i] a product with variations is out when all of them are, for it has no status of its own', async () => {
  await using bed = await openSoldOut();
  bed.shop.variation(22, 24)['stock_status'] = 'outofstock';
  await bed.sellOut('22');
  expect([bed.shop.writes().length, bed.shop.product(22)['stock_status']]).toEqual([3, 'outofstock']);
  await bed.pass(hour);
  expect(bed.shop.variation(22, 24)['stock_status']).toBe('outofstock');
  expect(statuses(bed, 22).filter((status) => status === 'instock')).toHaveLength(3);
});

test('[SH7i] a product with variations that broke off halfway is finished, and comes back whole', async () => {
  await using bed = await openSoldOut();
  await bed.keeper.sellOut(bed.request('27'));
  bed.shop.losesAnswer = true;
  expect(await bed.deliver()).toMatchObject([{ type: 'retry' }]);
  await bed.restart();
  await bed.deliver();
  expect(statuses(bed, 27)).toEqual(['outofstock', 'outofstock', 'outofstock']);
  await bed.pass(hour);
  expect(statuses(bed, 27)).toEqual(['instock', 'instock', 'instock']);
});

test('[SH7i] a variation that shares its product’s count leaves that count and its siblings alone', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(22, { manage_stock: true, stock_quantity: 9 });
  await bed.sellOut('22', { variationId: '25' });
  expect(bed.shop.variation(22, 25)).toMatchObject({ manage_stock: true, stock_status: 'outofstock' });
  bed.shop.set(22, { stock_quantity: 8 });
  await bed.pass(hour);
  expect(bed.shop.variation(22, 25)).toMatchObject({ manage_stock: false, stock_status: 'instock' });
  expect(bed.shop.product(22)['stock_quantity']).toBe(8);
});

test('[SH7i] a product that counts for its variations is out with its count', async () => {
  await using bed = await openSoldOut();
  bed.shop.set(22, { manage_stock: true, stock_quantity: 9 });
  await bed.sellOut('22');
  expect(bed.shop.writes()).toEqual(['PUT products/22 {"inventory_delta":-100000,"backorders":"no"}']);
  await bed.sellOut('22', { variationId: '25', span: 'open-ended' });
  await bed.pass(hour);
  expect(bed.shop.product(22)['stock_quantity']).toBe(9);
  expect([bed.states(), bed.shop.variation(22, 25)['stock_status']]).toEqual([['25 told'], 'outofstock']);
});

for (const first of ['product', 'variation']) {
  test(`[SH7i] a variation out by itself stays out when its product comes back, the ${first} being first`, async () => {
    await using bed = await openSoldOut();
    const product = () => bed.sellOut('22', { id: 'product' });
    const variation = () => bed.sellOut('22', { id: 'variation', variationId: '25', span: 'open-ended' });
    await (first === 'product' ? product : variation)();
    await (first === 'product' ? variation : product)();
    await bed.pass(hour);
    expect(bed.states()).toEqual(['25 told']);
    expect(statuses(bed, 22).filter((status) => status === 'outofstock')).toHaveLength(1);
    await bed.keeper.bringBack('variation');
    await bed.deliver();
    expect(statuses(bed, 22)).toEqual(['instock', 'instock', 'instock', 'instock']);
  });

  test(`[SH7i] a product stays out when its variation comes back, the ${first} being first`, async () => {
    await using bed = await openSoldOut();
    const product = () => bed.sellOut('22', { id: 'product', span: 'open-ended' });
    const variation = () => bed.sellOut('22', { id: 'variation', variationId: '25' });
    await (first === 'product' ? product : variation)();
    await (first === 'product' ? variation : product)();
    await bed.pass(hour);
    expect([bed.states(), bed.shop.product(22)['stock_status']]).toEqual([['22 told'], 'outofstock']);
    await bed.keeper.bringBack('product');
    await bed.deliver();
    expect(statuses(bed, 22)).toEqual(['instock', 'instock', 'instock', 'instock']);
  });
}

test('[DB15] what is sold out and the catalogue are kept in PostgreSQL too', async () => {
  await using database = await openPglite();
  const lent = () => Promise.resolve({ ...database, [Symbol.asyncDispose]: () => Promise.resolve() });
  await using bed = await openSoldOut(lent);
  const both = await Promise.all([bed.keeper.sellOut(bed.request('11')), bed.keeper.sellOut(bed.request('11'))]);
  expect(both.map(({ type }) => type)).toEqual(['new', 'known']);
  await bed.restart();
  await bed.deliver();
  expect(bed.keeper.list()).toMatchObject([{ shop: 'told', until: bed.now + hour }]);
  await bed.pass(hour);
  expect([bed.states(), bed.shop.product(11)['stock_status']]).toEqual([[], 'instock']);
  await using other = await openCatalogue(lent);
  other.catalogue.start();
  await other.allRead();
  expect((await other.restart()).counts()).toEqual({ products: 6, categories: 7, readAt: other.clock.now });
});
