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

export interface Flow {
  /** By the index of each piece. */
  spots: ReadonlyMap<number, Spot>;
  /** How many pages they fill; 0 where there is nothing. */
  pages: number;
}

interface Indexed {
  piece: Piece;
  index: number;
}

interface Room {
  heightPx: number;
  gapPx: number;
  /** The columns of a page in the order in which they are filled, at least one, and what is taken of each already. */
  columnsOn(page: number): OpenColumn[];
}

export interface OpenColumn {
  column: number;
  usedPx: number;
}

/**
 * Fills columns page by page, each piece into the first that has room. The parts of a ticket follow each other; what is
 * left of a ticket that began on this page goes on at the front of the next, and keeps no other from this one.
 */
export function createFlow(pieces: readonly Indexed[], room: Room): Flow {
  const spots = new Map<number, Spot>();
  let page = 0;
  let here = emptyPage(room.columnsOn(page));
  let forNextPage: Indexed[] = [];

  /** @returns whether it found room on this page; no part of a ticket stands before the one it continues */
  function place({ piece, index }: Indexed): boolean {
    const before = here.parts.get(piece.orderId);
    const from = before ? before.step + 1 : 0;
    const fits = ({ usedPx }: OpenColumn) => usedPx === 0 || usedPx + piece.heightPx <= room.heightPx;
    const step = here.columns.findIndex((one, at) => at >= from && fits(one));
    const found = here.columns[step];
    if (!found) return false;
    here.parts.set(piece.orderId, { count: (before?.count ?? 0) + 1, step });
    spots.set(index, { page, column: found.column, topPx: found.usedPx });
    here.columns[step] = { ...found, usedPx: found.usedPx + piece.heightPx + room.gapPx };
    return true;
  }
  function add(one: Indexed): void {
    const { orderId } = one.piece;
    const partsHere = here.parts.get(orderId)?.count ?? 0;
    const followsAnother = forNextPage.some(({ piece }) => piece.orderId === orderId);
    if (partsHere >= here.mostParts || followsAnother) forNextPage.push(one);
    else if (place(one)) return;
    else if (partsHere > 0) forNextPage.push(one);
    else {
      turnPage();
      add(one);
    }
  }
  function turnPage(): void {
    page += 1;
    here = emptyPage(room.columnsOn(page));
    const waiting = forNextPage;
    forNextPage = [];
    waiting.forEach(add);
  }
  pieces.forEach(add);
  while (forNextPage.length > 0) turnPage();
  return { spots, pages: spots.size === 0 ? 0 : page + 1 };
}

function emptyPage(columns: OpenColumn[]) {
  return {
    columns,
    parts: new Map<string, { count: number; step: number }>(),
    /** A ticket takes at most half the columns. */
    mostParts: Math.max(1, Math.floor(columns.length / 2)),
  };
}
