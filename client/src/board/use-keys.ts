import { useKeyAction } from '../keys/key-actions.ts';

/**
 * What the keys for paging do on the wall; everything about one ticket is done by `keys/ticket-keys.ts`.
 * @param turnPage one page on or back; at the ends nothing
 */
export function useKeys(turnPage: (step: 1 | -1) => void): void {
  useKeyAction('page-next', () => turnPage(1));
  useKeyAction('page-previous', () => turnPage(-1));
}
