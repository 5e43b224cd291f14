import { expect, test } from 'vitest';
import { packWall, splitLines, type Piece } from './pack.ts';

const wall = { columns: 4, heightPx: 700, gapPx: 10 };
const main = (orderId: string, heightPx: number): Piece => ({ orderId, zone: 'main', heightPx });
const fresh = (orderId: string, heightPx: number): Piece => ({ orderId, zone: 'new', heightPx });
const where = (pieces: Piece[]) => packWall(pieces, wall).spots.map(({ page, column, topPx }) => [page, column, topPx]);

test('[BD1] each ticket takes the first column with room for it, as in the picture', () => {
  const tickets = [main('1042', 395), main('1045', 310), main('1044', 175), main('1047', 265), main('1048', 235)];
  expect(where(tickets)).toEqual([
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 405],
    [0, 1, 320],
    [0, 2, 0],
  ]);
});

test('[BD1] what comes later never moves what is there', () => {
  const heights = [300, 500, 200, 650, 100, 400, 90, 350, 700, 20];
  const tickets = heights.map((height, index) => main(String(index), height));
  const all = where(tickets);
  tickets.forEach((_, count) => expect(where(tickets.slice(0, count))).toEqual(all.slice(0, count)));
});

test('[BD1] once a ticket goes to the next page, so do all after it: no page hides a more pressing one', () => {
  const pages = packWall(
    [600, 600, 600, 650, 50].map((height, index) => main(String(index), height)),
    wall,
  ).spots;
  expect(pages.map((spot) => spot.page)).toEqual([0, 0, 0, 1, 1]);
});

test('[BD1] new ones stand in the last column, on further pages where they are many', () => {
  const { spots, pages } = packWall([main('a', 100), fresh('n', 400), fresh('o', 400)], wall);
  expect(spots.map((spot) => [spot.page, spot.column])).toEqual([
    [0, 0],
    [0, 3],
    [1, 3],
  ]);
  expect(pages).toEqual({ main: 1, new: 2 });
});

test('[BD1] a long ticket takes at most half the columns and goes on at the front of the next page', () => {
  const parts = [main('long', 690), main('long', 690), main('long', 690)];
  expect(where([...parts, main('next', 300)])).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [2, 0, 0],
    [0, 1, 0],
  ]);
});

test('[BD1] a ticket taller than the wall is cut between lines, and no line is lost', () => {
  expect(splitLines([100, 200, 300, 50, 400], 350)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
    { from: 4, to: 5 },
  ]);
  expect(splitLines([], 350)).toEqual([{ from: 0, to: 0 }]);
});
