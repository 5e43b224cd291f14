import type { Piece } from './flow.ts';
import { createHeightGuess } from './height-guess.ts';
import { createPlaceHeights } from './place-heights.ts';
import { fit, type Room } from './set-smaller.ts';
import type { Place } from './wall-state.ts';

/** Knows how tall each piece is, and measures only those that are new or have changed. */
export interface Measurer {
  /** @param look `held`: somebody is at the screen, and none becomes shorter */
  measure(element: HTMLElement, look: { held: boolean; room: Room }): Piece;
  /** One that is not drawn. @param like about how many lines its ticket has, and in how many parts it was when it was drawn */
  reckon(place: Place, like: { lines: number; parts: number; wallPx: number }): Piece[];
  /** How tall an order's piece was when it was last measured. */
  heightOf(orderId: string, piece: number): number | undefined;
  /** How tall a whole ticket would be by itself in that room, as last measured. */
  ownPx(element: HTMLElement, room: Room): number;
  /**
   * The browser says that it is so tall now. @returns false where that is known; else it is measured anew
   */
  isOther(element: Element, heightPx: number): boolean;
  /** The text has another size, or the columns another width: what is not drawn is guessed anew. */
  rescale(emPx: number): void;
  /** Only these orders still have a place; what is known of others goes. */
  keep(orderIds: ReadonlySet<string>): void;
}

interface Measured {
  face: string;
  room: Room;
  heightPx: number;
}

const unknownPx = 180;

/**
 * Remembers heights by element: the browser's own watch over sizes (ResizeObserver) tells before each painting which of
 * them changed, so that 300 tickets are not measured because one came. The last height of each place is kept too: an
 * undo slot has the height of the ticket it stands for. A ticket that is not drawn has the height it had when it was, or
 * the one that others of as many lines have.
 */
export function createMeasurer(): Measurer {
  let known = new WeakMap<Element, Measured>();
  const heights = createPlaceHeights();
  const guess = createHeightGuess();

  function natural(element: HTMLElement, room: Room): number {
    const held = known.get(element);
    if (held?.face === 'ticket' && isSameRoom(held.room, room)) return held.heightPx;
    if (element.style.height) element.style.height = '';
    const heightPx = fittedHeight(element, room);
    known.set(element, { face: 'ticket', room, heightPx });
    if (element.dataset.lines !== undefined && room.isWhole) guess.learn(Number(element.dataset.lines), heightPx);
    return heightPx;
  }
  return {
    measure(element, { held, room }) {
      // Plain attributes: of 300 elements they are read in half the time.
      const read = (name: string) => element.getAttribute(name) ?? '';
      const orderId = read('data-order');
      const face = read('data-face');
      const piece = Number(read('data-piece'));
      const place = { orderId, zone: read('data-zone') === 'new' ? 'new' : 'main' } as const;
      if (face !== 'ticket') {
        const heightPx = heights.of(orderId, piece) ?? unknownPx;
        known.set(element, { face, room, heightPx });
        return { ...place, heightPx };
      }
      const ownPx = natural(element, room);
      const keptPx = held ? (heights.exactlyOf(orderId, piece) ?? 0) : 0;
      const heightPx = Math.max(ownPx, room.isWhole ? keptPx : Math.min(keptPx, room.px));
      heights.set(orderId, piece, heightPx);
      return { ...place, heightPx };
    },
    reckon({ id, zone, face }, { lines, parts, wallPx }) {
      const knownOf = face === 'ticket' ? heights.exactlyOf : heights.of;
      const knownPx = Array.from({ length: parts }, (_, part) => knownOf(id, part)).filter((px) => px !== undefined);
      const all = knownPx.length === parts ? knownPx : cutInto(guess.of(lines), wallPx);
      return all.map((heightPx) => ({ orderId: id, zone, heightPx }));
    },
    ownPx(element, room) {
      const held = known.get(element);
      if (held && isSameRoom(held.room, room)) return held.heightPx;
      const heightPx = fittedHeight(element, room);
      known.set(element, { face: '', room, heightPx });
      return heightPx;
    },
    isOther(element, heightPx) {
      if (known.get(element)?.heightPx === Math.round(heightPx)) return false;
      known.delete(element);
      return true;
    },
    rescale(emPx) {
      known = new WeakMap();
      heights.rescale();
      guess.forget(emPx);
    },
    heightOf: heights.of,
    keep: heights.keep,
  };
}

const mostGuessedParts = 30;

/** About the parts of a ticket that tall: each but the last fills the wall. */
function cutInto(heightPx: number, wallPx: number): number[] {
  if (heightPx <= wallPx || wallPx <= 0) return [heightPx];
  const full = Math.min(mostGuessedParts, Math.ceil(heightPx / wallPx) - 1);
  return [...Array.from({ length: full }, () => wallPx), heightPx - full * wallPx];
}

function isSameRoom(a: Room, b: Room): boolean {
  return a.px === b.px && a.isWhole === b.isWhole;
}

/** Sets it so large that it has room. */
function fittedHeight(element: HTMLElement, room: Room): number {
  return fit(room, (em) => {
    const size = em === 1 ? '' : `${em}em`;
    if (element.style.fontSize !== size) element.style.fontSize = size;
    return element.offsetHeight;
  });
}
