import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Guarded } from '../ui/guarded.tsx';
import { CardActions } from './card-actions.tsx';
import styles from './card.module.css';

/** Stands for a card that cannot be drawn as it should: the number, what is to be taken, and what one does with it. */
export function PlainCard({ order }: { order: Order }) {
  const { fault, ticket } = useMessages();
  return (
    <li>
      <article className={styles.card} data-order={order.id} data-status={order.status} aria-label={`#${order.number}`}>
        <header className={styles.head}>
          <h3 className={styles.number}>{order.number}</h3>
          <p className={styles.who}>{fault.ticket}</p>
          {order.payment !== 'paid' && (
            <b className={styles.collect}>{ticket.collect([order.total, order.currency].filter(Boolean).join(' '))}</b>
          )}
        </header>
        <Guarded instead={() => null}>
          <CardActions order={order} />
        </Guarded>
      </article>
    </li>
  );
}
