export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where a ticket stands, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Finds the ticket an arrow leads to: the nearest that way, rather straight than aslant. Where none stands that way, up
 * and down go on in the next column, as one reads.
 * @returns its index, or null at the edge
 */
export function neighbour(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const start = boxes[from];
  if (!start) return null;
  const reachable = boxes.flatMap((box, index) => {
    const cost = index === from ? null : costOf(start, box, direction);
    return cost === null ? [] : [{ index, cost }];
  });
  const [nearest] = reachable.toSorted((a, b) => a.cost - b.cost);
  return nearest?.index ?? alongColumns(boxes, from, direction);
}

/** How far it is that way, sideways steps counting double; null where it does not stand that way. */
function costOf(a: Box, b: Box, direction: Direction): number | null {
  const isAcross = direction === 'left' || direction === 'right';
  const [startOf, lengthOf]: ['left' | 'top', 'width' | 'height'] = isAcross ? ['left', 'width'] : ['top', 'height'];
  const [sideOf, breadthOf]: ['left' | 'top', 'width' | 'height'] = isAcross ? ['top', 'height'] : ['left', 'width'];
  const forward = direction === 'right' || direction === 'down';
  const ahead = forward ? b[startOf] - a[startOf] : a[startOf] + a[lengthOf] - b[startOf] - b[lengthOf];
  if (ahead < Math.min(a[lengthOf], b[lengthOf]) / 2) return null;
  const apart = Math.max(0, b[sideOf] - a[sideOf] - a[breadthOf], a[sideOf] - b[sideOf] - b[breadthOf]);
  // Up and down stay in their column.
  if (!isAcross && apart > 0) return null;
  return ahead + 2 * apart + Math.abs(b[sideOf] - a[sideOf]) / 10;
}

function alongColumns(boxes: readonly Box[], from: number, direction: Direction): number | null {
  if (direction === 'left' || direction === 'right') return null;
  const read = readingOrder(boxes);
  return read[read.indexOf(from) + (direction === 'down' ? 1 : -1)] ?? null;
}

/** The indexes of the boxes, column after column, each from its top. */
export function readingOrder(boxes: readonly Box[]): number[] {
  const at = (index: number) => boxes[index] ?? { left: 0, top: 0 };
  return [...boxes.keys()].toSorted((a, b) => at(a).left - at(b).left || at(a).top - at(b).top);
}
