import { expect, test } from 'vitest';
import { openCatalogue, openReadCatalogue } from '../../../tests/support/catalogue-bed.ts';
import { recordedBody } from '../../../tests/support/product-shop.ts';
import { until } from '../../../tests/support/until.ts';
import { shopFault } from '../connection/shop-fault.ts';

const dayMs = 86_400_000;

test('[SH6] the whole catalogue is read: categories, products, and the variations of those that have some', async () => {
  await using bed = await openReadCatalogue();
  const { catalogue, shop } = bed;
  expect(catalogue.counts()).toEqual({ products: 6, categories: 7, readAt: bed.clock.now });
  expect(shop.asked).toEqual([
    'GET products/categories',
    'GET products',
    'GET products/22/variations',
    'GET products/27/variations',
  ]);
  expect(catalogue.find('12')).toEqual({
    ...{ id: '12', parentId: null, name: 'Pizza Jamón & Piña 🍍', variation: null, inStock: true, gone: false },
    categories: [
      { id: '16', name: 'Pizza' },
      { id: '21', name: 'Pizzas Especiales' },
    ],
  });
});

test('[SH6a] a variation has its product’s name and categories, and its own choices', async () => {
  await using bed = await openReadCatalogue();
  expect(bed.catalogue.find('25')).toMatchObject({
    parentId: '22',
    name: 'Pizza al gusto',
    variation: 'Familiar, Fina',
  });
  expect(bed.catalogue.categoriesOf('25')).toEqual([{ id: '16', name: 'Pizza' }]);
  expect(bed.catalogue.nameOf('22', '25')).toBe('Pizza al gusto - Familiar, Fina');
  expect(bed.catalogue.nameOf('22', null)).toBe('Pizza al gusto');
  expect(bed.catalogue.nameOf('22', '999')).toBe('Pizza al gusto');
  expect(bed.catalogue.nameOf('999', null)).toBe(null);
});

test('[BO6] the shop’s brand of a product is read with it, and known after a restart', async () => {
  await using bed = await openCatalogue();
  bed.shop.set(1000, { name: 'Burger', brands: [{ id: 5, name: 'Fuego &amp; Co', slug: 'fuego' }] });
  bed.catalogue.start();
  await bed.allRead();
  const catalogue = await bed.restart();
  expect(['1000', '11'].map((id) => catalogue.index.product(id)?.brand)).toEqual(['Fuego & Co', '']);
});

test('[SH6] more than one page is read to the end', async () => {
  await using bed = await openCatalogue();
  for (let id = 1000; id < 1250; id++) bed.shop.set(id, { name: `Tapa ${id}` });
  bed.catalogue.start();
  await bed.allRead();
  expect(bed.catalogue.counts().products).toBe(256);
  expect(bed.shop.asked.filter((line) => line.startsWith('GET products page'))).toHaveLength(2);
});

test('[SH6a] an older shop gives variations neither a name nor their product', async () => {
  await using bed = await openCatalogue();
  const bare = ({ id, attributes }: { id: number; attributes?: unknown }) => ({ id, attributes, variations: [] });
  bed.shop.variations.set(22, bed.shop.variations.get(22)?.map(bare) ?? []);
  bed.catalogue.start();
  await bed.allRead();
  expect(bed.catalogue.find('25')).toMatchObject({ parentId: '22', variation: 'Familiar, Fina' });
});

test('[SH6b] after a restart everything is known without the shop', async () => {
  await using bed = await openReadCatalogue();
  bed.url = null;
  const before = bed.catalogue.search('', 100);
  const catalogue = await bed.restart();
  expect(catalogue.search('', 100)).toEqual(before);
  expect(before).toHaveLength(13);
  expect(catalogue.categoriesOf('29')).toEqual([{ id: '17', name: 'Grill' }]);
  expect(catalogue.counts()).toEqual({ products: 6, categories: 7, readAt: bed.clock.now });
});

test('[SH6b] what was read lately is not read again at a start, and is a day later', async () => {
  await using bed = await openReadCatalogue();
  bed.shop.asked.length = 0;
  (await bed.restart()).start();
  await bed.allRead();
  expect(bed.shop.asked).toEqual([]);
  bed.clock.turn(dayMs);
  await bed.allRead();
  // Variations of products that did not change are not asked for again within a week.
  expect(bed.shop.asked).toEqual(['GET products/categories', 'GET products']);
});

