import { createContext, useContext } from 'react';
import { createCell, type Cell } from './cell.ts';
import { useCell } from './use-live.ts';

/** The stations a screen shows, in the order they were chosen; null: everything. */
export type StationsChoice = Cell<readonly string[] | null>;

const key = 'kasera.stations';

/** What was chosen on this device, kept between visits as far as the browser lets it. */
export function createStationsChoice(storage: Pick<Storage, 'getItem' | 'setItem'>): StationsChoice {
  const kept = (storage.getItem(key) ?? '').split(',').filter(Boolean);
  const cell = createCell<readonly string[] | null>(kept.length > 0 ? kept : null);
  return {
    ...cell,
    set(next) {
      const chosen = next && next.length > 0 ? next : null;
      cell.set(chosen);
      try {
        storage.setItem(key, (chosen ?? []).join(','));
      } catch {
        // Full or forbidden: it holds until the reload.
      }
    },
  };
}

export const StationsContext = createContext<StationsChoice | null>(null);

/** What this screen shows, and the way to change it. */
export function useStationsChoice(): [readonly string[] | null, StationsChoice['set']] {
  const choice = useContext(StationsContext);
  if (!choice) throw new Error('useStationsChoice needs a StationsContext above it');
  return [useCell(choice), choice.set];
}
