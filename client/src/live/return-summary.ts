import type { ServerChange } from './board-store.ts';
import type { Message } from './messages.ts';

/** Counts what a silence kept from this screen: one summary instead of a burst. */
export function summarise(changes: readonly ServerChange[]): Extract<Message, { type: 'returned' }> {
  const kinds = changes.map(kindOf);
  const count = (kind: ReturnType<typeof kindOf>) => kinds.filter((one) => one === kind).length;
  return { type: 'returned', arrived: count('arrived'), changed: count('changed'), cancelled: count('cancelled') };
}

function kindOf({ before, after }: ServerChange): 'arrived' | 'changed' | 'cancelled' {
  if (after.status === 'cancelled') return 'cancelled';
  return before ? 'changed' : 'arrived';
}
