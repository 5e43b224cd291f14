import type { ScreenPage } from '@kasera/shared/socket.ts';
import { createCell } from '../live/cell.ts';
import { createStationsChoice, type StationsChoice } from '../live/stations-choice.ts';

/**
 * What a page shows of the line. Only a board is one station's: counter, guests and the look before service see whole
 * orders, whatever this device shows as a board.
 */
export function stationsFor(page: ScreenPage, storage: Pick<Storage, 'getItem' | 'setItem'>): StationsChoice {
  return page === 'board' ? createStationsChoice(storage) : createCell<readonly string[] | null>(null);
}
