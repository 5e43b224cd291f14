import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../ui/icons.tsx';
import { canBeReady } from './counter-list.ts';
import { DriverButton } from './driver-button.tsx';
import { SlipButton } from './slip-button.tsx';
import { useSettled } from './use-settled.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** What one does with it at the counter: the next step over the whole width, the rest above it. */
export function CardActions({ order }: { order: Order }) {
  const isOver = order.status === 'completed' || order.status === 'cancelled';
  return (
    <div className={styles.actions}>
      <div className={styles.aside}>
        {!isOver && order.status !== 'new' && <DriverButton order={order} />}
        {order.status !== 'cancelled' && <SlipButton order={order} />}
      </div>
      <MainAction order={order} />
    </div>
  );
}

function MainAction({ order }: { order: Order }) {
  const t = useMessages();
  const words = useWords();
  const { press, rules } = useLive();
  const stations = useCell(rules)?.stations ?? usualSetup.stations;
  const { id, number, status } = order;
  const isSettled = useSettled(status);
  if (status === 'ready') {
    return (
      <button
        type="button"
        className={styles.main}
        aria-label={words.handOverOne(number)}
        onClick={() => isSettled() && press(id, { type: 'complete' })}
      >
        <CheckIcon /> {words.handOver}
      </button>
    );
  }
  if (status === 'completed') {
    return (
      <button
        type="button"
        className={styles.quiet}
        aria-label={t.lists.recallOne(number)}
        onClick={() => isSettled() && press(id, { type: 'recall' })}
      >
        <RecallIcon /> {t.lists.recall}
      </button>
    );
  }
  if (!canBeReady(order, stations)) return null;
  return (
    <button
      type="button"
      className={styles.make}
      aria-label={words.bagReadyOne(number)}
      onClick={() => isSettled() && press(id, { type: 'ready' })}
    >
      {words.bagReady}
    </button>
  );
}
