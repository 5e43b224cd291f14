import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allDay, type AllDay } from './all-day.ts';
import type { Order, OrderItem } from './order.ts';
import { routedItem, routeTo, sampleOrder } from './testing/sample-order.ts';

const now = Date.UTC(2026, 0, 10, 20, 41);
const whole = { screen: 's', stations: null };
const grill = { screen: 'g', stations: ['grill'] };
const order = (id: string, items: OrderItem[], parts: Partial<Order> = {}) =>
  sampleOrder({ id, number: id, clockAt: now, dueAt: now, items, ...parts });
const dish = (name: string, quantity: number, parts: Partial<OrderItem> = {}) =>
  routedItem(`${name}-${quantity}`, ['grill'], { name, quantity, ...parts });
const said = ({ lines }: AllDay) =>
  lines.map(({ name, quantity, waiting, options, allergy, order: of }) =>
    [quantity, name, ...options.map(({ text }) => text), waiting && `+${waiting}`, allergy && `! ${of}`]
      .filter(Boolean)
      .join(' '),
  );
const without = [{ name: 'Sin cebolla', value: 'Sí' }];

test('[BO3a] sums by full name and options over all orders, in the order of the alphabet, the plain dish first', () => {
  const orders = [
    order('a', [dish('Pizza Margarita', 2), dish('Hamburguesa', 1)]),
    order('b', [dish('Pizza Margarita', 1, { options: without }), dish('Pizza Margarita', 4)]),
    order('c', [dish('Ensalada', 1), dish('Pizza Margarita', 2, { options: without })]),
  ];
  const lines = ['1 Ensalada', '1 Hamburguesa', '6 Pizza Margarita', '3 Pizza Margarita Sin cebolla'];
  expect(said(allDay(orders, whole, now))).toEqual(lines);
  expect(said(allDay(orders.toReversed(), whole, now))).toEqual(lines);
});

test('[BO3a] options in another sequence are the same dish', () => {
  const extra = { name: 'Extra queso', value: 'Sí' };
  const orders = [
    order('a', [dish('Pizza', 1, { options: [...without, extra] })]),
    order('b', [dish('Pizza', 1, { options: [extra, ...without] })]),
  ];
  expect(said(allDay(orders, whole, now))).toEqual(['2 Pizza Sin cebolla Extra queso']);
});

test.each<[string, Partial<Order>, OrderItem[]]>([
  ['done', {}, [dish('Pizza', 2, { doneQuantity: 2, done: true })]],
  ['taken off', {}, [dish('Pizza', 0, { done: true, change: { type: 'removed', was: 2 } })]],
  ['drinks', {}, [dish('Agua', 2, { route: routeTo('hand-over') })]],
  ['in Later', { fireAt: now + 1 }, [dish('Pizza', 2)]],
  ['ready', { status: 'ready' }, [dish('Pizza', 2)]],
  ['cancelled', { status: 'cancelled', stop: { at: now, was: 'preparing' } }, [dish('Pizza', 2)]],
])('[BO3b] leaves out what is %s', (_what, parts, items) => {
  expect(allDay([order('a', items, parts)], whole, now)).toEqual({ lines: [], waiting: 0 });
});

test('[BO3b] counts what is left for a station: its own share, and what nobody claims', () => {
  const shared = dish('Parrillada', 3, { route: routeTo('grill', 'cold'), doneBy: { grill: 2 } });
  const items = [shared, dish('Ensalada', 1, { route: routeTo('cold') }), dish('Sopa', 1, { route: routeTo() })];
  expect(said(allDay([order('a', items)], grill, now))).toEqual(['1 Parrillada', '1 Sopa']);
  expect(said(allDay([order('a', items)], whole, now))).toEqual(['1 Ensalada', '3 Parrillada', '1 Sopa']);
  const bumped = order(
    'a',
    items.map((item) => ({ ...item, done: true, doneQuantity: item.quantity })),
    { finished: { grill: { at: 1, before: {} } } },
  );
  expect(allDay([bumped], grill, now).lines).toEqual([]);
});

test('[BO3c] allergy and gluten-free lines are each order’s own, never summed', () => {
  const gluten = [{ name: 'Masa', value: 'Sin gluten' }];
  const note = { id: 'n', text: 'llamó', allergy: true, at: 0, seenBy: ['*'] };
  const orders = [
    order('1', [dish('Pizza', 2)]),
    order('2', [dish('Pizza', 1, { options: gluten }), dish('Pizza', 3)]),
    order('3', [dish('Pizza', 1, { options: gluten })]),
    order('4', [dish('Pizza', 1)], { note: 'Alergia a los frutos secos' }),
    order('5', [dish('Pizza', 1)], { kitchenNotes: [note] }),
    order('6', [dish('Pizza', 1)], { note: 'sin apio' }),
  ];
  expect(said(allDay(orders, whole, now, ['apio']))).toEqual([
    '5 Pizza',
    '1 Pizza ! 4',
    '1 Pizza ! 5',
    '1 Pizza ! 6',
    '1 Pizza Masa: Sin gluten ! 2',
    '1 Pizza Masa: Sin gluten ! 3',
  ]);
});

test('[BO3d] what nobody has answered counts apart, in the line and altogether', () => {
  const orders = [order('a', [dish('Pizza', 2)]), order('b', [dish('Pizza', 1), dish('Sopa', 1)], { status: 'new' })];
  const counted = allDay(orders, whole, now);
  expect(said(counted)).toEqual(['2 Pizza +1', 'Sopa +1']);
  expect(counted.waiting).toBe(2);
});

test('[BO3d] weights add up as people add them', () => {
  expect(said(allDay([order('a', [dish('Ternera', 0.1)]), order('b', [dish('Ternera', 0.2)])], whole, now))).toEqual([
    '0.3 Ternera',
  ]);
});

test('[BO3e] nothing is lost or counted twice, whichever the sequence of the orders', () => {
  const anyItem = fc.record({
    name: fc.constantFrom('A', 'B'),
    quantity: fc.integer({ min: 1, max: 5 }),
    note: fc.constantFrom('', 'alergia'),
  });
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 12 }), (dishes) => {
      const orders = dishes.map(({ name, quantity, note }, index) =>
        order(`${index}`, [dish(name, quantity)], { note }),
      );
      const counted = allDay(orders, whole, now);
      expect(counted.lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(
        dishes.reduce((sum, one) => sum + one.quantity, 0),
      );
      expect(allDay(orders.toReversed(), whole, now)).toEqual(counted);
      expect(new Set(counted.lines.map(({ key }) => key)).size).toBe(counted.lines.length);
    }),
  );
});
