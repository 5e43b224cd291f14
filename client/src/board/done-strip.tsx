import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { useLive } from '../live/use-live.ts';
import { RecallIcon, UpIcon } from '../ui/icons.tsx';
import styles from './done-strip.module.css';

const shown = 6;

/** The last finished ones, one tap from being back; and how much has not reached the server. */
export function DoneStrip({ done }: { done: readonly Order[] }) {
  const t = useMessages();
  const { press } = useLive();
  const last = done.filter((order) => order.status === 'ready').slice(0, shown);
  return (
    <footer className={styles.strip}>
      <Unsent />
      <div className={styles.done}>
        {last.length > 0 && <span className={styles.title}>{t.lists.done}</span>}
        {last.map((order) => (
          <button
            key={order.id}
            type="button"
            className={styles.recall}
            aria-label={t.lists.recallOne(order.number)}
            onClick={() => press(order.id, { type: 'recall' })}
          >
            <RecallIcon /> {order.number}
          </button>
        ))}
      </div>
    </footer>
  );
}

const saidAfterMs = 1_500;

function Unsent() {
  const t = useMessages();
  const { queued } = useLive();
  const count = useTick((now) => queued.get().filter((entry) => now - entry.pressedAt > saidAfterMs).length);
  if (count === 0) return <span />;
  return (
    <span className={styles.unsent}>
      <UpIcon /> {count} {t.ticket.notSent}
    </span>
  );
}
