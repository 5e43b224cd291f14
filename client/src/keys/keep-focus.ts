/** Keeps the focus where it is when a ticket is drawn anew around it. */
export interface FocusKeeper {
  /** To be called whenever tickets came, left or were cut. */
  keep(): void;
}

/** Where the focus stood. */
interface Held {
  control: HTMLElement;
  piece: HTMLElement;
  orderId: string;
  /** How its like is found in another piece of the order. */
  kind: string;
  index: number;
}

/** What of a ticket takes the focus, dishes apart; the first that fits says what it is. */
const kinds = [
  '[data-in="ticket"]',
  '[data-line][aria-expanded]',
  '[data-progress] button',
  '[data-action] button',
  '[data-line] button',
];

/**
 * A ticket that becomes too tall is cut: its parts are other elements than the whole, which stays as the unseen copy they
 * are measured by. A dish may move from one part to another, too. Then the focus goes to the same dish, or button, where
 * it stands now, or at least to that order's ticket; never away from what somebody chose meanwhile.
 */
export function createFocusKeeper(page: Document): FocusKeeper {
  let held: Held | null = null;
  page.addEventListener('focusin', ({ target }) => {
    held = target instanceof HTMLElement ? heldAt(target) : null;
  });
  page.addEventListener('focusout', ({ target }) => {
    // It was left by somebody, not taken off the page.
    if (target === held?.control && isUsable(held.control)) held = null;
  });
  return {
    keep() {
      if (!held || isUsable(held.control)) return;
      const next = isElsewhere(page) ? null : nextFor(page, held);
      held = null;
      next?.focus({ preventScroll: true });
    },
  };
}

function heldAt(control: HTMLElement): Held | null {
  const piece = control.closest<HTMLElement>('[data-piece]');
  const orderId = piece?.dataset.order;
  if (!piece || orderId === undefined) return null;
  const dish = control.dataset.dish;
  const kind = dish === undefined ? kinds.find((one) => control.matches(one)) : `[data-dish="${CSS.escape(dish)}"]`;
  const index = kind ? [...piece.querySelectorAll(kind)].indexOf(control) : 0;
  return { control, piece, orderId, kind: kind ?? '[data-ticket]', index };
}

/** A dish goes from one piece to another; of a button that went while its piece stayed, the piece itself knows why. */
function nextFor(page: Document, { kind, index, piece, orderId }: Held): HTMLElement | null {
  if (isUsable(piece) && !kind.startsWith('[data-dish')) return null;
  const pieces = [...page.querySelectorAll<HTMLElement>('[data-piece]:not([data-page="elsewhere"])')].filter(
    ({ dataset }) => dataset.order === orderId,
  );
  for (const one of pieces) {
    const all = one.querySelectorAll<HTMLElement>(kind);
    const like = all[index] ?? all[0];
    if (like) return like;
  }
  return (pieces.find((one) => one === piece) ?? pieces[0])?.querySelector<HTMLElement>('[data-ticket]') ?? null;
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && element.closest('[inert]') === null;
}

function isElsewhere({ activeElement, body }: Document): boolean {
  return activeElement instanceof HTMLElement && activeElement !== body && isUsable(activeElement);
}