test('[SH6b] a start that found the reading half done goes on where it was', async () => {
  await using bed = await openCatalogue();
  bed.shop.before = (line) => {
    if (line.startsWith('GET products/22/')) bed.shop.fault = shopFault('unreachable');
  };
  bed.catalogue.start();
  await until(() => bed.warned.length === 1);
  bed.shop.before = () => undefined;
  bed.shop.fault = null;
  bed.shop.asked.length = 0;
  (await bed.restart()).start();
  await until(() => bed.catalogue.find('30'));
  expect(bed.shop.asked).toEqual(['GET products/22/variations', 'GET products/27/variations']);
});

test('[SH6] a name is found whatever its accents and capitals, those that begin so first', async () => {
  await using bed = await openReadCatalogue();
  const names = (text: string) => bed.catalogue.search(text, 10).map(({ name, variation }) => [name, variation]);
  expect(names('JAMON pina')).toEqual([['Pizza Jamón & Piña 🍍', null]]);
  expect(names('plato del dia')).toEqual([['Plato del día sin categoría', null]]);
  expect(names('familiar gusto fina')).toEqual([['Pizza al gusto', 'Familiar, Fina']]);
  expect(names('a')[0]).toEqual(['Agua con gas 50 cl', null]);
  expect(bed.catalogue.search('pizza', 2)).toHaveLength(2);
  expect(names('sushi')).toEqual([]);
});

test('[SH6c] unknown products of orders are asked for in one request, once, and the caller does not wait', async () => {
  await using bed = await openReadCatalogue();
  const { catalogue, shop } = bed;
  shop.set(500, { name: 'Croquetas', categories: [{ id: 20, name: 'Entrantes' }] });
  shop.asked.length = 0;
  const line = (productId: string | null) => ({ productId, variationId: null });
  catalogue.noteItems([line('500'), line('501'), line('11'), line(null)]);
  expect(shop.asked).toEqual([]);
  await until(() => catalogue.find('500'));
  catalogue.noteItems([line('500'), line('501')]);
  await bed.allRead();
  expect(shop.asked).toEqual(['GET products?include=500,501']);
  expect(catalogue.categoriesOf('500')).toEqual([{ id: '20', name: 'Entrantes' }]);
  expect(catalogue.find('501')).toBe(null);
});

test('[SH6c] that a product does not exist is remembered over a restart', async () => {
  await using bed = await openReadCatalogue();
  bed.catalogue.noteItems([{ productId: '501', variationId: null }]);
  await until(() => bed.shop.asked.includes('GET products?include=501'));
  await bed.allRead();
  bed.shop.asked.length = 0;
  const catalogue = await bed.restart();
  catalogue.start();
  catalogue.noteItems([{ productId: '501', variationId: null }]);
  await bed.allRead();
  expect(bed.shop.asked).toEqual([]);
  expect(catalogue.counts().products).toBe(6);
});

test('[SH6c] an unknown variation of a known product has its product’s variations read, once', async () => {
  await using bed = await openReadCatalogue();
  bed.shop.variations.get(22)?.push({ ...bed.shop.variation(22, 26), id: 260, attributes: [{ option: 'Mini' }] });
  bed.shop.asked.length = 0;
  bed.catalogue.noteItems([{ productId: '22', variationId: '260' }]);
  await until(() => bed.catalogue.nameOf('22', '260') === 'Pizza al gusto - Mini');
  bed.catalogue.noteItems([{ productId: '22', variationId: '261' }]);
  bed.catalogue.noteItems([{ productId: '22', variationId: '261' }]);
  await until(() => bed.shop.asked.length === 2);
  bed.catalogue.noteItems([{ productId: '22', variationId: '261' }]);
  await bed.allRead();
  expect(bed.shop.asked).toEqual(['GET products/22/variations', 'GET products/22/variations']);
});

test('[SH6d] recorded product.updated deliveries are taken; a variation keeps its product’s categories', async () => {
  await using bed = await openReadCatalogue();
  const { catalogue } = bed;
  let told = 0;
  catalogue.changed(() => void told++);
  expect(await catalogue.take(recordedBody('product-updated-variation-out-of-stock'))).toBe('taken');
  expect(catalogue.find('29')).toMatchObject({ name: 'Entrecot a la parrilla', variation: 'Al punto', inStock: false });
  expect(catalogue.categoriesOf('29')).toEqual([{ id: '17', name: 'Grill' }]);
  expect(await catalogue.take(recordedBody('product-updated-out-of-stock'))).toBe('taken');
  expect(catalogue.find('13')).toMatchObject({ name: 'Chuletón de añojo a la brasa (500 g)', inStock: false });
  expect(catalogue.categoriesOf('13')).toEqual([{ id: '17', name: 'Grill' }]);
  await catalogue.take(recordedBody('product-updated-back-in-stock'));
  expect(catalogue.find('13')?.inStock).toBe(true);
  // An older delivery that comes late changes nothing.
  await catalogue.take({
    ...Object(recordedBody('product-updated-out-of-stock')),
    date_modified_gmt: '2026-11-20T20:00:00',
  });
  expect(catalogue.find('13')?.inStock).toBe(true);
  expect(told).toBe(3);
  expect(await catalogue.take(recordedBody('order-created-guest'))).toBe('ignored');
  expect(await catalogue.take({ code: 'woocommerce_rest_cannot_view' })).toBe('ignored');
});

