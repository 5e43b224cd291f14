import { expect, test } from 'vitest';
import { sampleSnapshot, toldItem } from '@kasera/shared/testing/sample-signal.ts';
import { sampleItem } from '@kasera/shared/testing/sample-order.ts';
import { kitchenSettings, routeTo, to } from '../../tests/support/kitchen-settings.ts';
import { withRoutes } from '../orders/line-routes.ts';
import { createLineRouting } from './line-routing.ts';

const settings = kitchenSettings({
  routing: { categories: {}, products: { 7: to('oven') }, words: [{ word: 'patatas', route: to('grill') }] },
});
const menu = { categoriesOf: () => [], brandOf: () => '', categoryPath: (id: string) => [id] };
const routeOf = createLineRouting({ settings: () => settings, menu, source: 'woocommerce' });

test('[BO2] each line of a message says who makes it before anything is decided', () => {
  const items = [
    toldItem(),
    toldItem({ id: 'i2', productId: null, name: 'Patatas' }),
    toldItem({ id: 'i3', productId: '9' }),
  ];
  const routed = withRoutes(sampleSnapshot({ items }), null, routeOf).items;
  expect(routed.map(({ route }) => route)).toEqual([routeTo('oven'), routeTo('grill'), undefined]);
  expect(routed[2]).not.toHaveProperty('route');
});

test('[BO2] ids of another shop mean nothing in this one: its lines go by words, or keep their way as far as it is there', () => {
  const line = toldItem({ productId: '7' });
  expect(routeOf(line, 'woocommerce', undefined)).toEqual(routeTo('oven'));
  expect(routeOf(line, 'woocommerce#1', undefined)).toBeUndefined();
  expect(routeOf({ ...line, name: 'Patatas' }, 'woocommerce#1', routeTo('bar'))).toEqual(routeTo('grill'));
  expect(routeOf(line, 'woocommerce#1', routeTo('bar', 'gone'))).toEqual(routeTo('bar'));
  expect(routeOf({ ...line, productId: null }, 'test', routeTo('bar'))).toBeUndefined();
});

test('[BO2] of a held order each line is asked with the way it has', () => {
  const held = { items: [sampleItem({ id: 'i1', productId: '7', route: routeTo('bar') })] };
  const snapshot = sampleSnapshot({ source: 'woocommerce#1', items: [toldItem()] });
  expect(withRoutes(snapshot, held, routeOf).items[0]?.route).toEqual(routeTo('bar'));
});

test('[BO6] a line says under which brand the shop sells it, also where no station claims it', () => {
  const brandOf = (id: string) => (id === '8' ? '' : 'Fuego');
  const branded = createLineRouting({ settings: () => settings, menu: { ...menu, brandOf }, source: 'woocommerce' });
  expect(branded(toldItem({ productId: '7' }), 'woocommerce', undefined)).toEqual({
    ...routeTo('oven'),
    brand: 'Fuego',
  });
  expect(branded(toldItem({ productId: '9' }), 'woocommerce', undefined)).toEqual({ ...routeTo(), brand: 'Fuego' });
  expect(branded(toldItem({ productId: '8' }), 'woocommerce', undefined)).toBeUndefined();
  expect(branded(toldItem({ productId: '7' }), 'woocommerce#1', undefined)).toBeUndefined();
});
