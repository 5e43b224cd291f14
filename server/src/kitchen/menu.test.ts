import { expect, test } from 'vitest';
import { createCatalogueIndex } from '../shop/catalogue/catalogue-index.ts';
import { productSchema, toProduct } from '../shop/catalogue/products.ts';
import { createMenu } from './menu.ts';

function catalogue() {
  const index = createCatalogueIndex();
  const product = (id: number, name: string, more: object = {}) =>
    toProduct(productSchema.parse({ id, name, ...more }), 1);
  index.putCategories([
    { id: '2', name: 'Pizza', parentId: '1' },
    { id: '1', name: 'Comida', parentId: null },
    { id: '3', name: 'Círculo', parentId: '4' },
    { id: '4', name: 'Vicioso', parentId: '3' },
  ]);
  const inPizza = { categories: [{ id: 2, name: 'Pizza' }] };
  index.put([
    product(7, 'Margarita', {
      ...inPizza,
      variations: [71],
      brands: [{ id: 5, name: 'La Nonna &amp; Co', slug: 'n' }],
    }),
    product(71, '', { type: 'variation', parent_id: 7, attributes: [{ option: 'Familiar' }] }),
    product(8, 'Árbol', { ...inPizza, status: 'trash' }),
    product(9, 'Agua'),
  ]);
  return index;
}

test('[BO2] a variation is in its product’s categories, and what was removed stays in its own', () => {
  const menu = createMenu(catalogue);
  expect(['7', '71', '8', '9', 'x'].map((id) => menu.categoriesOf(id))).toEqual([['2'], ['2'], ['2'], [], []]);
});

test('[BO6] a product has the shop’s brand, and a variation its product’s', () => {
  const menu = createMenu(catalogue);
  expect(['7', '71', '9', 'x'].map((id) => menu.brandOf(id))).toEqual(['La Nonna & Co', 'La Nonna & Co', '', '']);
});

test('[BO2] the way up from a category ends, even where the shop has made a circle', () => {
  const menu = createMenu(catalogue);
  expect(menu.categoryPath('2')).toEqual(['2', '1']);
  expect(menu.categoryPath('3')).toEqual(['3', '4']);
  expect(menu.categoryPath('x')).toEqual(['x']);
});

test('[BO2] every category and product the shop has is listed by name, with how many are in it', () => {
  const { categories, products } = createMenu(catalogue).list();
  expect(categories.map(({ name, parentId, products: count }) => [name, parentId, count])).toEqual([
    ...[
      ['Círculo', '4', 0],
      ['Comida', null, 0],
      ['Pizza', '1', 1],
      ['Vicioso', '3', 0],
    ],
  ]);
  expect(products).toEqual([
    { id: '9', name: 'Agua', categoryIds: [] },
    { id: '7', name: 'Margarita', categoryIds: ['2'] },
  ]);
});
