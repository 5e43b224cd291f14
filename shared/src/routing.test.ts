import { expect, test } from 'vitest';
import type { KitchenSettings, RouteRule } from './kitchen-settings.ts';
import { isSameRoute, nowhere, routeCategory, routeLine } from './routing.ts';

/** Product 7 (variation 71) is in pizza, which is in food; 8 in drinks and food; 9 in drinks; 10 nowhere. */
const categoriesOf = (id: string) => ({ 7: ['pizza'], 8: ['drinks', 'food'], 9: ['drinks'] })[id] ?? [];
const categoryPath = (id: string) => (id === 'pizza' ? ['pizza', 'food'] : [id]);
const to = (...stations: string[]): RouteRule => ({ stations, handOver: false, leadMinutes: null });
const handOver: RouteRule = { ...to(), handOver: true };
const lead = (leadMinutes: number, rule: RouteRule = to()): RouteRule => ({ ...rule, leadMinutes });
const allStations = ['grill', 'oven', 'bar'].map((id) => ({ id, name: id.toUpperCase() }));

type Rules = Partial<KitchenSettings['routing']>;

/** @param line `product/variation name`; `-`: free text */
function decide(line: string, routing: Rules, stations = allStations) {
  const [ids = '', ...words] = line.split(' ');
  const [productId = '', variationId = null] = ids.split('/');
  const rules = { stations, routing: { categories: {}, products: {}, words: [], ...routing } };
  const product =
    productId === '-' ? { productId: null, categoryIds: [] } : { productId, categoryIds: categoriesOf(productId) };
  return routeLine({ ...product, variationId, name: words.join(' ') }, rules, categoryPath);
}

function route(line: string, routing: Rules, stations = allStations) {
  const found = decide(line, routing, stations).route;
  const where = found.handOver ? 'hand-over' : found.stations.join('+') || 'nobody';
  return found.leadMinutes === null ? where : `${where} ${found.leadMinutes}`;
}

const pizza = { pizza: to('oven') };

test.each<[string, string, Rules, string]>([
  ['nothing is known', '7 Pizza', {}, 'nobody'],
  ['its category says so', '7 Pizza', { categories: pizza }, 'oven'],
  ['the nearest category with a rule says so', '7 Pizza', { categories: { ...pizza, food: to('grill') } }, 'oven'],
  ['one above it, where it says nothing itself', '7 Pizza', { categories: { food: to('grill') } }, 'grill'],
  ['of several categories each', '8 Sangría', { categories: { drinks: to('bar'), food: to('grill') } }, 'grill+bar'],
  ['its product goes before its category', '7 Pizza', { categories: pizza, products: { 7: to('bar') } }, 'bar'],
  ['its variation goes before its product', '7/71 Pizza', { products: { 7: to('bar'), 71: to('grill') } }, 'grill'],
  ['another variation has its product’s', '7/72 Pizza', { products: { 7: to('bar'), 71: to('grill') } }, 'bar'],
  [
    'a rule that says nothing takes it from its category',
    '7 Pizza',
    { categories: pizza, products: { 7: to() } },
    'nobody',
  ],
  [
    'words are asked where the catalogue says nothing',
    '10 Pizza',
    { words: [{ word: 'pizza', route: to('oven') }] },
    'oven',
  ],
  [
    'words are not asked where it does',
    '7 Pan',
    { categories: pizza, words: [{ word: 'pan', route: to('bar') }] },
    'oven',
  ],
  ['free text goes by words', '- Pan con tomate', { words: [{ word: 'con tomate', route: to('bar') }] }, 'bar'],
])('[BO2] a line goes where the nearest rule says: %s', (_what, line, routing, expected) => {
  expect(route(line, routing)).toBe(expected);
});

test.each<[string, string, string]>([
  ['patatas', '- PATATAS bravas', 'bar'],
  ['jamon', '- Croquetas de Jamón', 'bar'],
  ['JAMÓN', '- croquetas de jamon', 'bar'],
  ['pan', '- Empanada', 'nobody'],
  ['coca-cola', '- Coca Cola 33 cl', 'bar'],
  ['+++', '- Pan', 'nobody'],
])('[BO2] words are whole ones, whatever their accents and capitals: %s in %s', (word, line, expected) => {
  expect(route(line, { words: [{ word, route: to('bar') }] })).toBe(expected);
});

