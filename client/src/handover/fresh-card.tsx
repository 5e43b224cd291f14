import type { Order } from '@kasera/shared/order.ts';
import { useEffect } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { CommandDraft } from '../live/live.ts';
import { useCell, useLive, useOrder } from '../live/use-live.ts';
import { useGuard } from '../ui/use-guard.ts';
import { Bag } from './bag.tsx';
import { CardHead } from './card-head.tsx';
import styles from './card.module.css';

/** A new order with nothing to cook: it is answered here. */
export function FreshCard({ id }: { id: string }) {
  const order = useOrder(id);
  const { press, paint } = useLive();
  const { ref, isOpen } = useGuard<HTMLElement>('accept');
  useEffect(() => paint.shown(id), [paint, id]);
  if (!order) return null;
  return (
    <li>
      <article ref={ref} className={styles.card} data-order={id} data-status="new" aria-label={`#${order.number}`}>
        <CardHead order={order} />
        <Bag order={order} open />
        <Accept order={order} onAccept={(draft) => isOpen() && press(id, draft)} />
      </article>
    </li>
  );
}

/** A tap on a time accepts. Where the guest chose the time, there is nothing to choose. */
function Accept({ order, onAccept }: { order: Order; onAccept: (draft: CommandDraft) => void }) {
  const t = useMessages();
  const rules = useCell(useLive().rules);
  if (order.guestPromisedAt !== null) {
    return (
      <div className={styles.actions}>
        <button type="button" className={styles.accept} onClick={() => onAccept({ type: 'acknowledge' })}>
          {t.bar.acceptGuestTime(timeOfDay(order.guestPromisedAt, t))}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.actions}>
      <p className={styles.caption}>{t.bar.acceptIn}</p>
      <div className={styles.choices}>
        {rules?.readyInMinutes.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className={styles.accept}
            data-plain={minutes !== rules.suggestedMinutes || undefined}
            aria-label={t.bar.accept(minutes)}
            onClick={() => onAccept({ type: 'acknowledge', readyInMinutes: minutes })}
          >
            {minutes}
          </button>
        ))}
      </div>
    </div>
  );
}
