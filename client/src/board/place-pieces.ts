import type { Piece, Spot } from './flow.ts';
import { packWall, type Wall } from './pack.ts';
import { columnsIn, gapPx } from './size.ts';
import { splitLines, type LineRange } from './split-lines.ts';
import type { Zone } from './wall-state.ts';

export interface WallPages {
  page: number;
  pages: number;
  /** The orders that are on another page, each with that page. */
  elsewhere: ReadonlyMap<string, number>;
  /** Those of them that nobody has answered, the longest waiting first. */
  freshElsewhere: readonly string[];
}

export const onePage: WallPages = { page: 0, pages: 1, elsewhere: new Map(), freshElsewhere: [] };

/** Below this width the wall is a list that scrolls. */
const listBelowPx = 700;

/** What the element of the wall has room for; null where the tickets stand in one scrolling list. */
export function wallOf(element: HTMLElement): (Wall & { columnPx: number }) | null {
  const widthPx = element.clientWidth;
  if (window.innerWidth < listBelowPx) return null;
  const emPx = parseFloat(getComputedStyle(element).fontSize);
  const columns = Math.max(2, columnsIn(widthPx, emPx));
  return { columns, heightPx: element.clientHeight, gapPx, columnPx: (widthPx - gapPx * (columns - 1)) / columns };
}

/**
 * Measures every piece, then writes each one's place into its style, off the page where it belongs to another. Reads
 * come before writes: one layout of the page, however many tickets there are.
 * @param look `heights`: the last height of each ticket, which its undo slot keeps, and each one while it is `held`
 */
export function placePieces(
  element: HTMLElement,
  look: { page: number; held: boolean; heights: Map<string, number> },
): WallPages {
  const wall = wallOf(element);
  const elements = [...element.querySelectorAll<HTMLElement>('[data-piece]')];
  element.style.setProperty('--column', wall ? `${wall.columnPx}px` : 'auto');
  element.dataset.layout = wall ? 'columns' : 'list';
  const cutUp = new Set([...element.querySelectorAll<HTMLElement>('[data-measure]')].map((one) => one.dataset.order));
  const pieces = elements.map((piece) =>
    measure(piece, look, wall && cutUp.has(piece.dataset.order) ? wall.heightPx : Infinity),
  );
  if (!wall) {
    elements.forEach((piece, index) => putInList(piece, pieces[index]));
    return onePage;
  }
  const packed = packWall(pieces, wall);
  const page = Math.min(look.page, packed.pages - 1);
  const spots = packed.onPage(page);
  let slot = 0;
  elements.forEach((one, index) => {
    const piece = pieces[index];
    const spot = spots[index] ?? null;
    if (!piece) return;
    keepHeight(one, piece);
    one.dataset.pageNumber = String(packed.pageOf[index] ?? 0);
    putInWall(one, spot, wall);
    const hasBar = spot !== null && one.querySelector('[data-action]') !== null;
    if (hasBar) slot += 1;
    numberSlot(one, hasBar && slot <= 9 ? slot : null);
  });
  const spreads = pieces.some(
    (piece, index) => piece.zone === 'new' && (spots[index]?.column ?? Infinity) < wall.columns - 1,
  );
  element.toggleAttribute('data-spread', spreads);
  const here = new Set(pieces.filter((_, index) => spots[index]).map((piece) => piece.orderId));
  const elsewhere = new Map<string, number>();
  const fresh = new Set<string>();
  pieces.forEach(({ orderId, zone }, index) => {
    if (here.has(orderId)) return;
    if (!elsewhere.has(orderId)) elsewhere.set(orderId, packed.pageOf[index] ?? 0);
    if (zone === 'new') fresh.add(orderId);
  });
  return { page, pages: packed.pages, elsewhere, freshElsewhere: [...fresh] };
}

