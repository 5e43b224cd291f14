import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useOrder } from '../../live/use-live.ts';
import { Guarded } from '../../ui/guarded.tsx';
import { TicketBar } from './ticket-bar.tsx';
import styles from './ticket.module.css';

const nothing = () => null;

/**
 * Stands for a ticket that cannot be drawn as it should: the number, all that is to be made as it came, and the bar. What
 * of that cannot be drawn either is left out; the number never is.
 * @param measuring true for the unseen copy of a long one
 */
export function PlainTicket({ id, measuring }: { id: string; measuring?: boolean }) {
  const order = useOrder(id);
  const { fault } = useMessages();
  if (!order) return null;
  return (
    <article
      className={styles.ticket}
      aria-label={measuring ? undefined : `#${order.number}`}
      tabIndex={measuring ? undefined : 0}
      data-ticket={id}
      data-urgency={order.status === 'new' ? 'new' : 'calm'}
    >
      <header className={styles.header}>
        <h2 className={styles.number}>{order.number}</h2>
        <p>{fault.ticket}</p>
      </header>
      <Guarded instead={nothing}>
        {wordsOf(order).map((words, index) => (
          <p key={index} className={styles.asItCame}>
            {words}
          </p>
        ))}
      </Guarded>
      <Guarded instead={nothing}>
        <TicketBar order={order} />
      </Guarded>
    </article>
  );
}

/** Everything, of whatever station: one too many is better than one too few. */
function wordsOf({ note, kitchenNotes, items }: Order): string[] {
  const notes = [note, ...kitchenNotes.map(({ text }) => text)].filter(Boolean);
  const dishes = items.map(({ quantity, name, options }) =>
    [`${quantity} × ${name}`, ...options.map((option) => `${option.name}: ${option.value}`)].join(' · '),
  );
  return [...notes, ...dishes];
}
