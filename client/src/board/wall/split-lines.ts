import { wholeSizes } from './set-smaller.ts';

/** From which line to which (exclusive) one part of a long ticket goes. */
export interface LineRange {
  from: number;
  to: number;
}

/** What the parts of a ticket have room for: they do not carry the same above and below their lines. */
export interface PartRoom {
  firstPx: number;
  middlePx: number;
  lastPx: number;
}

/**
 * Cuts a ticket that is taller than the wall into parts of whole lines; each part repeats the header and ends with a
 * foot (the bar, or the word that it continues).
 * @param room a figure where it is the same for all parts
 */
export function splitLines(lineHeightsPx: readonly number[], room: number | PartRoom): LineRange[] {
  const { firstPx, middlePx, lastPx } = typeof room === 'number' ? sameFor(room) : room;
  const all = lineHeightsPx.length;
  // A part that is not the last leaves it a line at least.
  const upTo = (from: number, roomPx: number) =>
    Math.max(from + 1, Math.min(fill(lineHeightsPx, from, roomPx), all - 1));
  const ranges: LineRange[] = [{ from: 0, to: Math.min(all, upTo(0, firstPx)) }];
  for (let from = ranges[0]?.to ?? all; from < all; from = ranges.at(-1)?.to ?? all) {
    const asLast = fill(lineHeightsPx, from, lastPx);
    ranges.push({ from, to: asLast === all ? all : upTo(from, middlePx) });
  }
  return ranges;
}

/**
 * Cuts it into as few parts as it needs when each may be set a little smaller; and no smaller than that takes.
 * @param roomAt what the parts have room for when they are set in that size, in em
 */
export function splitIntoFewest(lineHeightsPx: readonly number[], roomAt: (em: number) => PartRoom): LineRange[] {
  const ways = wholeSizes.map((em) => splitLines(lineHeightsPx, roomAt(em)));
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

function sameFor(roomPx: number): PartRoom {
  return { firstPx: roomPx, middlePx: roomPx, lastPx: roomPx };
}

/** How far the lines from that one go into the room; at least one, however tall it is. */
function fill(lineHeightsPx: readonly number[], from: number, roomPx: number): number {
  let usedPx = lineHeightsPx[from] ?? 0;
  let to = from + 1;
  while (to < lineHeightsPx.length && usedPx + (lineHeightsPx[to] ?? 0) <= roomPx) {
    usedPx += lineHeightsPx[to] ?? 0;
    to += 1;
  }
  return to;
}
