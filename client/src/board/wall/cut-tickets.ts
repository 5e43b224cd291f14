import { partRoom } from './part-room.ts';
import { splitIntoFewest, type LineRange } from './split-lines.ts';

/**
 * Cuts those tickets that are taller than the wall into parts.
 * @param tickets those in one piece, and the unseen copies of those that were cut
 * @param ownPx how tall a whole ticket is by itself
 * @param wallPx what the wall has room for; Infinity: it is a list that scrolls
 * @param isFar whether an order has its place where nothing is drawn: its ticket stays cut as it was
 * @returns the same map where nothing changed
 */
export function cutTickets(
  tickets: readonly HTMLElement[],
  before: ReadonlyMap<string, LineRange[]>,
  look: { ownPx(element: HTMLElement): number; wallPx: number; cuts: Cuts; isFar(orderId: string): boolean },
): ReadonlyMap<string, LineRange[]> {
  const { ownPx, wallPx, cuts, isFar } = look;
  const after = new Map([...before].filter(([id]) => isFar(id)));
  for (const one of tickets) {
    const id = one.dataset.order ?? '';
    if (!('measure' in one.dataset) && before.has(id)) continue;
    const heightPx = ownPx(one);
    if (heightPx > wallPx) after.set(id, cuts.of(one, { heightPx, wallPx }));
  }
  return isSame(before, after) ? before : after;
}

/** How each ticket is cut; it is looked at again only when it or the wall has another height. */
export interface Cuts {
  of(ticket: HTMLElement, look: { heightPx: number; wallPx: number }): LineRange[];
}

export function createCuts(): Cuts {
  const known = new WeakMap<HTMLElement, { heightPx: number; wallPx: number; ranges: LineRange[] }>();
  return {
    of(ticket, { heightPx, wallPx }) {
      const held = known.get(ticket);
      if (held?.heightPx === heightPx && held.wallPx === wallPx) return held.ranges;
      const lines = [...ticket.querySelectorAll<HTMLElement>('[data-line]')].map((line) => line.offsetHeight);
      const ranges = splitIntoFewest(lines, (em) => partRoom(ticket, wallPx / em));
      known.set(ticket, { heightPx, wallPx, ranges });
      return ranges;
    },
  };
}

function isSame(a: ReadonlyMap<string, LineRange[]>, b: ReadonlyMap<string, LineRange[]>): boolean {
  if (a.size === 0 && b.size === 0) return true;
  return a.size === b.size && [...a].every(([id, ranges]) => isSameRanges(ranges, b.get(id)));
}

function isSameRanges(a: readonly LineRange[], b: readonly LineRange[] | undefined): boolean {
  if (a.length !== b?.length) return false;
  return a.every(({ from, to }, index) => b[index]?.from === from && b[index].to === to);
}
