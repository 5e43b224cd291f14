import { neighbour, readingOrder, type Box, type Direction } from './direction.ts';

/** The chosen ticket of a wall, or none. It is a mark on its element: choosing renders nothing. */
export interface Selection {
  current(): HTMLElement | null;
  move(direction: Direction): void;
  /** Chooses the first or last in reading order. */
  end(which: 'first' | 'last'): void;
  /** Chooses that one, if it is a ticket in sight. */
  choose(piece: HTMLElement): void;
  clear(): void;
  /** To be called whenever tickets came, left or turned: goes on to the next where the chosen one left. */
  keep(): void;
}

const inSight = '[data-piece][data-face="ticket"]:not([data-page="elsewhere"])';

/**
 * Chooses among the tickets in sight. The chosen one is known by its order and part, so that it stays chosen wherever
 * it is put; where it leaves, the next one in the order of the page is chosen.
 */
export function createSelection(page: ParentNode): Selection {
  let held: { name: string; index: number } | null = null;
  const pieces = () => [...page.querySelectorAll<HTMLElement>(inSight)];
  const current = () => pieces().find((piece) => nameOf(piece) === held?.name) ?? null;

  function choose(piece: HTMLElement | undefined): void {
    for (const marked of page.querySelectorAll<HTMLElement>('[data-selected]')) {
      if (marked !== piece) delete marked.dataset.selected;
    }
    held = piece ? { name: nameOf(piece), index: pieces().indexOf(piece) } : null;
    if (!piece) return;
    piece.dataset.selected = '';
    const isWithin = piece.contains(piece.ownerDocument.activeElement);
    if (!isWithin) piece.querySelector<HTMLElement>('[data-ticket]')?.focus({ preventScroll: true });
    piece.scrollIntoView({ block: 'nearest' });
  }
  return {
    current,
    choose: (piece) => choose(piece.matches(inSight) ? piece : undefined),
    clear: () => choose(undefined),
    end(which) {
      const all = pieces();
      const order = readingOrder(all.map(boxOf));
      choose(all[(which === 'first' ? order[0] : order.at(-1)) ?? -1]);
    },
    move(direction) {
      const all = pieces();
      const from = all.findIndex((piece) => nameOf(piece) === held?.name);
      const boxes = all.map(boxOf);
      const next = from < 0 ? (readingOrder(boxes)[0] ?? null) : neighbour(boxes, from, direction);
      if (next !== null) choose(all[next]);
    },
    keep() {
      if (!held) return;
      const all = pieces();
      const at = all.findIndex((piece) => nameOf(piece) === held?.name);
      if (at < 0) choose(sameOrder(all, held.name) ?? all[held.index] ?? all.at(-1));
      else if (all[at]?.dataset.selected === undefined) choose(all[at]);
      else held.index = at;
    },
  };
}

/** A part of the chosen order where that part is no more, because it is cut otherwise; the last: it was further down. */
function sameOrder(pieces: readonly HTMLElement[], name: string): HTMLElement | undefined {
  return pieces.findLast((piece) => piece.dataset.order === name.slice(0, name.lastIndexOf(' ')));
}

function nameOf({ dataset }: HTMLElement): string {
  return `${dataset.order ?? ''} ${dataset.piece ?? ''}`;
}

function boxOf(piece: HTMLElement): Box {
  const { left, top, width, height } = piece.getBoundingClientRect();
  return { left, top, width, height };
}
