import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

test('[BD1] a ticket taller than the wall is cut between lines, and no line is lost', () => {
  expect(splitLines([100, 200, 300, 50, 400], 350)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
    { from: 4, to: 5 },
  ]);
  expect(splitLines([], 350)).toEqual([{ from: 0, to: 0 }]);
});