function putInWall(element: HTMLElement, spot: Spot | null, wall: Wall & { columnPx: number }): void {
  element.dataset.page = spot ? 'here' : 'elsewhere';
  const left = Math.round((spot?.column ?? 0) * (wall.columnPx + wall.gapPx));
  element.style.transform = spot ? `translate(${left}px, ${Math.round(spot.topPx)}px)` : '';
}

/** @param roomPx what one that was cut already has room for */
function measure(element: HTMLElement, look: { held: boolean; heights: Map<string, number> }, roomPx: number): Piece {
  const { held, heights } = look;
  const orderId = element.dataset.order ?? '';
  const key = `${orderId} ${element.dataset.piece ?? ''}`;
  const zone: Zone = element.dataset.zone === 'new' ? 'new' : 'main';
  if (element.dataset.face !== 'ticket') return { orderId, zone, heightPx: heights.get(key) ?? 180 };
  element.style.height = '';
  const heightPx = Math.max(fittedHeight(element, roomPx), held ? Math.min(heights.get(key) ?? 0, roomPx) : 0);
  heights.set(key, heightPx);
  return { orderId, zone, heightPx };
}

const smallestEm = 0.6;

/** A part that is still too tall, on a low wall or with one long dish, is set smaller: its bar has to be in reach. */
function fittedHeight(element: HTMLElement, roomPx: number): number {
  if (element.style.fontSize) element.style.fontSize = '';
  let heightPx = element.offsetHeight;
  for (let em = 0.95; heightPx > roomPx && em >= smallestEm; em -= 0.05) {
    element.style.fontSize = `${em.toFixed(2)}em`;
    heightPx = element.offsetHeight;
  }
  return heightPx;
}

function keepHeight(element: HTMLElement, piece: Piece): void {
  if (element.dataset.face !== 'ticket') element.style.height = `${piece.heightPx}px`;
}

function putInList(element: HTMLElement, piece: Piece | undefined): void {
  element.style.transform = '';
  element.dataset.page = 'here';
  numberSlot(element, null);
  if (piece) keepHeight(element, piece);
}

function numberSlot(element: HTMLElement, slot: number | null): void {
  if (slot === null) delete element.dataset.slot;
  else element.dataset.slot = String(slot);
  element.style.setProperty('--slot', slot === null ? 'none' : `'${slot}'`);
}

/**
 * Cuts those tickets that are taller than the wall into parts.
 * @returns the same map where nothing changed
 */
export function splitPieces(
  element: HTMLElement,
  before: ReadonlyMap<string, LineRange[]>,
): ReadonlyMap<string, LineRange[]> {
  const heightPx = wallOf(element)?.heightPx ?? Infinity;
  const whole = [...element.querySelectorAll<HTMLElement>('[data-measure], [data-piece="0"][data-face="ticket"]')];
  const after = new Map<string, LineRange[]>();
  for (const one of whole) {
    const id = one.dataset.order ?? '';
    const isCopy = 'measure' in one.dataset;
    if (!isCopy && before.has(id)) continue;
    if (one.offsetHeight > heightPx) after.set(id, cut(one, heightPx));
  }
  return isSame(before, after) ? before : after;
}

function cut(ticket: HTMLElement, wallPx: number): LineRange[] {
  const lines = [...ticket.querySelectorAll<HTMLElement>('[data-line]')].map((line) => line.offsetHeight);
  const linesPx = lines.reduce((sum, px) => sum + px, 0);
  const emPx = parseFloat(getComputedStyle(ticket).fontSize);
  // "part 1 of 3"; the first part of a new one has "continues" as well as its Accept.
  const partWordsPx = ticket.querySelector('[data-action="accept"]') ? 2.6 * emPx : emPx;
  return splitLines(lines, wallPx - (ticket.offsetHeight - linesPx) - partWordsPx);
}

function isSame(a: ReadonlyMap<string, LineRange[]>, b: ReadonlyMap<string, LineRange[]>): boolean {
  const text = (map: ReadonlyMap<string, LineRange[]>) => JSON.stringify([...map]);
  return a.size === b.size && text(a) === text(b);
}
