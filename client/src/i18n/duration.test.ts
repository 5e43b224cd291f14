import { expect, test } from 'vitest';
import { durationWords } from './duration.ts';

const said = (ms: number, locale = 'en') => durationWords(ms, locale).replaceAll('\u00a0', ' ');
const saidFinely = (ms: number, locale = 'en') => durationWords(ms, locale, 'tenth').replaceAll('\u00a0', ' ');

test('[SC3] what took seconds is said in seconds, and never rounded up to a minute', () => {
  expect([0, 2_000, 45_400, 59_400].map((ms) => said(ms))).toEqual(['0 s', '2 s', '45 s', '59 s']);
  expect(said(9_960)).toBe('10 s');
});

test('[SC3] what took longer is said in larger units, two at most, without seconds from ten minutes on', () => {
  expect([59_600, 80_000, 599_400].map((ms) => said(ms))).toEqual(['1 min', '1 min 20 s', '9 min 59 s']);
  expect([599_600, 754_000, 3_569_000].map((ms) => said(ms))).toEqual(['10 min', '13 min', '59 min']);
  expect([3_570_000, 7_800_000, 7_199_999].map((ms) => said(ms))).toEqual(['1 h', '2 h 10 min', '2 h']);
  expect(said(900_000_000, 'es')).toBe('250 h');
});

test('[SC2.4] how soon a screen showed an order is said in tenths while that is what counts, by the language', () => {
  expect([0, 40, 412, 1_000, 9_940].map((ms) => saidFinely(ms))).toEqual(['0 s', '0 s', '0.4 s', '1 s', '9.9 s']);
  expect(saidFinely(412, 'es')).toBe('0,4 s');
  expect([9_960, 185_000].map((ms) => saidFinely(ms))).toEqual(['10 s', '3 min 5 s']);
});

test('[SC2.4] a screen whose paint seems to come before the order took no time', () => {
  expect(saidFinely(-300)).toBe('0 s');
});
