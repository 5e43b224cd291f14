import type { Piece } from './flow.ts';
import { createHeightGuess } from './height-guess.ts';
import { createPlaceHeights } from './place-heights.ts';
import type { Place } from './wall-state.ts';

/** Knows how tall each piece is, and measures only those that are new or have changed. */
export interface Measurer {
  /**
   * @param look `roomPx`: what an order that was cut already has room for, else Infinity; `held`: somebody is at the
   * screen, and none becomes shorter
   */
  measure(element: HTMLElement, look: { held: boolean; roomPx(orderId: string): number }): Piece;
  /** One that is not drawn. @param lines about how many its ticket has */
  reckon(place: Place, lines: number): Piece;
  /** How tall an order's piece was when it was last measured. */
  heightOf(orderId: string, piece: number): number | undefined;
  /** How tall a whole ticket would be by itself, as last measured. */
  ownPx(element: HTMLElement): number;
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
  roomPx: number;
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

  function natural(element: HTMLElement, roomPx: number): number {
    const held = known.get(element);
    if (held?.face === 'ticket' && held.roomPx === roomPx) return held.heightPx;
    if (element.style.height) element.style.height = '';
    const heightPx = fittedHeight(element, roomPx);
    known.set(element, { face: 'ticket', roomPx, heightPx });
    if (element.dataset.lines !== undefined && roomPx === Infinity)
      guess.learn(Number(element.dataset.lines), heightPx);
    return heightPx;
  }
  return {
    measure(element, { held, roomPx: roomFor }) {
      // Plain attributes: of 300 elements they are read in half the time.
      const read = (name: string) => element.getAttribute(name) ?? '';
      const orderId = read('data-order');
      const face = read('data-face');
      const piece = Number(read('data-piece'));
      const place = { orderId, zone: read('data-zone') === 'new' ? 'new' : 'main' } as const;
      if (face !== 'ticket') {
        const heightPx = heights.of(orderId, piece) ?? unknownPx;
        known.set(element, { face, roomPx: Infinity, heightPx });
        return { ...place, heightPx };
      }
      const roomPx = roomFor(orderId);
      const ownPx = natural(element, roomPx);
      const heightPx = Math.max(ownPx, held ? Math.min(heights.exactlyOf(orderId, piece) ?? 0, roomPx) : 0);
      heights.set(orderId, piece, heightPx);
      return { ...place, heightPx };
    },
    reckon({ id, zone, face }, lines) {
      const knownPx = face === 'ticket' ? heights.exactlyOf(id, 0) : heights.of(id, 0);
      return { orderId: id, zone, heightPx: knownPx ?? guess.of(lines) };
    },
    ownPx(element) {
      const held = known.get(element);
      if (held) return held.heightPx;
      const heightPx = element.offsetHeight;
      known.set(element, { face: '', roomPx: Infinity, heightPx });
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

/** Small, but from the hand it can be read; what is below the wall's edge cannot, nor pressed. */
const smallestEm = 0.35;

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
