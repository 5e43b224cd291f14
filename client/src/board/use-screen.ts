import { createContext, useContext } from 'react';
import type { Cell } from '../live/cell.ts';

/** What only this page is busy with: which panel is open, when it was last touched. */
export interface BoardScreen {
  /** The order whose ⋯ panel is open. */
  menuFor: Cell<string | null>;
  /** When somebody last touched this screen or pressed a key, monotonic milliseconds. */
  lastInputAt(): number;
}

export const BoardScreenContext = createContext<BoardScreen | null>(null);

export function useBoardScreen(): BoardScreen {
  const screen = useContext(BoardScreenContext);
  if (!screen) throw new Error('useBoardScreen needs a BoardScreenContext above it');
  return screen;
}
