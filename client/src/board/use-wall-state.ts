import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Listing } from './listing.ts';
import { useBoardScreen } from './use-screen.ts';
import { createWallKeeper } from './wall-keeper.ts';
import type { WallState } from './wall-state.ts';

/** Which tickets stand on the wall now. */
export function useWallState(listing: Listing): WallState {
  const { lastInputAt } = useBoardScreen();
  const [keeper] = useState(() => createWallKeeper({ now: () => performance.now(), lastInputAt, setTimer }));
  useLayoutEffect(() => keeper.look(listing), [keeper, listing]);
  return useSyncExternalStore(keeper.subscribe, keeper.wall);
}

function setTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
