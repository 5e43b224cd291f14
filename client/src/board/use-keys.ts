import { useKeyAction } from '../keys/key-actions.ts';
import { useLive } from '../live/use-live.ts';
import { recallLast } from './recall-last.ts';

/**
 * What the keys for paging and recall do on the wall; everything about one ticket is done by `keys/ticket-keys.ts`.
 * @param turnPage one page on or back; at the ends nothing
 */
export function useKeys(turnPage: (step: 1 | -1) => void): void {
  const live = useLive();
  useKeyAction('recall-last', () => void recallLast(live));
  useKeyAction('page-next', () => turnPage(1));
  useKeyAction('page-previous', () => turnPage(-1));
}
