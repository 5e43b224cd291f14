import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { bagLines, optionWords } from './bag-lines.ts';
import { hasAllergy } from '../ticket/has-allergy.ts';
import { minutesSince, waitStep } from './waiting.ts';
import { whoWords } from './who.ts';

const drink = sampleItem({ id: 'd', route: { stations: [], handOver: true, leadMinutes: null } });

test('[BO6] what nobody cooks is put into the bag at the counter; what was removed is in no bag', () => {
  const dish = sampleItem({ id: 'b' });
  const removed = sampleItem({ id: 'r', quantity: 0, change: { type: 'removed', was: 1 } });
  const { atCounter, cooked } = bagLines({ items: [dish, drink, removed] });
  expect([atCounter, cooked]).toEqual([[drink], [dish]]);
});

test('[BO6] options are said in one line, without what says nothing', () => {
  const options = [
    { name: 'Sin cebolla', value: 'Sí' },
    { name: '', value: '' },
    { name: 'Masa', value: 'Fina' },
  ];
  expect(optionWords({ options })).toBe('Sin cebolla, Masa: Fina');
});

test('[BO6] an allergy is known whoever said it', () => {
  const note = { id: 'n', text: 'x', allergy: true, at: 0, seenBy: [] };
  const option = sampleItem({ options: [{ name: 'Masa', value: 'Sin gluten' }] });
  expect(hasAllergy(sampleOrder(), [])).toBe(false);
  expect(hasAllergy(sampleOrder({ note: 'soy celíaca' }), [])).toBe(true);
  expect(hasAllergy(sampleOrder({ note: 'nada de kiwi' }), [])).toBe(false);
  expect(hasAllergy(sampleOrder({ note: 'nada de kiwi' }), ['kiwi'])).toBe(true);
  expect(hasAllergy(sampleOrder({ kitchenNotes: [note] }), [])).toBe(true);
  expect(hasAllergy(sampleOrder({ items: [option] }), [])).toBe(true);
});

test('[BO6] what waits ages at ten and at twenty minutes', () => {
  expect([0, 9, 10, 19, 20].map(waitStep)).toEqual(['short', 'short', 'long', 'long', 'too-long']);
  expect(minutesSince(60_000, 179_999)).toBe(1);
  expect(minutesSince(60_000, 0)).toBe(0);
});

test('[BO6] what says the same twice is said once', () => {
  const guest = { name: 'Mesa 7' };
  expect(whoWords({ guest }, { kind: 'En sala', place: 'Mesa 7' })).toEqual(['En sala', 'Mesa 7']);
  expect(whoWords({ guest: { name: 'Ana R.' } }, { kind: '', place: '' })).toEqual(['Ana R.']);
});
