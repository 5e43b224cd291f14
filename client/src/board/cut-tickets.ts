import { partRoom } from './part-room.ts';
import { splitLines, type LineRange } from './split-lines.ts';

/**
 * Cuts those tickets that are taller than the wall into parts.
 * @param tickets all that stands on the wall
 * @param ownPx how tall a whole ticket is by itself
 * @param wallPx what the wall has room for; Infinity: it is a list that scrolls
 * @returns the same map where nothing changed
 */
export function cutTickets(
  tickets: readonly HTMLElement[],
  before: ReadonlyMap<string, LineRange[]>,
  { ownPx, wallPx }: { ownPx(element: HTMLElement): number; wallPx: number },
): ReadonlyMap<string, LineRange[]> {
  const whole = tickets.filter(
    ({ dataset }) => dataset.measure !== undefined || (dataset.piece === '0' && dataset.face === 'ticket'),
  );
  const after = new Map<string, LineRange[]>();
  for (const one of whole) {
    const id = one.dataset.order ?? '';
    const isCopy = 'measure' in one.dataset;
    if (!isCopy && before.has(id)) continue;
    if ((isCopy ? one.offsetHeight : ownPx(one)) > wallPx) after.set(id, cut(one, wallPx));
  }
  return isSame(before, after) ? before : after;
}

function cut(ticket: HTMLElement, wallPx: number): LineRange[] {
  const lines = [...ticket.querySelectorAll<HTMLElement>('[data-line]')].map((line) => line.offsetHeight);
  return splitLines(lines, partRoom(ticket, wallPx));
}

function isSame(a: ReadonlyMap<string, LineRange[]>, b: ReadonlyMap<string, LineRange[]>): boolean {
  if (a.size === 0 && b.size === 0) return true;
  const text = (map: ReadonlyMap<string, LineRange[]>) => JSON.stringify([...map]);
  return a.size === b.size && text(a) === text(b);
}
