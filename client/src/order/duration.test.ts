import { expect, test } from 'vitest';
import { durationWords } from './duration.ts';

const said = (ms: number, locale = 'en') => durationWords(ms, locale).replaceAll('\u00a0', ' ');

test('[SC2.4] how soon a screen showed an order is said in tenths while that is what counts, by the language', () => {
  expect([0, 40, 412, 1_000, 9_940].map((ms) => said(ms))).toEqual(['0 s', '0 s', '0.4 s', '1 s', '9.9 s']);
  expect(said(412, 'es')).toBe('0,4 s');
});

test('[SC2.4] what took longer is said in larger units, two at most', () => {
  expect([9_960, 59_400, 59_600].map((ms) => said(ms))).toEqual(['10 s', '59 s', '1 min']);
  expect([185_000, 7_800_000, 7_199_999].map((ms) => said(ms))).toEqual(['3 min 5 s', '2 h 10 min', '2 h']);
});

test('[SC2.4] a screen whose paint seems to come before the order took no time', () => {
  expect(said(-300)).toBe('0 s');
});
