import type { KeyActions } from './key-actions.ts';
import type { KeyAction } from './key-map.ts';
import type { Selection } from './selection.ts';

/**
 * Does what a key asks for: the page's own parts first (`useKeyAction`), else what any ticket offers as a button.
 * Pressing goes through the button itself, so that a key can do nothing a finger could not.
 */
export function createTicketKeys(deps: { page: ParentNode; selection: Selection; actions: KeyActions }) {
  const { page, selection, actions } = deps;
  /** The last bumped by key, whose "undo" is meant first. */
  let bumped = '';

  function bump(piece: HTMLElement | null): void {
    if (!piece) return;
    const button =
      barOf(piece) ?? barOf(page.querySelector(`[data-order="${piece.dataset.order}"]:has([data-primary])`));
    if (!button) {
      actions.run('page-next');
      return;
    }
    bumped = piece.dataset.order ?? '';
    button.click();
  }
  function undo(): void {
    const slots = [...page.querySelectorAll<HTMLElement>('[data-face="undo"]:not([data-page="elsewhere"])')];
    const own = slots.find((slot) => slot.dataset.order === bumped) ?? slots.at(-1);
    own?.querySelector('button')?.click();
  }
  /** With nothing chosen yet a key chooses; it does nothing to a ticket nobody was looking at. */
  function withChosen(run: (piece: HTMLElement) => void): void {
    const piece = selection.current();
    if (piece) run(piece);
    else selection.end('first');
  }

  return function act(action: KeyAction): void {
    if (actions.run(action)) return;
    switch (action) {
      case 'bump-selected':
        return withChosen(bump);
      case 'item':
        return withChosen((piece) => firstOpenLine(piece)?.click());
      case 'left':
      case 'right':
      case 'up':
      case 'down':
        return selection.move(action);
      case 'first':
      case 'last':
        return selection.end(action);
      case 'undo':
        return undo();
      case 'recall-last':
        click(page, '[data-key-action="recall-last"], footer button');
        return;
      case 'all-day':
      case 'help':
      case 'page-next':
      case 'page-previous':
        click(page, `[data-key-action="${action}"]`);
        return;
      default:
        bump(page.querySelector(`[data-slot="${action.slice('bump-slot-'.length)}"]`));
    }
  };
}

function barOf(piece: HTMLElement | null): HTMLElement | null {
  if (!piece || piece.dataset.page === 'elsewhere' || piece.dataset.measure !== undefined) return null;
  return piece.querySelector<HTMLElement>('[data-primary]');
}

function firstOpenLine(piece: HTMLElement): HTMLElement | null {
  return piece.querySelector<HTMLElement>(
    'button[data-line][aria-pressed="false"], [data-line] button[aria-pressed="false"]',
  );
}

function click(page: ParentNode, selector: string): boolean {
  const element = page.querySelector<HTMLElement>(selector);
  element?.click();
  return element !== null;
}
