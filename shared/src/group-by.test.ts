import { expect, test } from 'vitest';
import { groupBy } from './group-by.ts';

test('groups stand in the order of their first members, and so do their members', () => {
  expect([...groupBy([3, 1, 4, 1, 5], (figure) => (figure % 2 === 0 ? 'even' : 'odd'))]).toEqual([
    ['odd', [3, 1, 1, 5]],
    ['even', [4]],
  ]);
});
