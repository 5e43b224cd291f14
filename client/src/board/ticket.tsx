import type { Order } from '@kasera/shared/order.ts';
import { useOrder } from '../live/use-live.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { TicketBar } from './ticket-bar.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { TicketLineView } from './ticket-line.tsx';
import { ticketLines } from './ticket-lines.ts';
import type { TicketPart } from './ticket-part.ts';
import styles from './ticket.module.css';

/**
 * One order as a ticket. It renders when its order changes, and never because time passes: the clock in its header is a
 * leaf of its own.
 * @param measuring true for the unseen copy by which a long ticket is cut into parts
 */
export function Ticket({ id, part, measuring }: { id: string; part: TicketPart | null; measuring?: boolean }) {
  const order = useOrder(id);
  const t = useMessages();
  if (!order) return null;
  const lines = ticketLines(order);
  const shown = part ? lines.slice(part.range.from, part.range.to) : lines;
  const isLast = !part || part.index === part.of - 1;
  // An unanswered order can be accepted from where it is first seen.
  const hasBar = isLast || (part.index === 0 && order.status === 'new');
  const Element = measuring ? 'div' : 'article';
  return (
    <Element
      className={styles.ticket}
      aria-label={measuring ? undefined : nameOf(order, part, t)}
      tabIndex={measuring ? undefined : 0}
      data-ticket={id}
    >
      <TicketHeader order={order} part={part} />
      <div className={styles.lines}>
        {shown.map((line) => (
          <TicketLineView key={line.key} line={line} order={order} />
        ))}
        {lines.length === 0 && <p className={styles.plain}>{t.ticket.noItems}</p>}
      </div>
      {!isLast && <p className={styles.continues}>{t.ticket.continues} …</p>}
      {hasBar && <TicketBar order={order} />}
    </Element>
  );
}

function nameOf(order: Order, part: TicketPart | null, t: ReturnType<typeof useMessages>): string {
  const which = part ? t.ticket.part(part.index + 1, part.of) : '';
  return t.ticket.label({ number: order.number, part: which, kind: t.kinds[order.kind], guest: order.guest.name });
}
