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
