import { expect, test } from 'vitest';
import { countDishes, groupDishes, sought } from './dishes.ts';
import type { Draft } from './draft.ts';
import { menu, rule, settingsWith } from './kitchen-view.fixture.ts';
import { createResolver } from './resolve.ts';

const routing = (own: Partial<Draft['routing']>) =>
  settingsWith({ routing: { categories: {}, products: {}, words: [], ...own } });
const [cheese, vegan, cola, bravas] = menu.products;
if (!cheese || !vegan || !cola || !bravas) throw new Error('the fixture has four dishes');

test('[BO2] a dish goes as its category, a category as the one above it, until they say otherwise', () => {
  const byFood = createResolver(menu, routing({ categories: { food: rule({ stations: ['grill'] }) } }));
  expect(byFood.ofProduct(cheese)).toMatchObject({
    route: { stations: ['grill'] },
    from: { type: 'categories', names: ['Food'] },
  });
  const own = createResolver(
    menu,
    routing({ categories: { food: rule({ stations: ['grill'] }) }, products: { 1: rule({ stations: ['fryer'] }) } }),
  );
  expect(own.ofProduct(cheese)).toMatchObject({ route: { stations: ['fryer'] }, from: { type: 'own' } });
  expect(own.inheritedByProduct(cheese)).toMatchObject({ route: { stations: ['grill'] } });
  expect(own.ofProduct(vegan).route.stations).toEqual(['grill']);
  const [, burgers] = menu.categories;
  expect(burgers && own.ofCategory(burgers).from).toEqual({ type: 'categories', names: ['Food'] });
});

test('[BO2] several categories are several stations; a rule with only a lead time says nothing of where', () => {
  const both = { ...cheese, categoryIds: ['burgers', 'drinks'] };
  const resolver = createResolver(
    menu,
    routing({
      categories: { burgers: rule({ stations: ['grill'], leadMinutes: 15 }), drinks: rule({ stations: ['fryer'] }) },
      products: { 1: rule({ leadMinutes: 40 }) },
    }),
  );
  expect(resolver.ofProduct(both)).toEqual({
    route: { stations: ['grill', 'fryer'], handOver: false, leadMinutes: 40 },
    from: { type: 'categories', names: ['Burgers', 'Drinks'] },
  });
});

test('[BO2] a rule that says nothing at all says nobody; a station that is gone claims nothing', () => {
  const resolver = createResolver(
    menu,
    routing({
      categories: { burgers: rule({ stations: ['grill'] }), drinks: rule({ stations: ['gone'] }) },
      products: { 1: rule() },
    }),
  );
  expect(resolver.ofProduct(cheese)).toMatchObject({ route: { stations: [] }, from: { type: 'own' } });
  expect(countDishes(menu.products, resolver)).toMatchObject({ nobody: 3, handOver: 0 });
  expect(countDishes(menu.products, resolver).byStation.get('grill')).toBe(1);
});

test('[BO2] a whole word of the name sends a line, whatever its capitals and accents; the first that fits', () => {
  const words = [
    { word: 'Patatas Brávas', route: rule({ stations: ['fryer'] }) },
    { word: 'patatas', route: rule({ stations: ['grill'] }) },
    { word: '??', route: rule({ stations: ['grill'] }) },
  ];
  const resolver = createResolver(menu, routing({ words }));
  const fromOf = (name: string) => resolver.ofLine({ name, productId: null }).from;
  expect(fromOf('PATATAS BRAVAS (2)')).toEqual({ type: 'word', word: 'Patatas Brávas' });
  expect(fromOf('Superpatatas')).toEqual({ type: 'none' });
  expect(resolver.ofLine({ name: 'Patatas fritas', productId: null })).toMatchObject({
    route: { stations: ['grill'] },
    from: { type: 'word', word: 'patatas' },
  });
  expect(resolver.ofProduct(bravas).route.stations).toEqual(['fryer']);
  expect(resolver.ofLine({ name: 'Cola', productId: '3' }).from).toEqual({ type: 'none' });
});

test('[BO2] the list is a tree, with the dishes without a category at its end; none is lost in a circle', () => {
  expect(groupDishes(menu).map(({ category, depth }) => [category?.id ?? null, depth])).toEqual([
    ['food', 0],
    ['burgers', 1],
    ['drinks', 0],
    [null, 0],
  ]);
  const circle = [
    { id: 'a', name: 'A', parentId: 'b', products: 0 },
    { id: 'b', name: 'B', parentId: 'a', products: 0 },
  ];
  expect(groupDishes({ categories: circle, products: [] }).map(({ category }) => category?.id)).toEqual(['a', 'b']);
});

test('[BO2] the search finds dishes and whole categories, and what nobody claims', () => {
  const resolver = createResolver(menu, routing({ categories: { food: rule({ stations: ['grill'] }) } }));
  const names = (asked: { text: string; nobodys: boolean }) =>
    sought(groupDishes(menu), asked, resolver).flatMap(({ products }) => products.map(({ name }) => name));
  expect(names({ text: 'burgers', nobodys: false })).toEqual(['Cheeseburger', 'Vegan burger']);
  expect(names({ text: 'BRÁVAS', nobodys: false })).toEqual(['Patatas bravas']);
  expect(names({ text: '', nobodys: true })).toEqual(['Cola', 'Patatas bravas']);
  expect(names({ text: 'x', nobodys: false })).toEqual([]);
});

test('[BO2] two thousand dishes are counted at once', () => {
  const products = Array.from({ length: 2_000 }, (_, index) => ({ ...cheese, id: `p${index}` }));
  const resolver = createResolver(
    { ...menu, products },
    routing({ categories: { food: rule({ stations: ['grill'] }) } }),
  );
  expect(countDishes(products, resolver).byStation.get('grill')).toBe(2_000);
});
