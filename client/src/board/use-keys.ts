import { useEffect } from 'react';

/**
 * The keyboard of a bump bar: a digit presses the bar in that slot, Enter the bar of the ticket that has the focus,
 * PageUp and PageDown turn the page.
 * Nothing while somebody writes or a panel is open.
 */
export function useKeys(turnPage: (step: 1 | -1) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isBusyElsewhere(event.target)) return;
      if (/^[1-9]$/.test(event.key)) pressBar(document.querySelector(`[data-slot="${event.key}"]`));
      if (event.key === 'Enter' && event.target instanceof Element)
        pressBar(event.target.closest('[data-ticket]:focus'));
      if (event.key === 'PageDown') turnPage(1);
      if (event.key === 'PageUp') turnPage(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [turnPage]);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  const writes = target instanceof HTMLElement && target.matches('input, textarea, select');
  return writes || document.querySelector('dialog[open]') !== null;
}

function pressBar(ticket: Element | null): void {
  ticket?.querySelector<HTMLElement>('[data-primary]')?.click();
}
