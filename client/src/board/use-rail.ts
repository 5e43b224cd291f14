import { useSyncExternalStore } from 'react';
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
  const fits = useSyncExternalStore(onWidth, () => window.matchMedia(railFrom).matches);
  return { isShown: isWanted && fits, fits, toggle: () => rail.set(isWanted ? 'hidden' : 'shown') };
}

function onWidth(listener: () => void): () => void {
  const media = window.matchMedia(railFrom);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
