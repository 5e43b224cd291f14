import { useLayoutEffect, useRef, type RefObject } from 'react';

const ignoresForMs = 600;

/**
 * A bar whose meaning just changed takes nothing for 600 ms: the tap was meant for what stood there before. Meanwhile
 * its buttons say so to screen readers.
 * @param meaning what the bar does now
 * @returns `ref` for the bar, or whatever holds its buttons; `isOpen` tells whether a press counts
 */
export function useGuard<E extends HTMLElement = HTMLDivElement>(
  meaning: string,
): { ref: RefObject<E | null>; isOpen: () => boolean } {
  const ref = useRef<E>(null);
  const changedAt = useRef(0);
  useLayoutEffect(() => {
    changedAt.current = performance.now();
    const buttons = ref.current?.querySelectorAll('button') ?? [];
    for (const button of buttons) button.setAttribute('aria-disabled', 'true');
    const timer = setTimeout(() => {
      for (const button of buttons) button.removeAttribute('aria-disabled');
    }, ignoresForMs);
    return () => clearTimeout(timer);
  }, [meaning]);
  return { ref, isOpen: () => performance.now() - changedAt.current >= ignoresForMs };
}
