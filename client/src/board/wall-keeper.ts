import { createCell } from '../live/cell.ts';
import type { Listing } from './listing.ts';
import { emptyWall, settleWall, type WallState } from './wall-state.ts';

export interface WallKeeper {
  /** What stands on the wall; the same object until that changes. */
  wall(): WallState;
  /** The orders changed: look what that means for the wall, now and when the screen has come to rest. */
  look(listing: Listing): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Keeps the wall's places over time, and looks again by itself when an undo slot ends or nobody touches the screen any
 * more.
 * @param deps `now` and `lastInputAt` in monotonic milliseconds; `setTimer` answers the way to cancel it
 */
export function createWallKeeper(deps: {
  now(): number;
  lastInputAt(): number;
  setTimer(run: () => void, ms: number): () => void;
}): WallKeeper {
  const cell = createCell(emptyWall);
  let cancel = () => {};

  function look(listing: Listing): void {
    cancel();
    const now = deps.now();
    const { state, nextAt } = settleWall(cell.get(), { listing, now, lastInputAt: deps.lastInputAt() });
    cell.set(state);
    if (nextAt !== null) cancel = deps.setTimer(() => look(listing), Math.max(16, nextAt - now + 1));
  }
  return { wall: cell.get, look, subscribe: cell.subscribe };
}
