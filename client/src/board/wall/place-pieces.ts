import { createCuts, cutTickets } from './cut-tickets.ts';
import type { Piece, Spot } from './flow.ts';
import { createMeasurer } from './measure.ts';
import { nearTickets } from './near-tickets.ts';
import { packWall, type Wall } from './pack.ts';
import { createPutter, type Putter } from './put-piece.ts';
import { columnsIn, gapPx } from '../../device/size.ts';
import type { Room } from './set-smaller.ts';
import type { LineRange } from './split-lines.ts';
import type { Place, Zone } from './wall-state.ts';

export interface WallPages {
  page: number;
  pages: number;
  /** The orders that are on another page, each with that page. */
  elsewhere: ReadonlyMap<string, number>;
  /** Those of them that nobody has answered, the longest waiting first. */
  freshElsewhere: readonly string[];
}

export const onePage: WallPages = { page: 0, pages: 1, elsewhere: new Map(), freshElsewhere: [] };

/** Gives every ticket of a wall its place. */
export interface Placer {
  /**
   * Writes each drawn piece's place into its style, off the page where it belongs to another; what is not drawn only
   * takes its room. Reads come before writes: one layout of the page, however many tickets there are.
   * @param look `size`: of the text; with another one the wall is looked at anew; `splits`: how tickets taller than the
   * wall are cut now; `linesOf`: about how many an order's ticket has
   * @returns `splits`: how they are to be cut; the same map where nothing changed
   */
  place(element: HTMLElement, look: WallLook): { pages: WallPages; splits: Splits };
  /**
   * The orders whose tickets are to be drawn, and those of the next page where `pagesAhead` is 1; the same set where
   * nothing changed. Only after they were placed.
   */
  near(before: ReadonlySet<string>, pagesAhead: 0 | 1): ReadonlySet<string>;
  /** How tall an order's piece was when it was last placed, in pixels. */
  heightOf(orderId: string, piece: number): number | undefined;
  /** The browser tells of sizes. @returns whether one is not as it was measured, so that all have to be placed anew */
  resized(entries: readonly ResizeObserverEntry[]): boolean;
}

type Splits = ReadonlyMap<string, LineRange[]>;

interface WallLook {
  places: readonly Place[];
  linesOf(orderId: string): number;
  page: number;
  held: boolean;
  size: number;
  splits: Splits;
}

/** `element` null: it is not drawn. */
type DrawnPiece = Piece & { element: HTMLElement | null };

type MeasuredWall = Wall & { columnPx: number; emPx: number };

/** Where the pieces were put last: each one's order and page. */
interface Put {
  places: { orderId: string; zone: Zone; page: number }[];
  page: number;
}

/** So wide a column has room for any number and clock beside each other in their full size. */
const roomyEm = 12;
/** Below this width the wall is a list that scrolls. */
const listBelowPx = 700;

/** @param deps `monotonic` in milliseconds */
export function createPlacer(deps: { monotonic(): number }): Placer {
  const measurer = createMeasurer();
  const size = createSizeReader(measurer.rescale);
  const pages = createPagePutter(createPutter(deps));
  const cuts = createCuts();
  return {
    place(element, { places, linesOf, page, held, size: emPx, splits: before }) {
      const wall = size.of(element, emPx);
      showLayout(element, wall);
      const drawn = drawnIn(element);
      drawn.copies.forEach(pages.hide);
      const wallPx = wall?.heightPx ?? Infinity;
      const whole: Room = { px: wallPx, isWhole: true };
      const part: Room = { px: wallPx, isWhole: false };
      const pieces = places.flatMap((place): DrawnPiece | DrawnPiece[] => {
        const own = drawn.pieces.get(place.id)?.map((one) => ({
          ...measurer.measure(one, { held, room: drawn.copies.has(place.id) ? part : whole }),
          element: one,
        }));
        if (own) return own;
        const like = { lines: linesOf(place.id), parts: before.get(place.id)?.length ?? 1, wallPx };
        return measurer.reckon(place, like).map((piece) => ({ ...piece, element: null }));
      });
      const standing = new Set(places.map(({ id }) => id));
      measurer.keep(standing);
      const ownPx = (one: HTMLElement) => measurer.ownPx(one, whole);
      const isFar = (id: string) => standing.has(id) && !drawn.pieces.has(id);
      const splits = cutTickets(drawn.whole(), before, { ownPx, wallPx, cuts, isFar });
      const put = wall ? pages.put(pieces, { element, wall, page }) : pages.putInList(pieces);
      return { pages: put, splits };
    },
    near(before, pagesAhead) {
      const { places, page } = pages.last();
      return nearTickets(places, before, page, pagesAhead);
    },
    heightOf: measurer.heightOf,
    resized(entries) {
      const others = entries.filter(({ target, contentRect, borderBoxSize: [box] }) =>
        size.isOf(target) ? size.isOther(contentRect) : measurer.isOther(target, box?.blockSize ?? target.clientHeight),
      );
      return others.length > 0;
    },
  };
}

/** Reads the wall's size again only when the browser says that it changed: reading makes it lay the page out. */
function createSizeReader(rescaled: (emPx: number) => void) {
  let known: { element: HTMLElement; emPx: number; widthPx: number; wall: MeasuredWall | null } | null = null;
  let scale = '';
  function read(element: HTMLElement): MeasuredWall | null {
    const wall = wallOf(element);
    const next = wall ? `${wall.emPx} ${wall.columnPx}` : scale;
    if (wall && next !== scale) rescaled(wall.emPx);
    scale = next;
    return wall;
  }
  return {
    of(element: HTMLElement, emPx: number): MeasuredWall | null {
      if (known?.element !== element || known.emPx !== emPx)
        known = { element, emPx, widthPx: element.clientWidth, wall: read(element) };
      return known.wall;
    },
    isOf: (element: Element) => element === known?.element,
    /** @returns whether it is not that large any more; then it is read again */
    isOther({ width, height }: { width: number; height: number }): boolean {
      const isSame = known?.wall?.heightPx === Math.round(height) && known.widthPx === Math.round(width);
      if (!isSame) known = null;
      return !isSame;
    },
  };
}