test('[SH6d] a variation without known product is known when its product is', async () => {
  await using bed = await openCatalogue();
  await bed.catalogue.take(recordedBody('product-updated-variation-out-of-stock'));
  expect(bed.catalogue.find('29')).toBe(null);
  bed.catalogue.start();
  await until(() => bed.catalogue.find('29'));
});

test('[SH6e] renamed is renamed; removed is in no search, but keeps name and categories for open tickets', async () => {
  await using bed = await openReadCatalogue();
  bed.shop.set(11, { name: 'Pizza Reina', date_modified_gmt: '2026-11-21T13:00:00' });
  bed.shop.products.delete(12);
  bed.shop.set(22, { variations: [23, 24, 25], date_modified_gmt: '2026-11-21T13:00:00' });
  bed.shop.variations.set(22, bed.shop.variations.get(22)?.filter(({ id }) => id !== 26) ?? []);
  bed.shop.categories = bed.shop.categories.filter((one) => Object(one).id !== 19);
  bed.shop.asked.length = 0;
  bed.clock.turn(dayMs);
  await bed.allRead();
  expect(bed.catalogue.nameOf('11', null)).toBe('Pizza Reina');
  // Who was on no page is asked for by name before it counts as removed.
  expect(bed.shop.asked).toContain('GET products?include=12');
  expect(bed.catalogue.find('12')).toMatchObject({ gone: true, name: 'Pizza Jamón & Piña 🍍' });
  expect(bed.catalogue.search('pina', 10)).toEqual([]);
  expect(bed.catalogue.find('26')?.gone).toBe(true);
  expect(bed.catalogue.counts()).toMatchObject({ products: 5, categories: 6 });
});

test('[SH6f] a shop that fails is asked again after a while that grows, and what is known stays', async () => {
  await using bed = await openReadCatalogue();
  bed.shop.fault = shopFault('unavailable', { status: 503 });
  bed.catalogue.noteItems([{ productId: '500', variationId: null }]);
  const waits: (number | null)[] = [];
  for (let failures = 1; failures <= 3; failures++) {
    await until(() => bed.shop.asked.filter((line) => line.includes('500')).length === failures);
    waits.push(await until(() => bed.clock.nextInMs()));
    // More orders do not make it more impatient.
    bed.catalogue.noteItems([{ productId: '500', variationId: null }]);
    bed.clock.turn(waits.at(-1) ?? 0);
  }
  expect(waits).toEqual([1_500, 3_000, 6_000]);
  expect(bed.warned).toHaveLength(1);
  expect(bed.catalogue.find('11')?.name).toBe('Pizza Margarita');
});

test('[SH6f] keys that may not read products are not tried every minute, but at once with another connection', async () => {
  await using bed = await openCatalogue();
  bed.shop.fault = shopFault('forbidden', { status: 403 });
  bed.catalogue.start();
  await until(() => bed.clock.nextInMs() === 600_000);
  bed.shop.fault = null;
  bed.catalogue.reconnected();
  await until(() => bed.catalogue.counts().readAt !== null);
});

test('[SH6f] another shop’s catalogue takes the place of the one before', async () => {
  await using bed = await openReadCatalogue();
  bed.shop.products.clear();
  bed.shop.set(11, { name: 'Ramen', date_modified_gmt: '2020-01-01T00:00:00' });
  bed.url = 'https://other.example';
  bed.catalogue.reconnected();
  await until(() => bed.catalogue.nameOf('11', null) === 'Ramen');
  await bed.allRead();
  expect(bed.catalogue.search('', 10).map(({ name }) => name)).toEqual(['Ramen']);
});

test('[SH6] without a shop nothing is asked', async () => {
  await using bed = await openCatalogue();
  bed.url = null;
  bed.catalogue.start();
  bed.catalogue.noteItems([{ productId: '11', variationId: null }]);
  await until(() => bed.clock.nextInMs() !== null);
  expect([bed.shop.asked, bed.catalogue.counts().readAt]).toEqual([[], null]);
});
