import { sampleItem } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { sellableLines } from './sellable-lines.ts';

test('[SH7.4] offers each product of a ticket once, and says which line is none', () => {
  const lines = sellableLines([
    sampleItem({ id: '1', productId: '7', variationId: '71', name: 'Pizza, large' }),
    sampleItem({
      id: '2',
      productId: '7',
      variationId: '71',
      name: 'Pizza, large',
      options: [{ name: 'x', value: 'y' }],
    }),
    sampleItem({ id: '3', productId: '7', variationId: '72', name: 'Pizza, small' }),
    sampleItem({ id: '4', productId: null, name: 'Something said on the phone' }),
    sampleItem({ id: '5', productId: '9', name: 'Gone', change: { type: 'removed', was: 1 } }),
  ]);
  expect(lines.map(({ name, product }) => [name, product?.variationId])).toEqual([
    ['Pizza, large', '71'],
    ['Pizza, small', '72'],
    ['Something said on the phone', undefined],
  ]);
});