/** Puts the pieces where they belong on the shown page, or into the list that scrolls. */
function createPagePutter(putter: Putter) {
  let last = '';
  let put: Put = { places: [], page: 0 };

  /** A page turned, or the wall another size: then nothing is to be followed with the eyes. */
  function isAsBefore(page: number, wall: MeasuredWall): boolean {
    const key = [page, wall.columns, wall.columnPx, wall.heightPx].join(' ');
    const same = key === last;
    last = key;
    return same;
  }
  return {
    put(pieces: readonly DrawnPiece[], look: { element: HTMLElement; wall: MeasuredWall; page: number }): WallPages {
      const { element: board, wall } = look;
      const packed = packWall(pieces, wall);
      const page = Math.min(look.page, packed.pages - 1);
      const spots = packed.onPage(page);
      const glides = isAsBefore(page, wall);
      const slots = slotsOf(pieces, spots);
      const columnStepPx = wall.columnPx + wall.gapPx;
      pieces.forEach((piece, index) => {
        const [spot = null, slot = null] = [spots[index], slots[index]];
        if (piece.element) putter.put(piece.element, piece, { spot, columnStepPx, slot, glides });
      });
      put = {
        page,
        places: pieces.map(({ orderId, zone }, index) => ({ orderId, zone, page: packed.pageOf[index] ?? 0 })),
      };
      setFlag(board, 'data-spread', isSpread(pieces, spots, wall));
      return { page, pages: packed.pages, ...absentOf(pieces, spots, packed.pageOf) };
    },
    putInList(pieces: readonly DrawnPiece[]): WallPages {
      last = '';
      put = { page: 0, places: pieces.map(({ orderId, zone }) => ({ orderId, zone, page: 0 })) };
      for (const piece of pieces) if (piece.element) putter.putInList(piece.element, piece);
      return onePage;
    },
    hide: putter.hide,
    last: () => put,
  };
}

/** New ones stand beside their own column, too. */
function isSpread(pieces: readonly Piece[], spots: readonly (Spot | null)[], { columns }: Wall): boolean {
  return pieces.some(({ zone }, index) => zone === 'new' && (spots[index]?.column ?? Infinity) < columns - 1);
}

/** What of the tickets is drawn: the parts of each order's, and the unseen copies by which long ones are cut. */
function drawnIn(element: HTMLElement) {
  const pieces = new Map<string, HTMLElement[]>();
  const copies = new Map<string, HTMLElement>();
  for (const one of element.children) {
    const id = one.getAttribute('data-order');
    if (id === null || !(one instanceof HTMLElement)) continue;
    if (one.hasAttribute('data-measure')) copies.set(id, one);
    else pieces.set(id, [...(pieces.get(id) ?? []), one]);
  }
  return {
    pieces,
    copies,
    /** What may have to be cut: the tickets in one piece and the copies. */
    whole: () => [
      ...[...pieces.values()].flatMap(([first]) => (first?.getAttribute('data-face') === 'ticket' ? first : [])),
      ...copies.values(),
    ],
  };
}

/** What the element of the wall has room for; null where the tickets stand in one scrolling list. */
function wallOf(element: HTMLElement): MeasuredWall | null {
  const widthPx = element.clientWidth;
  if (window.innerWidth < listBelowPx) return null;
  const emPx = parseFloat(getComputedStyle(element).fontSize);
  const columns = Math.max(2, columnsIn(widthPx, emPx));
  const columnPx = (widthPx - gapPx * (columns - 1)) / columns;
  return { columns, heightPx: element.clientHeight, gapPx, columnPx, emPx };
}

function showLayout(element: HTMLElement, wall: MeasuredWall | null): void {
  const column = wall ? `${wall.columnPx}px` : 'auto';
  const layout = wall ? 'columns' : 'list';
  if (element.style.getPropertyValue('--column') !== column) element.style.setProperty('--column', column);
  if (element.dataset.layout !== layout) element.dataset.layout = layout;
  setFlag(element, 'data-narrow', wall !== null && wall.columnPx < roomyEm * wall.emPx);
}

/** As many as there are digits; the tenth is 0. */
const mostSlots = 10;

/** The digit of each bar on the shown page, in the order of the tickets. */
function slotsOf(pieces: readonly DrawnPiece[], spots: readonly (Spot | null)[]): (number | null)[] {
  let slot = 0;
  return pieces.map(({ element }, index) => {
    if (slot >= mostSlots || !spots[index] || !element?.querySelector('[data-action]')) return null;
    slot += 1;
    return slot % mostSlots;
  });
}

function absentOf(pieces: readonly Piece[], spots: readonly (Spot | null)[], pageOf: readonly number[]) {
  const here = new Set(pieces.filter((_, index) => spots[index]).map((piece) => piece.orderId));
  const elsewhere = new Map<string, number>();
  const fresh = new Set<string>();
  pieces.forEach(({ orderId, zone }, index) => {
    if (here.has(orderId)) return;
    if (!elsewhere.has(orderId)) elsewhere.set(orderId, pageOf[index] ?? 0);
    if (zone === 'new') fresh.add(orderId);
  });
  return { elsewhere, freshElsewhere: [...fresh] };
}

function setFlag(element: HTMLElement, name: string, on: boolean): void {
  if (element.hasAttribute(name) !== on) element.toggleAttribute(name, on);
}
