import { useLayoutEffect } from 'react';
import { fitOf } from './board-fit.ts';

/**
 * Makes a line as small as it must be to stand whole in the width of its parent: its size is to be multiplied with the
 * variable `--fit` of its style. It is measured, since five wide letters are twice as long as five figures.
 */
export function useFit(element: HTMLElement | null): void {
  useLayoutEffect(() => {
    const parent = element?.parentElement;
    if (!element || !parent) return;
    const fit = () => {
      element.style.setProperty('--fit', '1');
      element.style.setProperty('--fit', `${fitOf(parent.clientWidth, element.offsetWidth)}`);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(parent);
    fit();
    // With its own letters it may be wider than with the machine's.
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [element]);
}
