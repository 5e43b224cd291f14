import { expect, test } from 'vitest';
import { brandsOf } from './brands.ts';
import { routeTo, sampleItem, sampleOrder } from './testing/sample-order.ts';

const of = (brand: string, ...stations: string[]) => ({ ...routeTo(...stations), brand });
const drink = { stations: [], handOver: true, leadMinutes: null, brand: 'Cola' };

test('[BO6] an order’s brands are those of its dishes, each once; a drink’s maker is none of them', () => {
  const items = [
    sampleItem({ id: 'a', route: of('Fuego', 'grill') }),
    sampleItem({ id: 'b', route: drink }),
    sampleItem({ id: 'c', route: of('La Nonna', 'oven') }),
    sampleItem({ id: 'd', route: of('Fuego', 'cold') }),
    sampleItem({ id: 'e' }),
  ];
  expect(brandsOf(sampleOrder({ items }))).toEqual(['Fuego', 'La Nonna']);
});

test('[BO6] with nothing to cook the brand is that of what is handed over; what was removed has none', () => {
  const gone = sampleItem({ id: 'a', route: of('Fuego', 'grill'), change: { type: 'removed', was: 1 } });
  expect(brandsOf(sampleOrder({ items: [sampleItem({ id: 'b', route: drink }), gone] }))).toEqual(['Cola']);
  expect(brandsOf(sampleOrder({ items: [sampleItem({ id: 'c' })] }))).toEqual([]);
});
