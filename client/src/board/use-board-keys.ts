import { useKeyAction } from '../keys/key-actions.ts';
import { useLive } from '../live/use-live.ts';
import { recallLast } from './recall-last.ts';
import { useKeys } from './use-keys.ts';

/** What the keys do that are about the whole board: pages, the last one back, all day. */
export function useBoardKeys({ turn, toggleAllDay }: { turn: (step: 1 | -1) => void; toggleAllDay: () => void }): void {
  const live = useLive();
  useKeys(turn);
  useKeyAction('recall-last', () => void recallLast(live));
  useKeyAction('all-day', toggleAllDay);
}
