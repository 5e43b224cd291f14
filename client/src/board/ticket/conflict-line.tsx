import type { Order, ShopConflict } from '@kasera/shared/order.ts';
import { nextAction } from '@kasera/shared/tickets.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import styles from './conflict-line.module.css';

/**
 * The shop holds something else than the kitchen wanted to tell it: what it says, what was not told, and where to look.
 * Where the ticket's bar asks for a "seen" already, there is no second button for it.
 */
export function ConflictLine(props: { order: Order; conflict: ShopConflict; place: 'ticket' | 'list' }) {
  const { order, conflict, place } = props;
  const t = useMessages();
  const { press, viewer } = useLive();
  const seenBy = useCell(viewer);
  const barAsks = ['change-seen', 'note-seen', 'stop-seen'].includes(nextAction(order, seenBy));
  return (
    <div className={styles.conflict} data-in={place} data-line>
      <WarningIcon />
      <p>{t.shop.conflict(conflict.wanted, conflict.found)}</p>
      {!barAsks && (
        <button
          type="button"
          className={styles.seen}
          aria-label={t.shop.conflictSeenOne(order.number)}
          onClick={() => press(order.id, { type: 'confirm' })}
        >
          {t.shop.conflictSeen}
        </button>
      )}
    </div>
  );
}
