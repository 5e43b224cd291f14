import { useState, useSyncExternalStore } from 'react';
import { useCell } from '../live/use-live.ts';
import { useBoardScreen } from './use-screen.ts';

/** Below this width the sums of all dishes have a page of their own: beside the tickets there is no room. */
const railFrom = '(min-width: 1200px)';

export interface Rail {
  isShown: boolean;
  /** There is room for it beside the tickets. */
  fits: boolean;
  toggle(): void;
}

/** Whether the sums of all dishes stand beside the tickets. */
export function useRail(): Rail {
  const { rail } = useBoardScreen();
  const isWanted = useCell(rail) === 'shown';
  const [width] = useState(watchWidth);
  const fits = useSyncExternalStore(width.subscribe, width.fits);
  return { isShown: isWanted && fits, fits, toggle: () => rail.set(isWanted ? 'hidden' : 'shown') };
}

/** Asked once and then told: each question makes the browser look at the whole page's styles. */
function watchWidth() {
  const media = window.matchMedia(railFrom);
  let fits = media.matches;
  media.addEventListener('change', () => (fits = media.matches));
  return {
    fits: () => fits,
    subscribe(listener: () => void): () => void {
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
  };
}
