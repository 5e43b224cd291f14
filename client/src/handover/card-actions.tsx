import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../ui/icons.tsx';
import { useGuard } from '../ui/use-guard.ts';
import { canBeReady } from './counter-list.ts';
import { DriverButton } from './driver-button.tsx';
import { SlipButton } from './slip-button.tsx';
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
      <MainStep order={order} />
    </div>
  );
}

/** Its buttons take nothing right after their meaning changed, and say so meanwhile. */
function MainStep({ order }: { order: Order }) {
  const { ref, isOpen } = useGuard(order.status);
  const { press } = useLive();
  return (
    <div ref={ref} className={styles.step}>
      <MainAction order={order} onPress={(type) => isOpen() && press(order.id, { type })} />
    </div>
  );
}

function MainAction(props: { order: Order; onPress: (type: 'complete' | 'recall' | 'ready') => void }) {
  const { order, onPress } = props;
  const t = useMessages();
  const words = useWords();
  const stations = useCell(useLive().rules)?.stations ?? usualSetup.stations;
  const { number, status } = order;
  if (status === 'ready') {
    return (
      <button
        type="button"
        className={styles.main}
        aria-label={words.handOverOne(number)}
        onClick={() => onPress('complete')}
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
        onClick={() => onPress('recall')}
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
      onClick={() => onPress('ready')}
    >
      {words.bagReady}
    </button>
  );
}
