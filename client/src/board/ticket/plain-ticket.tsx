import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useOrder } from '../../live/use-live.ts';
import { plainWords } from '../../ticket/plain-words.ts';
import { Guarded } from '../../ui/guarded.tsx';
import { TicketBar } from './ticket-bar.tsx';
import type { TicketPart } from './ticket-part.ts';
import styles from './ticket.module.css';

const nothing = () => null;

/**
 * Stands for a ticket that cannot be drawn as it should: the number, all that is to be made as it came, and the bar. What
 * of that cannot be drawn either is left out; the number never is.
 * @param measuring true for the unseen copy by which a long one is cut into parts
 */
export function PlainTicket(props: { id: string; part: TicketPart | null; measuring?: boolean }) {
  const { id, part, measuring } = props;
  const order = useOrder(id);
  const t = useMessages();
  if (!order) return null;
  const isLast = !part || part.index === part.of - 1;
  const hasBar = isLast || (part.index === 0 && order.status === 'new');
  return (
    <article
      className={styles.ticket}
      aria-label={measuring ? undefined : `#${order.number}`}
      tabIndex={measuring ? undefined : 0}
      data-ticket={id}
      data-urgency={order.stop ? 'stop' : order.status === 'new' ? 'new' : 'calm'}
    >
      <header className={styles.header}>
        <div className={styles.headline}>
          <h2 className={styles.number}>{order.number}</h2>
          {order.stop && <b className={styles.clock}>{t.ticket.stop}</b>}
        </div>
        <p>{t.fault.ticket}</p>
      </header>
      <Guarded instead={nothing}>
        <Words order={order} part={part} />
      </Guarded>
      {!isLast && <p className={styles.continues}>{t.ticket.continues} …</p>}
      {hasBar && (
        <Guarded instead={nothing}>
          <TicketBar order={order} />
        </Guarded>
      )}
    </article>
  );
}

function Words({ order, part }: { order: Order; part: TicketPart | null }) {
  const { ticket } = useMessages();
  const lines = plainWords(order, ticket.removed);
  const isLast = !part || part.index === part.of - 1;
  const shown = part ? lines.slice(part.range.from, isLast ? undefined : part.range.to) : lines;
  return shown.map((words, index) => (
    <p key={index} className={styles.asItCame} data-line>
      {words}
    </p>
  ));
}
