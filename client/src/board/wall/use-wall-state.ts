import { useEffect, useState } from 'react';
import { useLive } from '../../live/use-live.ts';
import type { Listing } from '../listing.ts';
import { useBoardScreen } from '../use-screen.ts';
import { emptyWall, settleWall, type WallState } from './wall-state.ts';

interface Held {
  listing: Listing;
  state: WallState;
  /** When to look again without being asked, monotonic milliseconds, or null. */
  nextAt: number | null;
}

/**
 * Which tickets stand on the wall now. It is settled while the board renders, so that no ticket is drawn as it will not
 * stay; and again by itself when an undo slot ends or nobody touches the screen any more.
 */
export function useWallState(listing: Listing): WallState {
  const { lastInputAt } = useBoardScreen();
  const { isStorm } = useLive();
  const [held, setHeld] = useState(() =>
    settled(emptyWall, listing, { lastInputAt: lastInputAt(), isStorm: isStorm() }),
  );
  const now =
    held.listing === listing ? held : settled(held.state, listing, { lastInputAt: lastInputAt(), isStorm: isStorm() });
  if (now !== held) setHeld(now);
  const { nextAt } = now;
  useEffect(() => {
    if (nextAt === null) return undefined;
    const again = () =>
      setHeld(({ state, listing: last }) => settled(state, last, { lastInputAt: lastInputAt(), isStorm: isStorm() }));
    const timer = setTimeout(again, Math.max(16, nextAt - performance.now() + 1));
    return () => clearTimeout(timer);
  }, [now, nextAt, lastInputAt, isStorm]);
  return now.state;
}

/** A new object each time: what is next is waited for anew. */
function settled(state: WallState, listing: Listing, look: { lastInputAt: number; isStorm: boolean }): Held {
  return { listing, ...settleWall(state, { listing, now: performance.now(), ...look }) };
}
