import { expect, test } from 'vitest';
import { titleOf } from './page-title.tsx';

test('[BD1] the tab says how many orders wait for an answer, and that something is wrong', () => {
  expect(titleOf(0, false)).toBe('Kasera');
  expect(titleOf(2, false)).toBe('(2) Kasera');
  expect(titleOf(2, true)).toBe('! (2) Kasera');
});
