import type { Zone } from './wall-state.ts';

/** One ticket, or one part of a long one, as measured. */
export interface Piece {
  orderId: string;
  zone: Zone;
  heightPx: number;
}

export interface Spot {
  page: number;
  column: number;
  topPx: number;
}

export interface Wall {
  /** All of them, the NEW column being the last one; at least 2. */
  columns: number;
  heightPx: number;
  gapPx: number;
}

/**
 * Gives each piece its page, column and height. In the order of time each takes the first column, from the left, in
 * which it has room, so that what comes later never moves what is there; once one goes to the next page, so do all after
 * it. A long ticket takes at most half the columns of a page and goes on at the front of the next. New ones stand in
 * the last column of every page; what does not fit there goes to the next page's.
 * @param pieces the parts of one ticket next to each other
 * @returns a spot for each piece, and how many pages each zone fills
 */
export function packWall(pieces: readonly Piece[], wall: Wall): { spots: Spot[]; pages: Record<Zone, number> } {
  const main = createFlow(wall, 0, wall.columns - 1);
  const fresh = createFlow(wall, wall.columns - 1, 1);
  pieces.forEach((piece, index) => (piece.zone === 'new' ? fresh : main).add(piece, index));
  const places = new Map([...main.finish(), ...fresh.finish()]);
  const spots = pieces.map((_, index) => places.get(index) ?? { page: 0, column: 0, topPx: 0 });
  return { spots, pages: { main: main.pages(), new: fresh.pages() } };
}

interface Waiting {
  piece: Piece;
  index: number;
}

function createFlow(wall: Wall, firstColumn: number, columns: number) {
  const mostParts = Math.max(1, Math.floor(columns / 2));
  const spots = new Map<number, Spot>();
  let page = 0;
  let used = emptyColumns(columns);
  let partsHere = new Map<string, { count: number; column: number }>();
  let forNextPage: Waiting[] = [];

  /** @returns whether it found room on this page; the parts of one ticket never stand left of each other */
  function place({ piece, index }: Waiting): boolean {
    const before = partsHere.get(piece.orderId);
    const from = before ? before.column + 1 : 0;
    const fits = (px: number, column: number) => column >= from && (px === 0 || px + piece.heightPx <= wall.heightPx);
    const column = used.findIndex(fits);
    if (column < 0) return false;
    const topPx = used[column] ?? 0;
    used[column] = topPx + piece.heightPx + wall.gapPx;
    partsHere.set(piece.orderId, { count: (before?.count ?? 0) + 1, column });
    spots.set(index, { page, column: firstColumn + column, topPx });
    return true;
  }
  function add(one: Waiting): void {
    const { orderId } = one.piece;
    const hasItsShare = (partsHere.get(orderId)?.count ?? 0) >= mostParts;
    const followsAnother = forNextPage.some(({ piece }) => piece.orderId === orderId);
    if (hasItsShare || followsAnother) forNextPage.push(one);
    else if (!place(one)) {
      turnPage();
      add(one);
    }
  }
  function turnPage(): void {
    page += 1;
    used = emptyColumns(columns);
    partsHere = new Map();
    const waiting = forNextPage;
    forNextPage = [];
    waiting.forEach(add);
  }
  return {
    add: (piece: Piece, index: number) => add({ piece, index }),
    pages: () => (spots.size === 0 ? 0 : page + 1),
    finish() {
      while (forNextPage.length > 0) turnPage();
      return spots;
    },
  };
}

function emptyColumns(columns: number): number[] {
  return Array.from({ length: columns }, () => 0);
}

/** From which line to which (exclusive) one part of a long ticket goes. */
export interface LineRange {
  from: number;
  to: number;
}

/**
 * Cuts a ticket that is taller than the wall into parts of whole lines; each part repeats the header and ends with a
 * foot (the bar, or the word that it continues).
 */
export function splitLines(lineHeightsPx: readonly number[], roomPx: number): LineRange[] {
  const ranges: LineRange[] = [];
  let from = 0;
  let usedPx = 0;
  lineHeightsPx.forEach((heightPx, index) => {
    if (index > from && usedPx + heightPx > roomPx) {
      ranges.push({ from, to: index });
      from = index;
      usedPx = 0;
    }
    usedPx += heightPx;
  });
  ranges.push({ from, to: lineHeightsPx.length });
  return ranges;
}
