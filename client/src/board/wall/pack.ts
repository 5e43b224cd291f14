import { createFlow, type Flow, type OpenColumn, type Piece, type Spot } from './flow.ts';
import type { Zone } from './wall-state.ts';

export interface Wall {
  /** All of them, the NEW column being the last one; at least 2. */
  columns: number;
  heightPx: number;
  gapPx: number;
}

export interface PackedWall {
  pages: number;
  /** The page each piece belongs to. */
  pageOf: readonly number[];
  /** Where each piece stands while that page is shown, or null where it is not on it. */
  onPage(page: number): (Spot | null)[];
}

/**
 * Gives each piece its page, column and height. In the order of time each takes the first column, from the left, in
 * which it has room, so that what comes later never moves what is there; once one goes to the next page, so do all after
 * it. A long ticket takes at most half the columns of a page and goes on at the front of the next.
 *
 * New ones stand in the last column of every page. Where they are more than it holds they take what the accepted ones
 * leave free, whole columns first, from the right; then they go to the next page. A page further on than theirs shows
 * the first of them again: nobody turns away from who waits longest.
 * @param pieces the parts of one ticket next to each other
 */
export function packWall(pieces: readonly Piece[], wall: Wall): PackedWall {
  const inZone = (zone: Zone) =>
    pieces.map((piece, index) => ({ piece, index })).filter((one) => one.piece.zone === zone);
  const last = wall.columns - 1;
  const main = createFlow(inZone('main'), {
    ...wall,
    columnsOn: () => Array.from({ length: last }, (_, column) => ({ column, usedPx: 0 })),
  });
  const freshPieces = inZone('new');
  const used = freshPieces.length > 0 ? usedBy(pieces, main, wall) : [];
  const freshOn = (page: number) => {
    const all = Array.from({ length: wall.columns }, (_, step): OpenColumn => {
      const column = last - step;
      return { column, usedPx: used[page * wall.columns + column] ?? 0 };
    });
    return [...all.filter((one) => one.usedPx === 0), ...all.filter((one) => one.usedPx > 0)];
  };
  const fresh = packFresh(freshPieces, wall, freshOn);
  const own = new Map([...main.spots, ...fresh.spots]);
  return {
    pages: Math.max(1, main.pages, fresh.pages),
    pageOf: pieces.map((_, index) => own.get(index)?.page ?? 0),
    onPage(page) {
      const again = page < fresh.pages ? null : packFresh(freshPieces, wall, () => freshOn(page));
      const shown = (index: number) => {
        const spot = main.spots.get(index) ?? (again ?? fresh).spots.get(index);
        const here = again && !main.spots.has(index) ? 0 : page;
        return spot?.page === here ? { ...spot, page } : null;
      };
      return pieces.map((_, index) => shown(index));
    },
  };
}

type Indexed = Parameters<typeof createFlow>[0];

/** What is taken of each column of each page, one after the other. */
function usedBy(pieces: readonly Piece[], flow: Flow, { columns, gapPx }: Wall): readonly number[] {
  const used: number[] = [];
  for (const [index, { page, column, topPx }] of flow.spots) {
    const at = page * columns + column;
    used[at] = Math.max(used[at] ?? 0, topPx + (pieces[index]?.heightPx ?? 0) + gapPx);
  }
  return used;
}

function packFresh(pieces: Indexed, wall: Wall, columnsOn: (page: number) => OpenColumn[]): Flow {
  return leftToRight(pieces, createFlow(pieces, { ...wall, columnsOn }), columnsOn);
}

/** Columns filled from the right would show a long ticket's parts backwards: those columns change places. */
function leftToRight(pieces: Indexed, flow: Flow, columnsOn: (page: number) => OpenColumn[]): Flow {
  const isEmpty = ({ page, column }: Spot) => columnsOn(page).some((one) => one.column === column && one.usedPx === 0);
  const partsOf = new Map<string, Spot[]>();
  for (const { piece, index } of pieces) {
    const spot = flow.spots.get(index);
    const key = `${spot?.page} ${piece.orderId}`;
    if (spot) partsOf.set(key, [...(partsOf.get(key) ?? []), spot]);
  }
  const moves = new Map<string, number>();
  for (const spots of partsOf.values()) {
    const isFree = spots.every((spot) => isEmpty(spot) && !moves.has(`${spot.page} ${spot.column}`));
    if (spots.length > 1 && isFree) {
      spots.forEach((spot, part) =>
        moves.set(`${spot.page} ${spot.column}`, spots.at(-1 - part)?.column ?? spot.column),
      );
    }
  }
  if (moves.size === 0) return flow;
  const moved = [...flow.spots].map(([index, spot]): [number, Spot] => [
    index,
    { ...spot, column: moves.get(`${spot.page} ${spot.column}`) ?? spot.column },
  ]);
  return { pages: flow.pages, spots: new Map(moved) };
}
