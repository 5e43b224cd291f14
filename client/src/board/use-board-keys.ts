import { useKeyAction } from '../keys/key-actions.ts';
import { useLive } from '../live/use-live.ts';
import { recallLast } from './lists/recall-last.ts';

/**
 * What the keys do that are about the whole board; all about one ticket is done by `keys/ticket-keys.ts`.
 * @param turn one page on or back; at the ends nothing
 */
export function useBoardKeys({ turn, toggleAllDay }: { turn: (step: 1 | -1) => void; toggleAllDay: () => void }): void {
  const live = useLive();
  useKeyAction('page-next', () => turn(1));
  useKeyAction('page-previous', () => turn(-1));
  useKeyAction('recall-last', () => void recallLast(live));
  useKeyAction('all-day', toggleAllDay);
}
