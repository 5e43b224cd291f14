import { useEffect, useRef, type RefObject } from 'react';

/** Whoever types a digit anywhere on the page is looking for an order; Escape ends it. */
export function useDigits(onEscape: () => void): RefObject<HTMLInputElement | null> {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.key === 'Escape') onEscape();
      const writes = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      // The field has the focus before the key is typed, so the digit stands in it.
      if (/^\d$/.test(event.key) && !writes) search.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onEscape]);
  return search;
}
