import { expect, test } from 'vitest';
import { chooseSize, ticketsThatFit } from './size.ts';

test('[BD1] a wall screen is read from 1 m, a phone or laptop from the hand, and what was chosen stays', () => {
  expect(chooseSize(null, { widthPx: 1920, heightPx: 1080 })).toBe('one');
  expect(chooseSize(null, { widthPx: 390, heightPx: 844 })).toBe('hand');
  expect(chooseSize(null, { widthPx: 1366, heightPx: 768 })).toBe('hand');
  expect(chooseSize('two', { widthPx: 390, heightPx: 844 })).toBe('two');
  expect(chooseSize('nonsense', { widthPx: 1920, heightPx: 1080 })).toBe('one');
});

test('[BD1] says about how many tickets fit: three at 2 m on full HD', () => {
  const wall = { widthPx: 1888, heightPx: 880 };
  expect(ticketsThatFit('two', wall)).toBe(3);
  expect(ticketsThatFit('one', wall)).toBe(15);
});
