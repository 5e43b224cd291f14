import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { urgency } from '@kasera/shared/tickets.ts';
import { timeOfDay } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { readySince } from './counter-list.ts';
import { minutesSince, waitStep } from './waiting.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** The clock in words: how long it stands there, or when it is due. It alone renders as time passes. */
export function CardClock({ order }: { order: Order }) {
  const t = useMessages();
  if (order.status === 'ready') return <Waiting since={readySince(order)} />;
  if (order.status === 'acknowledged' || order.status === 'preparing') return <Due order={order} />;
  if (order.status === 'new') return <NewFor order={order} />;
  return (
    <span className={styles.clock}>
      {t.statuses[order.status]} {timeOfDay(order.statusAt, t)}
    </span>
  );
}

function Waiting({ since }: { since: number }) {
  const words = useWords();
  const minutes = useTick((now) => minutesSince(since, now));
  const step = waitStep(minutes);
  return (
    <span className={styles.clock} data-wait={step}>
      {step === 'short' && (minutes === 0 ? words.readyNow : words.readyFor(minutes))}
      {step === 'long' && words.waitsLong(minutes)}
      {step === 'too-long' && words.waitsTooLong(minutes)}
    </span>
  );
}

function Due({ order }: { order: Order }) {
  const t = useMessages();
  const setup = useCell(useLive().rules) ?? usualSetup;
  const shown = useTick((now) => {
    const { state, minutes } = urgency(order, now, setup);
    return `${state} ${minutes}`;
  });
  const [state = 'calm', figure = '0'] = shown.split(' ');
  return (
    <span className={styles.clock} data-due={state}>
      {dueWords(state, Number(figure), order, t)}
    </span>
  );
}

const longMinutes = 90;

function dueWords(state: string, minutes: number, order: Order, t: Messages): string {
  if (state === 'late') return t.ticket.late(minutes);
  if (minutes > longMinutes && order.promisedAt !== null) return t.ticket.at(timeOfDay(order.promisedAt, t));
  return t.ticket.inMinutes(minutes);
}

function NewFor({ order }: { order: Order }) {
  const t = useMessages();
  const minutes = useTick((now) => minutesSince(order.clockAt, now));
  return (
    <span className={styles.clock} data-due="new">
      {t.ticket.new(minutes)}
    </span>
  );
}
