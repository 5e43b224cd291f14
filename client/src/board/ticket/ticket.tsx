import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive, useOrder } from '../../live/use-live.ts';
import { figuresOf } from './figures.ts';
import { nothingFolded, type Fold } from '../../ticket/fold.ts';
import { TicketBar } from './ticket-bar.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { TicketLineView } from './ticket-line.tsx';
import { ticketLines, type TicketLine } from '../../ticket/ticket-lines.ts';
import type { TicketPart } from './ticket-part.ts';
import { TicketProgress } from './ticket-progress.tsx';
import styles from './ticket.module.css';

/**
 * One order as a ticket, as much of it as is this screen's. It renders when its order changes, and never because time
 * passes: the clock in its header is a leaf of its own.
 * @param measuring true for the unseen copy by which a long ticket is cut into parts
 * @param fold the same for all parts of a ticket and its copy, else they are not cut where they are shown
 */
export function Ticket(props: { id: string; part: TicketPart | null; measuring?: boolean; fold?: Fold }) {
  const { id, part, measuring, fold = nothingFolded } = props;
  const order = useOrder(id);
  const { viewer, rules } = useLive();
  const [who, setup] = [useCell(viewer), useCell(rules)];
  const t = useMessages();
  if (!order) return null;
  const { allergyWords } = setup ?? usualSetup;
  const lines = ticketLines(order, { viewer: who, allergyWords, fold });
  const isLast = !part || part.index === part.of - 1;
  // What came since the ticket was cut is on its last part.
  const shown = part ? lines.slice(part.range.from, isLast ? undefined : part.range.to) : lines;
  // An unanswered order can be accepted from where it is first seen.
  const hasBar = isLast || (part.index === 0 && order.status === 'new');
  return (
    <article
      className={styles.ticket}
      aria-label={measuring ? undefined : nameOf(order, part, t)}
      tabIndex={measuring ? undefined : 0}
      data-ticket={id}
    >
      <TicketHeader order={order} part={part} />
      <div className={styles.lines} data-figures={figuresIn(lines, t)}>
        {shown.map((line) => (
          <TicketLineView key={line.key} line={line} order={order} allergyWords={allergyWords} fold={fold} />
        ))}
        {lines.length === 0 && <p className={styles.plain}>{t.ticket.noItems}</p>}
      </div>
      {!isLast && <p className={styles.continues}>{t.ticket.continues} …</p>}
      {isLast && <TicketProgress order={order} />}
      {hasBar && <TicketBar order={order} />}
    </article>
  );
}

function figuresIn(lines: readonly TicketLine[], t: Messages): number {
  return figuresOf(
    lines.flatMap((line) => (line.type === 'item' ? line.dish : [])),
    t,
  );
}

function nameOf(order: Order, part: TicketPart | null, t: Messages): string {
  const which = part ? t.ticket.part(part.index + 1, part.of) : '';
  return t.ticket.label({ number: order.number, part: which, kind: t.kinds[order.kind], guest: order.guest.name });
}
