import { expect, test } from 'vitest';
import { splitIntoFewest, splitLines } from './split-lines.ts';

test('[BD1] a ticket taller than the wall is cut between lines, and no line is lost', () => {
  expect(splitLines([100, 200, 300, 50, 400], 350)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
    { from: 4, to: 5 },
  ]);
  expect(splitLines([], 350)).toEqual([{ from: 0, to: 0 }]);
  expect(splitLines([900], 350)).toEqual([{ from: 0, to: 1 }]);
});

test('[TK5] a part without the bar is as long as the wall lets it; the last has room for its bar', () => {
  const lines = Array.from({ length: 10 }, () => 100);
  const sizes = (firstPx: number, middlePx: number, lastPx: number) =>
    splitLines(lines, { firstPx, middlePx, lastPx }).map(({ from, to }) => to - from);
  expect(sizes(300, 500, 300)).toEqual([3, 5, 2]);
  expect(sizes(300, 700, 500)).toEqual([3, 6, 1]);
  expect(sizes(500, 500, 500)).toEqual([5, 5]);
  expect(sizes(1_000, 1_200, 800)).toEqual([9, 1]);
});

test('[TK5] whatever is folded or cut, each line stands on exactly one part, in its order', () => {
  for (const middlePx of [1, 90, 250, 700, 5_000]) {
    for (const lessPx of [0, 60, 400]) {
      for (let count = 1; count < 40; count += 3) {
        const lines = Array.from({ length: count }, (_, index) => 40 + ((index * 37) % 110));
        const lastPx = middlePx - lessPx;
        const ranges = splitLines(lines, { firstPx: count % 2 === 0 ? middlePx : lastPx, middlePx, lastPx });
        expect(ranges.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
        const last = ranges.at(-1) ?? { from: 0, to: 0 };
        const usedPx = lines.slice(last.from, last.to).reduce((sum, line) => sum + line, 0);
        expect(usedPx <= lastPx || last.to - last.from === 1).toBe(true);
      }
    }
  }
});

test('[TK5] a long ticket has as few parts as it needs when each is set a little smaller, and none for nothing', () => {
  const room = (px: number) => (em: number) => ({ firstPx: px / em, middlePx: px / em, lastPx: px / em });
  const counts = (lines: number[], px: number) => splitIntoFewest(lines, room(px)).map(({ from, to }) => to - from);
  expect(counts([100, 300, 310], 400)).toEqual([2, 1]);
  expect(counts([100, 310, 300], 400)).toEqual([2, 1]);
  expect(counts([300, 310, 100], 400)).toEqual([1, 2]);
  for (let count = 2; count < 40; count += 1) {
    const lines = Array.from({ length: count }, (_, index) => 40 + ((index * 53 + count) % 130));
    const fewest = splitIntoFewest(lines, room(500));
    expect(fewest.flatMap(({ from, to }) => lines.slice(from, to))).toEqual(lines);
    const full = splitLines(lines, room(500)(1));
    expect(fewest.length <= full.length).toBe(true);
    if (fewest.length === full.length) expect(fewest).toEqual(full);
    for (const { from, to } of fewest)
      expect(lines.slice(from, to).reduce((sum, px) => sum + px, 0)).toBeLessThanOrEqual(500 / 0.85);
  }
});
