import type { Order } from '@kasera/shared/order.ts';
import { placeWords } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useLive } from '../../live/use-live.ts';
import { CrossIcon, UpIcon } from '../../ui/icons.tsx';
import { isErased } from '../order-panel/cancel-words.ts';
import { MoreButton } from '../bars/more-button.tsx';
import { TicketClock } from './ticket-clock.tsx';
import { TicketMarks } from './ticket-marks.tsx';
import type { TicketPart } from './ticket-part.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './ticket.module.css';

/**
 * Number and clock in the large size; who, how and every mark below, beside each other as far as there is room; the ⋯
 * away from the bar. The further parts of a long ticket do not say the marks again: that room is the dishes'.
 */
export function TicketHeader({ order, part }: { order: Order; part: TicketPart | null }) {
  const t = useMessages();
  const isFirst = !part || part.index === 0;
  return (
    <header className={styles.header}>
      <div className={styles.headline}>
        <h2 className={styles.number} data-long={lengthOf(order.number)}>
          {order.number}
        </h2>
        <TicketClock order={order} />
      </div>
      <div className={styles.who} data-who>
        <p className={styles.subline} data-name>
          {order.stop ? <Cancelled order={order} /> : <Dotted words={whoAndHow(order, t)} />}
          {part && <b className={styles.part}>{t.ticket.part(part.index + 1, part.of)}</b>}
        </p>
        {isFirst && <TicketMarks order={order} />}
        <NotSent id={order.id} />
        <MoreButton order={order} place="ticket" />
      </div>
      {isFirst && <SentLate order={order} />}
    </header>
  );
}

function lengthOf(number: string): 'long' | 'very' | undefined {
  if (number.length > 10) return 'very';
  return number.length > 7 ? 'long' : undefined;
}

/** Words that belong together, broken only between them. */
function Dotted({ words }: { words: string[] }) {
  return words.map((word, index) => (
    <span key={word} className={styles.word}>
      {word}
      {index < words.length - 1 && <>&nbsp;·&nbsp;</>}
    </span>
  ));
}

function Cancelled({ order }: { order: Order }) {
  const t = useMessages();
  const { time } = useKitchenTime();
  const by = order.cancellation?.by === 'kitchen' ? [t.ticket.cancelledByKitchen] : [];
  const why = isErased(order) ? [t.shop.erased] : [];
  const when = t.ticket.cancelledAt(time(order.stop?.at ?? order.statusAt));
  return (
    <>
      <CrossIcon /> <Dotted words={[when, ...by, ...why, order.guest.name].filter(Boolean)} />
    </>
  );
}

const saidAfterMs = 1_500;

/**
 * Presses on this ticket that have not reached the server; the usual few milliseconds are not worth a word. It stands
 * over who the guest is, so that no ticket below moves.
 */
function NotSent({ id }: { id: string }) {
  const t = useMessages();
  const { store } = useLive();
  const waits = useTick((now) => store.pending(id).some((entry) => now - entry.pressedAt > saidAfterMs));
  if (!waits) return null;
  return (
    <p className={styles.notSent}>
      <UpIcon /> {t.ticket.notSent}
    </p>
  );
}

function whoAndHow(order: Order, t: ReturnType<typeof useMessages>): string[] {
  const paid = order.payment === 'paid' && !order.test ? t.ticket.paid : '';
  const place = placeWords(order, t);
  // Some shops write the table into the guest's name as well.
  const isSaid = place.toLowerCase().startsWith(order.guest.name.toLowerCase());
  return [t.kinds[order.kind], place, isSaid ? '' : order.guest.name, paid].filter(Boolean);
}

const saidFromMs = 60_000;

/** A shop that tells late makes the guest wait: the clock shows how long, this says why. */
function SentLate({ order }: { order: Order }) {
  const t = useMessages();
  const { placedAt, releasedAt, arrivedAt } = order.times;
  const gapMs = placedAt === null || order.test ? 0 : (releasedAt ?? arrivedAt) - placedAt;
  if (gapMs <= saidFromMs) return null;
  return (
    <p className={styles.sentLate} data-sent-late>
      {t.ticket.sentLate(Math.floor(gapMs / 60_000))}
    </p>
  );
}
