import { useState } from 'react';
import { useLive } from '../../live/use-live.ts';

/**
 * Watches which tickets come into sight, and reports each order once. A ticket on another page stands outside the wall,
 * and one further down a phone's list below its edge: neither is in front of anybody's eyes.
 * @returns starts watching an element, and answers the way to stop
 */
export function usePainted(): (element: HTMLElement) => () => void {
  const { paint } = useLive();
  const [observer] = useState(
    () =>
      new IntersectionObserver((entries) => {
        for (const { isIntersecting, target } of entries) {
          if (isIntersecting && target instanceof HTMLElement && target.dataset.order && target.dataset.piece === '0') {
            paint.shown(target.dataset.order);
          }
        }
      }),
  );
  return (element) => {
    observer.observe(element);
    return () => observer.unobserve(element);
  };
}
