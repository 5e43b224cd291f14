import { expect, test } from 'vitest';
import type { Piece } from './flow.ts';
import { packWall } from './pack.ts';

const wall = { columns: 4, heightPx: 700, gapPx: 10 };
const main = (orderId: string, heightPx: number): Piece => ({ orderId, zone: 'main', heightPx });
const fresh = (orderId: string, heightPx: number): Piece => ({ orderId, zone: 'new', heightPx });
/** What each page shows: the number of a piece and its column and height there. */
const shownOn = (pieces: Piece[], page: number) =>
  packWall(pieces, wall)
    .onPage(page)
    .flatMap((spot, index) => (spot ? [[index, spot.column, spot.topPx]] : []));
/** Where each piece stands on the page it belongs to. */
const where = (pieces: Piece[]) => {
  const packed = packWall(pieces, wall);
  return packed.pageOf.map((page, index) => {
    const spot = packed.onPage(page)[index];
    return [page, spot?.column, spot?.topPx];
  });
};

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
  const tickets = [600, 600, 600, 650, 50].map((height, index) => main(String(index), height));
  expect(packWall(tickets, wall).pageOf).toEqual([0, 0, 0, 1, 1]);
});

test('[BD1] new ones stand in the last column, and where they are many in what is free, from the right', () => {
  const many = [main('a', 100), ...Array.from({ length: 5 }, (_, index) => fresh(`n${index}`, 400))];
  expect(where(many)).toEqual([
    [0, 0, 0],
    [0, 3, 0],
    [0, 2, 0],
    [0, 1, 0],
    [0, 0, 110],
    [1, 3, 0],
  ]);
  expect(packWall(many, wall).pages).toBe(2);
});

test('[BD1] new ones never move what is accepted: they stand in what it leaves free', () => {
  const accepted = [main('a', 600), main('b', 600), main('c', 100)];
  const many = Array.from({ length: 9 }, (_, index) => fresh(`n${index}`, 300));
  expect(where([...accepted, ...many]).slice(0, 3)).toEqual(where(accepted));
  expect(shownOn([...accepted, ...many], 0).slice(3)).toEqual([
    [3, 3, 0],
    [4, 3, 310],
    [5, 2, 110],
  ]);
});

test('[BD1] no page is without new ones: a page behind theirs shows the first of them again', () => {
  const accepted = Array.from({ length: 7 }, (_, index) => main(String(index), 600));
  const pieces = [...accepted, fresh('n', 300), fresh('o', 300)];
  for (const page of [0, 1]) expect(shownOn(pieces, page).slice(-2, -1)).toEqual([[7, 3, 0]]);
  expect(shownOn(pieces, 2)).toEqual([
    [6, 0, 0],
    [7, 3, 0],
    [8, 3, 310],
  ]);
});

test('[BD1] the parts of a long new ticket stand beside each other as they are read, the bar under the last', () => {
  const long = [fresh('long', 690), fresh('long', 500), fresh('next', 100)];
  expect(shownOn(long, 0)).toEqual([
    [0, 2, 0],
    [1, 3, 0],
    [2, 3, 510],
  ]);
});

test('[BD1] the rest of a long new ticket keeps no other new one from the page', () => {
  const accepted = [main('a', 400), main('b', 400), main('c', 400)];
  const pieces = [...accepted, fresh('long', 690), fresh('long', 690), fresh('next', 200)];
  expect(shownOn(pieces, 0).slice(3)).toEqual([
    [3, 3, 0],
    [5, 2, 410],
  ]);
});

test('[BD1] every piece is shown on its own page, and no two stand in each other', () => {
  const heights = [300, 640, 200, 110, 90, 350, 30, 420, 260, 500, 80, 310];
  const pieces = heights.flatMap((px, index) => [main(`m${index}`, px), fresh(`f${index}`, px)]);
  const packed = packWall(pieces, wall);
  pieces.forEach((_, index) => expect(packed.onPage(packed.pageOf[index] ?? 0)[index]).not.toBeNull());
  for (let page = 0; page < packed.pages; page += 1) {
    const spots = packed.onPage(page).flatMap((spot, index) => (spot ? [{ ...spot, ...pieces[index] }] : []));
    const clashes = spots.filter((a) =>
      spots.some(
        (b) => a !== b && a.column === b.column && a.topPx >= b.topPx && a.topPx < b.topPx + (b.heightPx ?? 0),
      ),
    );
    expect(clashes).toEqual([]);
  }
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
