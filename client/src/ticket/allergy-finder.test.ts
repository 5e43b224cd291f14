import { expect, test } from 'vitest';
import { allergyFinder } from './allergy-finder.ts';

const marked = (words: string[], text: string) =>
  allergyFinder(words)
    .split(text)
    .flatMap((piece) => (piece.allergy ? piece.text : []));

test("[TK2] finds the kitchen's own words of allergy besides those every kitchen knows", () => {
  expect(marked(['mostaza', 'Sulfitos'], 'sin mostaza ni SULFITOS, alergia al apio')).toEqual([
    'mostaza',
    'SULFITOS',
    'alergia',
  ]);
  expect(marked(['proteina de leche'], 'proteína de  leche')).toEqual(['proteína de  leche']);
  expect(marked(['limón'], 'limones, LIMON, limonada')).toEqual(['limones', 'LIMON']);
});

test('[TK2] a word of the kitchen is a whole word, whatever signs are in it', () => {
  expect(marked(['ajo', 'c++', 'e-120', '.*'], 'bajo atajo, e-120')).toEqual(['e-120']);
  expect(allergyFinder([]).speaks('mostaza')).toBe(false);
  expect(allergyFinder(['  ']).speaks('mostaza  ')).toBe(false);
});

test('[TK2] never loses a letter of the text it marks, whatever the words', () => {
  const texts = ['', ' ', '🍕 sin sal', 'a+b (c) [d]', 'ñ'.normalize('NFD'), 'mostaza, MOSTAZAS y mostaza', '\u0000'];
  for (const words of [
    ['sal', '🍕'],
    ['+', '(', '[d]'],
    ['n', 'ñ'],
    ['mostaza', 'most'],
    ['\\', '$&'],
  ]) {
    for (const text of texts) {
      const pieces = allergyFinder(words).split(text);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'));
    }
  }
});
