import type { OrderItem } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { dishesFor } from './dishes.ts';
import { foldable, folded } from './fold.ts';

const whole: Viewer = { screen: 's1', stations: null };
const grill: Viewer = { screen: 's2', stations: ['grill'] };
const at = (...stations: string[]) => ({ stations, handOver: false, leadMinutes: null });
const item = (id: string, parts: Partial<OrderItem> = {}) => sampleItem({ id, ...parts });
const said = (items: OrderItem[], viewer: Viewer = whole) =>
  dishesFor(sampleOrder({ items }), viewer).map((dish) => [dish.quantity, dish.items[0].name, dish.isDone]);

test('[TK5] equal lines are one, with the sum of what is to be made', () => {
  const cheese = [{ name: 'Extra', value: 'queso' }];
  const items = [
    item('a', { quantity: 2 }),
    item('b', { name: 'Flan' }),
    item('c', { options: cheese }),
    item('d'),
    item('e', { options: cheese, quantity: 3 }),
  ];
  const dishes = dishesFor(sampleOrder({ items }), whole);
  expect(dishes.map((dish) => [dish.quantity, dish.items.map(({ id }) => id).join('')])).toEqual([
    [3, 'ad'],
    [1, 'b'],
    [4, 'ce'],
  ]);
});

test('[TK5] options in another order, or with another price, are the same to a cook', () => {
  const one = [
    { name: 'Sin', value: 'cebolla' },
    { name: 'Extra queso', value: '+1,50 €' },
  ];
  const other = [
    { name: 'Extra queso', value: '+2,00 €' },
    { name: 'Sin', value: 'cebolla' },
  ];
  expect(said([item('a', { options: one }), item('b', { options: other })])).toHaveLength(1);
});

test('[TK5] what changed, is made elsewhere or is another product stays a line of its own', () => {
  const items = [
    item('a'),
    item('b', { change: { type: 'added' } }),
    item('c', { route: at('cold') }),
    item('d', { productId: '7' }),
  ];
  expect(said(items)).toHaveLength(4);
});

test('[TK5] of equal lines the done ones count as done work of the one line: it moves nowhere', () => {
  const done = item('b', { quantity: 2, doneQuantity: 2, done: true });
  const [dish, ...others] = dishesFor(sampleOrder({ items: [item('a'), done] }), whole);
  expect(others).toEqual([]);
  expect([dish?.key, dish?.quantity, dish?.doneQuantity, dish?.isDone]).toEqual(['item-a', 3, 2, false]);
});

test("[TK2] a station's ticket has its own dishes and those nobody claims, not the others' and no drinks", () => {
  const items = [
    item('a', { name: 'Chuleta', route: at('grill') }),
    item('b', { name: 'Ensalada', route: at('cold') }),
    item('c', { name: 'Agua', route: { stations: [], handOver: true, leadMinutes: null } }),
    item('d', { name: 'Especial' }),
  ];
  expect(said(items, grill).map(([, name]) => name)).toEqual(['Chuleta', 'Especial']);
  expect(said(items)).toHaveLength(4);
});

test('[TK3] of a dish that several stations share, each sees its own share done', () => {
  const shared = item('a', { quantity: 2, route: at('grill', 'cold'), doneBy: { grill: 2, cold: 1 } });
  const [dish] = dishesFor(sampleOrder({ items: [shared] }), grill);
  expect([dish?.isDone, dish?.doneQuantity]).toEqual([true, 2]);
  const [other] = dishesFor(sampleOrder({ items: [shared] }), { screen: 's3', stations: ['cold'] });
  expect([other?.isDone, other?.doneQuantity]).toEqual([false, 1]);
});

test('[TK4] what a station said it saw is marked there no more, and still at the others', () => {
  const items = [
    item('a', { route: at('grill'), quantity: 2, change: { type: 'quantity', was: 1 } }),
    item('b', { route: at('grill'), quantity: 0, done: true, change: { type: 'removed', was: 1 } }),
  ];
  const order = sampleOrder({ items, seenAt: ['grill'] });
  expect(dishesFor(order, grill).map((dish) => [dish.key, dish.items[0].change])).toEqual([['item-a', null]]);
  expect(dishesFor(order, whole).map((dish) => dish.items[0].change?.type)).toEqual(['quantity', 'removed']);
});

test('[TK5] done dishes fold when they are more than two; what changed or is half made never does', () => {
  const done = (id: string) => item(id, { name: id, doneQuantity: 1, done: true });
  const changed = item('x', { doneQuantity: 1, done: true, change: { type: 'added' } });
  const half = item('y', { quantity: 2, doneQuantity: 1 });
  const dishes = (items: OrderItem[]) => dishesFor(sampleOrder({ items }), whole);
  expect(foldable(dishes([done('a'), done('b'), changed, half]))).toEqual([]);
  const many = dishes([done('a'), done('b'), item('open', { name: 'o' }), done('c'), changed, half]);
  expect(foldable(many)).toEqual(['item-a', 'item-b', 'item-c']);
  const { open, folded: hidden } = folded(many, { keys: new Set(foldable(many)), isOpen: false });
  expect(open.map((dish) => dish.key)).toEqual(['item-open', 'item-x', 'item-y']);
  expect(hidden).toHaveLength(3);
});

test('[TK5] a dish undone elsewhere leaves the fold at once; one undone by hand stays while one looks', () => {
  const dishes = dishesFor(sampleOrder({ items: [item('a')] }), whole);
  const keys = new Set(['item-a']);
  expect(folded(dishes, { keys, isOpen: false }).open).toHaveLength(1);
  expect(folded(dishes, { keys, isOpen: true }).folded).toHaveLength(1);
});
