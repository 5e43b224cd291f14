import type { Order } from '@kasera/shared/order.ts';
import type { ComponentType } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useOrder } from '../live/use-live.ts';
import { plainWords } from '../ticket/plain-words.ts';
import { Guarded } from '../ui/guarded.tsx';
import { useWords } from './words.ts';
import styles from './card.module.css';

const nothing = () => null;

/**
 * An order's card, or a plain one where it cannot be drawn: the others stay.
 * @param Step what one does with such an order, which a plain card has as well
 */
export function GuardedCard(props: {
  id: string;
  Card: ComponentType<{ id: string }>;
  Step: ComponentType<{ order: Order }>;
}) {
  const { id, Card, Step } = props;
  const order = useOrder(id);
  return (
    <Guarded about={order} instead={() => order && <PlainCard order={order} Step={Step} />}>
      <Card id={id} />
    </Guarded>
  );
}

/** The number, all that is in it as it came, what is to be taken, and what one does with it. */
function PlainCard({ order, Step }: { order: Order; Step: ComponentType<{ order: Order }> }) {
  const { fault, ticket } = useMessages();
  const words = useWords();
  const { number, total, currency, payment, stop, status } = order;
  return (
    <li>
      <article
        className={stop ? styles.stop : styles.card}
        data-order={order.id}
        data-status={status}
        aria-label={`#${number}`}
      >
        <header className={styles.head}>
          <h3 className={styles.number}>{stop ? words.stopWords(number) : number}</h3>
          <p className={styles.who}>{fault.ticket}</p>
          {!stop && payment !== 'paid' && (
            <b className={styles.collect}>{ticket.collect([total, currency].filter(Boolean).join(' '))}</b>
          )}
        </header>
        <Guarded instead={nothing}>
          <Bag order={order} />
        </Guarded>
        <Guarded instead={nothing}>
          <Step order={order} />
        </Guarded>
      </article>
    </li>
  );
}

function Bag({ order }: { order: Order }) {
  const { ticket } = useMessages();
  return <p className={styles.asItCame}>{plainWords(order, ticket.removed).join('; ')}</p>;
}
