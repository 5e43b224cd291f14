import type { Order } from '@kasera/shared/order.ts';
import { placeWords, timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive, useOrder } from '../live/use-live.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { useGuard } from '../ui/use-guard.ts';
import { dotted, whoWords } from './who.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** Cancelled and still at the counter: striped as on the board, and gone only on "seen". */
export function StopCard({ id }: { id: string }) {
  const t = useMessages();
  const words = useWords();
  const order = useOrder(id);
  if (!order?.stop) return null;
  const { number, stop } = order;
  const who = whoWords(order, { kind: t.kinds[order.kind], place: placeWords(order, t) });
  return (
    <li>
      <article className={styles.stop} data-order={id} aria-label={`#${number}, ${t.ticket.stop}`}>
        <h3 className={styles.number} data-long={number.length > 8 || undefined}>
          <CrossIcon /> {words.stopWords(number)}
        </h3>
        <p>{dotted([t.ticket.cancelledAt(timeOfDay(stop.at, t)), ...who])}</p>
        <p className={styles.stopTodo}>{stop.was === 'ready' ? words.stopTodo : words.stopTodoOpen}</p>
        <StopSeen order={order} />
      </article>
    </li>
  );
}

export function StopSeen({ order: { id, number } }: { order: Order }) {
  const words = useWords();
  const { press } = useLive();
  const { ref, isOpen } = useGuard('stop');
  return (
    <div ref={ref} className={styles.step}>
      <button
        type="button"
        className={styles.stopSeen}
        aria-label={words.stopSeenOne(number)}
        onClick={() => isOpen() && press(id, { type: 'confirm' })}
      >
        {words.stopSeen}
      </button>
    </div>
  );
}
