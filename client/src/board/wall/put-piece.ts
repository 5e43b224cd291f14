import type { Piece, Spot } from './flow.ts';

/** How a piece stands on the page now. */
interface Standing {
  /** CSS; empty: it is on another page. */
  transform: string;
  slot: number | null;
  heightPx: number | null;
}

/** Writes places into the elements' styles, and only what is not as it was: an equal write costs as much as another. */
export interface Putter {
  /**
   * @param spot null where it belongs to another page than the shown one
   * @param look `slot`: the digit that presses its bar; `glides`: it is seen on its way
   */
  put(
    element: HTMLElement,
    piece: Piece,
    look: { spot: Spot | null; columnStepPx: number; slot: number | null; glides: boolean },
  ): void;
  /** It is shown in parts from now on, and only measured itself: off the page. */
  hide(element: HTMLElement): void;
  /** Into the one list that scrolls, where nothing has a place of its own. */
  putInList(element: HTMLElement, piece: Piece): void;
}

export const glideMs = 160;
/** What moves again so soon is not followed with the eyes any more, and each glide is a dozen frames to draw. */
const stormMs = 1_000;
/** Moves so close to each other are one. */
const togetherMs = 50;

export function createPutter({ monotonic }: { monotonic(): number }): Putter {
  const standing = new WeakMap<HTMLElement, Standing>();
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');

  let movedAt = -Infinity;
  let isStorm = false;

  function glide(element: HTMLElement, from: string, to: string): void {
    const now = monotonic();
    const sinceMs = now - movedAt;
    if (sinceMs > togetherMs) isStorm = sinceMs < stormMs;
    movedAt = now;
    if (isStorm) return;
    element.animate([{ transform: from }, { transform: to }], { duration: glideMs, easing: 'ease-out' });
  }
  function write(element: HTMLElement, next: Standing & { isHere: boolean }, glides: boolean): void {
    const before = standing.get(element);
    const moved = before?.transform !== next.transform;
    if (!before || moved) {
      element.dataset.page = next.isHere ? 'here' : 'elsewhere';
      element.style.transform = next.transform;
      if (glides && before?.transform && next.transform && !stillness.matches)
        glide(element, before.transform, next.transform);
    }
    if (!before || before.slot !== next.slot) numberSlot(element, next.slot);
    if (next.heightPx !== null && (before?.heightPx !== next.heightPx || !element.style.height))
      element.style.height = `${next.heightPx}px`;
    standing.set(element, next);
  }
  return {
    put(element, piece, { spot, columnStepPx, slot, glides }) {
      const [left, top] = spot ? [Math.round(spot.column * columnStepPx), Math.round(spot.topPx)] : [0, 0];
      const transform = spot ? `translate(${left}px, ${top}px)` : '';
      write(element, { transform, slot, heightPx: keptHeight(element, piece), isHere: spot !== null }, glides);
    },
    hide(element) {
      if (!standing.delete(element)) return;
      element.removeAttribute('style');
      delete element.dataset.page;
      delete element.dataset.slot;
    },
    putInList(element, piece) {
      write(element, { transform: '', slot: null, heightPx: keptHeight(element, piece), isHere: true }, false);
    },
  };
}

/** What stands in a ticket's place keeps its height; a ticket has its own. */
function keptHeight(element: HTMLElement, piece: Piece): number | null {
  return element.getAttribute('data-face') === 'ticket' ? null : piece.heightPx;
}

function numberSlot(element: HTMLElement, slot: number | null): void {
  if (slot === null) delete element.dataset.slot;
  else element.dataset.slot = String(slot);
}
