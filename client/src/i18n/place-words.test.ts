import { expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { placeWords } from './format.ts';

test("[BD1] says a table's bare number as a table, and everything else as the shop wrote it", () => {
  expect(placeWords({ kind: 'dine-in', place: '7' }, es)).toBe('Mesa 7');
  expect(placeWords({ kind: 'dine-in', place: ' 7 ' }, en)).toBe('Table 7');
  expect(placeWords({ kind: 'dine-in', place: 'Terraza 7' }, es)).toBe('Terraza 7');
  expect(placeWords({ kind: 'pickup', place: '7' }, es)).toBe('7');
  expect(placeWords({ kind: 'dine-in', place: null }, es)).toBe('');
});
