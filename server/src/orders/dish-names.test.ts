import { expect, test } from 'vitest';
import { sampleSignal, toldItem } from '@kasera/shared/testing/sample-signal.ts';
import { withDishNames } from './dish-names.ts';

const item = (name: string) => ({ ...toldItem(), id: '1', productId: '22', variationId: '25', name });
const snapshotWith = (name: string) => sampleSignal({ items: [item(name)] }).snapshot;
const heldAs = (name: string) => ({ items: [{ ...item(name), doneQuantity: 0, done: false, change: null }] });
const catalogue = (productId: string, variationId: string | null) =>
  productId === '22' && variationId === '25' ? 'Pizza - Familiar' : null;

test('[SH6] a line without a name is called as the catalogue calls it; one with a name as the shop does', () => {
  expect(withDishNames(snapshotWith('#22'), null, catalogue).items).toMatchObject([{ name: 'Pizza - Familiar' }]);
  expect(withDishNames(snapshotWith('#22'), null, () => null).items).toMatchObject([{ name: '#22' }]);
  const named = snapshotWith('Margarita');
  expect(withDishNames(named, null, catalogue)).toBe(named);
});

test('[SH6] what a ticket has called a line stays, so that nothing on it is another dish', () => {
  const names = ['Margarita', '#22'].map(
    (name) => withDishNames(snapshotWith('#22'), heldAs(name), catalogue).items[0]?.name,
  );
  expect(names).toEqual(['Margarita', '#22']);
});
