import type { Order } from '@kasera/shared/order.ts';
import { useEffect } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { CommandDraft } from '../live/live.ts';
import { useBusy } from '../live/use-busy.ts';
import { useCell, useLive, useOrder } from '../live/use-live.ts';
import { useGuard } from '../ui/use-guard.ts';
import { Bag } from './bag.tsx';
import { CardHead } from './card-head.tsx';
import styles from './card.module.css';

/** A new order with nothing to cook: it is answered here. */
export function FreshCard({ id }: { id: string }) {
  const order = useOrder(id);
  if (!order) return null;
  return (
    <li>
      <article className={styles.card} data-order={id} data-status="new" aria-label={`#${order.number}`}>
        <CardHead order={order} />
        <Bag order={order} open />
        <AcceptStep order={order} />
      </article>
    </li>
  );
}

/** The way to answer it; with that it is shown, too. */
export function AcceptStep({ order }: { order: Order }) {
  const { id } = order;
  const { press, paint } = useLive();
  const busy = useBusy()?.minutes ?? 0;
  const { ref, isOpen } = useGuard(`accept ${busy}`);
  useEffect(() => paint.shown(id), [paint, id]);
  return (
    <div ref={ref} className={styles.step}>
      <Accept order={order} busy={busy} onAccept={(draft) => isOpen() && press(id, draft)} />
    </div>
  );
}

/** A tap on a time accepts. Where the guest chose the time, there is nothing to choose. BUSY is added to every time. */
function Accept(props: { order: Order; busy: number; onAccept: (draft: CommandDraft) => void }) {
  const { order, busy, onAccept } = props;
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
        {rules?.readyInMinutes.map((usual) => (
          <button
            key={usual}
            type="button"
            className={styles.accept}
            data-plain={usual !== rules.suggestedMinutes || undefined}
            aria-label={t.bar.accept(usual + busy)}
            onClick={() => onAccept({ type: 'acknowledge', readyInMinutes: usual + busy })}
          >
            {usual + busy}
          </button>
        ))}
      </div>
    </div>
  );
}
