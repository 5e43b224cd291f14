/** From which line to which (exclusive) one part of a long ticket goes. */
export interface LineRange {
  from: number;
  to: number;
}

/** What a part saves that does not carry the foot of the ticket (its bar and what stands above it). */
export interface SparedFoot {
  px: number;
  /** The first part carries it too: an unanswered order is accepted from where it is first seen. */
  onFirst: boolean;
}

const nothingSpared: SparedFoot = { px: 0, onFirst: true };

/**
 * Cuts a ticket that is taller than the wall into parts of whole lines; each part repeats the header and ends with a
 * foot (the bar, or the word that it continues).
 * @param roomPx what a part that carries the foot has room for
 */
export function splitLines(
  lineHeightsPx: readonly number[],
  roomPx: number,
  spared: SparedFoot = nothingSpared,
): LineRange[] {
  const all = lineHeightsPx.length;
  const ranges: LineRange[] = [];
  for (let from = 0; from < all || ranges.length === 0;) {
    const hasFoot = ranges.length === 0 && spared.onFirst;
    const asLast = fill(lineHeightsPx, from, roomPx);
    const withoutFoot = hasFoot ? asLast : fill(lineHeightsPx, from, roomPx + spared.px);
    // What would fit without the foot and is all that is left: its last line goes on beside the foot.
    const to = asLast === all || withoutFoot < all ? Math.max(asLast, withoutFoot) : Math.max(from + 1, all - 1);
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

/** How far the lines from that one go into the room; at least one, however tall it is. */
function fill(lineHeightsPx: readonly number[], from: number, roomPx: number): number {
  let usedPx = lineHeightsPx[from] ?? 0;
  let to = Math.min(from + 1, lineHeightsPx.length);
  while (to < lineHeightsPx.length && usedPx + (lineHeightsPx[to] ?? 0) <= roomPx) {
    usedPx += lineHeightsPx[to] ?? 0;
    to += 1;
  }
  return to;
}