test('[BO2] of words the first that fits counts', () => {
  const words = ['pizza', 'queso', 'atún'].map((word, at) => ({ word, route: to(['x', 'grill', 'oven'][at] ?? '') }));
  expect(route('- Bocadillo de atún y queso', { words })).toBe('grill');
});

test('[BO2] a line is for hand-over only if every category with a rule says so', () => {
  expect(route('9 Agua', { categories: { drinks: handOver } })).toBe('hand-over');
  expect(route('8 Sangría', { categories: { drinks: handOver } })).toBe('hand-over');
  expect(route('8 Sangría', { categories: { drinks: handOver, food: to('grill') } })).toBe('grill');
  expect(route('8 Sangría', { categories: { drinks: handOver, food: to() } })).toBe('nobody');
  expect(route('9 Agua', { categories: { drinks: handOver }, products: { 9: to('bar') } })).toBe('bar');
});

test('[BO5] a rule that only gives a lead time leaves the way to the next; of several the longest counts', () => {
  expect(route('7 Pizza', { categories: { pizza: lead(45), food: to('grill') } })).toBe('grill 45');
  expect(route('7 Pizza', { categories: { pizza: to('oven'), food: lead(20, to('grill')) } })).toBe('oven 20');
  expect(route('7 Pizza', { categories: pizza, products: { 7: lead(60) } })).toBe('oven 60');
  expect(route('7 Pizza', { categories: { pizza: lead(45, to('oven')) }, products: { 7: lead(15) } })).toBe('oven 15');
  const both = { drinks: lead(5, to('bar')), food: lead(40, to('grill')) };
  expect(route('8 Sangría', { categories: both })).toBe('grill+bar 40');
  expect(route('7 Pizza', { categories: { pizza: lead(45) } })).toBe('nobody 45');
});

test('[BO2] a station that is not there any more claims nothing, and leaves a line to nobody rather than nowhere', () => {
  const left = [{ id: 'grill', name: 'Grill' }];
  expect(route('8 Sangría', { categories: { drinks: to('bar'), food: to('grill') } }, left)).toBe('grill');
  expect(route('9 Agua', { categories: { drinks: to('bar') } }, left)).toBe('nobody');
  expect(route('9 Agua', { categories: { drinks: to('expo') } })).toBe('nobody');
});

test('[BO2] the same stations in another order are the same way, and nobody is nobody', () => {
  expect(isSameRoute(to('grill', 'bar'), to('bar', 'grill'))).toBe(true);
  expect(isSameRoute(to('grill', 'bar'), to('grill'))).toBe(false);
  expect(isSameRoute(undefined, nowhere)).toBe(true);
  expect(isSameRoute(handOver, nowhere)).toBe(false);
  expect(isSameRoute(lead(5, to('bar')), to('bar'))).toBe(false);
  expect(isSameRoute({ ...to('bar'), brand: 'Fuego' }, to('bar'))).toBe(false);
});

test('[BO2] it says which rule decided where, whatever gave the lead time', () => {
  const by = (line: string, routing: Rules) => decide(line, routing).by;
  const words = [{ word: 'Pizza', route: to('bar') }];
  expect(by('7 Pizza', { words })).toEqual([{ at: 'word', word: 'Pizza' }]);
  expect(by('7 Pizza', { words, categories: { food: to('grill'), pizza: lead(20) } })).toEqual([
    { at: 'category', id: 'food' },
  ]);
  expect(by('8 Sangría', { categories: { food: to('grill'), drinks: handOver } })).toEqual([
    { at: 'category', id: 'drinks' },
    { at: 'category', id: 'food' },
  ]);
  expect(by('7/71 Pizza', { categories: pizza, products: { 7: to() } })).toEqual([{ at: 'product', id: '7' }]);
  expect(by('7/71 Pizza', { products: { 71: to('bar') } })).toEqual([{ at: 'variation', id: '71' }]);
  expect(decide('7 Pizza', {})).toEqual({ route: nowhere, by: [] });
});

test('[BO2] a category goes where it or the nearest above it says', () => {
  const rules = { stations: allStations, routing: { categories: { food: to('grill') }, products: {}, words: [] } };
  expect(routeCategory(['pizza', 'food'], rules)).toMatchObject({
    route: { stations: ['grill'] },
    by: [{ at: 'category', id: 'food' }],
  });
  expect(routeCategory(['drinks'], rules)).toEqual({ route: nowhere, by: [] });
});
