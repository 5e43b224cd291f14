import type { Cell } from '../live/cell.ts';
import { createFocusKeeper } from './keep-focus.ts';
import type { KeyActions } from './key-actions.ts';
import { actionOf, readKeyMap } from './key-map.ts';
import { createKeyReader } from './key-reader.ts';
import { createSelection } from './selection.ts';
import { createTicketKeys } from './ticket-keys.ts';

/**
 * Makes the page's keyboard, or bump bar, work the tickets: by this device's map, and not while somebody writes or a
 * panel is open. Tab and the keys of what has the focus stay the browser's.
 */
export function attachKeys(deps: {
  page: Document;
  kept: Pick<Cell<string>, 'get' | 'subscribe'>;
  actions: KeyActions;
  now(): number;
}): void {
  const { page, kept, actions, now } = deps;
  let map = readKeyMap(kept.get());
  kept.subscribe(() => {
    map = readKeyMap(kept.get());
  });
  const reader = createKeyReader();
  const selection = createSelection(page);
  const focus = createFocusKeeper(page);
  const act = createTicketKeys({ page, selection, actions });
  /** The focus was moved there by Tab, so that Enter and Space belong to what has it; perhaps before the keys came. */
  let byTab = page.activeElement?.matches(':focus-visible') ?? false;

  const take = (event: KeyboardEvent, key: ReturnType<typeof reader.down>) => {
    if (event.key === 'Tab') byTab = true;
    const action = key && !event.defaultPrevented ? actionOf(map, key) : null;
    if (!action || isBusyElsewhere(page, event.target) || (byTab && isFocused(event))) return;
    event.preventDefault();
    // A button that was touched keeps the focus: a key of the bar is not for it.
    if (event.target instanceof HTMLElement && event.target.matches(pressable)) event.target.blur();
    act(action);
  };
  page.addEventListener('keydown', (event) => take(event, reader.down(event, now())));
  page.addEventListener('keyup', (event) => take(event, reader.up(event, now())));
  page.addEventListener('pointerdown', () => {
    byTab = false;
    reader.reset();
  });
  page.defaultView?.addEventListener('blur', () => reader.reset());
  page.addEventListener('focusin', ({ target }) => {
    const piece = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null;
    if (byTab && piece && piece !== selection.current()) markOnly(selection, piece, target);
  });
  new MutationObserver(() => {
    focus.keep();
    selection.keep();
  }).observe(page, { subtree: true, childList: true, attributeFilter: ['data-face', 'data-page'] });
}

/** Chooses a ticket without taking the focus from its button. */
function markOnly(
  selection: ReturnType<typeof createSelection>,
  piece: HTMLElement,
  focused: EventTarget | null,
): void {
  selection.choose(piece);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}

const pressable = 'button, a, summary, [role="button"]';

/** Enter and Space on a button that was reached by Tab press it, as everywhere. */
function isFocused({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.matches(pressable);
}

const writable =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

function isBusyElsewhere(page: Document, target: EventTarget | null): boolean {
  return (target instanceof Element && target.matches(writable)) || page.querySelector('dialog[open]') !== null;
}
