import { expect, test } from 'vitest';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { fold, wordsOf } from './order-words.ts';

test('[SC3a] an order is found by number, guest and dishes, without accents and capitals', () => {
  const items = [
    sampleItem({ name: 'Jamón Ibérico' }),
    sampleItem({ id: 'i2', name: 'JAMÓN IBÉRICO' }),
    sampleItem({ id: 'i3', name: 'Ñoquis' }),
    sampleItem({ id: 'i4', name: 'Pan', quantity: 0, done: true, change: { type: 'removed', was: 1 } }),
  ];
  const order = sampleOrder({ number: 'A-1042', guest: { name: 'Ángel R.' }, items });
  expect(wordsOf(order)).toEqual({ foundBy: 'a-1042 angel r.', dishes: 'jamon iberico\nnoquis' });
});

test('[SC3a] the words of the longest order fit into the index, cut between letters', () => {
  const items = Array.from({ length: 200 }, (_, n) => sampleItem({ id: `i${n}`, name: `炒飯${n}` }));
  const { foundBy, dishes } = wordsOf(sampleOrder({ number: '9'.repeat(2_000), items }));
  expect([Buffer.byteLength(foundBy), Buffer.byteLength(dishes) > 1_400]).toEqual([300, true]);
  expect(Buffer.byteLength(dishes)).toBeLessThanOrEqual(1_500);
  expect(dishes).not.toContain('\ufffd');
});

test('[SC3a] plain text is folded as any other', () => {
  expect([fold('Pizza & Co 2'), fold('PIÑA'), fold('piña')]).toEqual(['pizza & co 2', 'pina', 'pina']);
});
