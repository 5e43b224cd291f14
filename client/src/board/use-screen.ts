import { createContext, useContext } from 'react';
import { createCell, type Cell } from '../live/cell.ts';
import { createPreference } from '../live/preference.ts';

/** What only this page is busy with: which panel is open, when it was last touched. */
export interface BoardScreen {
  /** The order whose ⋯ panel is open. */
  menuFor: Cell<string | null>;
  /** The finished order that is looked at, large. */
  lookAt: Cell<string | null>;
  /** Whether the sums of all dishes stand beside the tickets; kept on this screen. */
  rail: Cell<'shown' | 'hidden'>;
  /** When somebody last touched this screen or pressed a key, monotonic milliseconds. */
  lastInputAt(): number;
  /** What people call this screen; empty: nobody named it. */
  name: Cell<string>;
  /** The last summary of a catch-up somebody took away here. */
  caughtUpSeen: Cell<string>;
  /** Which words of the reserved row somebody put away here, and when (`put-away.ts`). */
  putAway: Cell<string>;
}

/** What one page is busy with, at its beginning: nothing. */
export function createBoardScreen(deps: Pick<BoardScreen, 'lastInputAt' | 'name'> & { storage: Storage }): BoardScreen {
  const { lastInputAt, name, storage } = deps;
  return {
    lastInputAt,
    name,
    menuFor: createCell<string | null>(null),
    lookAt: createCell<string | null>(null),
    rail: createPreference(storage, 'allDay', (kept) => (kept === 'shown' ? 'shown' : 'hidden')),
    caughtUpSeen: createPreference<string>(storage, 'caughtUpSeen', (kept) => kept ?? ''),
    putAway: createPreference<string>(storage, 'putAway', (kept) => kept ?? ''),
  };
}

export const BoardScreenContext = createContext<BoardScreen | null>(null);

export function useBoardScreen(): BoardScreen {
  const screen = useContext(BoardScreenContext);
  if (!screen) throw new Error('useBoardScreen needs a BoardScreenContext above it');
  return screen;
}
