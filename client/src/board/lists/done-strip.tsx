import type { Order } from '@kasera/shared/order.ts';
import { memo } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLive } from '../../live/use-live.ts';
import { RecallIcon } from '../../ui/icons.tsx';
import { isRecallable } from '../listing.ts';
import { recallOf } from './recall-last.ts';
import styles from './done-strip.module.css';

const shown = 6;

/** The last ones finished on this screen, one tap from being back. */
export const DoneStrip = memo(function DoneStripOfBoard({ done }: { done: readonly Order[] }) {
  const t = useMessages();
  const { press } = useLive();
  const last = done.filter(isRecallable).slice(0, shown);
  return (
    <div className={styles.done}>
      {last.length > 0 && <span className={styles.title}>{t.lists.done}</span>}
      {last.map((order) => (
        <button
          key={order.id}
          type="button"
          className={styles.one}
          aria-label={t.lists.recallOne(order.number)}
          onClick={() => press(order.id, recallOf(order))}
        >
          <RecallIcon /> {order.number}
        </button>
      ))}
    </div>
  );
});
