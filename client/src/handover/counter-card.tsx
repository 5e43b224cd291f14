import { memo } from 'react';
import { useOrder } from '../live/use-live.ts';
import { Bag } from './bag.tsx';
import { CardActions } from './card-actions.tsx';
import { CardHead } from './card-head.tsx';
import { Progress } from './progress.tsx';
import styles from './card.module.css';

/** One order at the counter. Memoised by hand: the page renders each second, its cards must not. */
export const CounterCard = memo(function CardOfCounter({ id }: { id: string }) {
  const order = useOrder(id);
  if (!order) return null;
  const isReady = order.status === 'ready';
  return (
    <li>
      <article
        className={styles.card}
        data-order={id}
        data-status={order.status}
        data-driver={order.rush?.why === 'driver' || undefined}
        aria-label={`#${order.number}`}
      >
        <CardHead order={order} />
        {!isReady && <Progress order={order} />}
        <Bag order={order} />
        <CardActions order={order} />
      </article>
    </li>
  );
});
