import type { Order } from '@kasera/shared/order.ts';
import { ageStep, urgency } from '@kasera/shared/tickets.ts';
import { useLayoutEffect, useRef } from 'react';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useTick } from '../live/ticker.ts';
import styles from './ticket.module.css';

const longMinutes = 90;

/** The clock in words, and the only thing of a ticket that time touches: it colours the ticket through an attribute. */
export function TicketClock({ order }: { order: Order }) {
  const t = useMessages();
  const ref = useRef<HTMLSpanElement>(null);
  const now = useTick((at) => {
    const { state, minutes } = urgency(order, at);
    return `${state} ${minutes}`;
  });
  const [state = 'calm', figure = '0'] = now.split(' ');
  const minutes = Number(figure);
  useLayoutEffect(() => {
    const ticket = ref.current?.closest<HTMLElement>('[data-ticket]');
    if (ticket) ticket.dataset.urgency = state;
  });
  return (
    <span ref={ref} className={styles.clock} data-age={state === 'new' ? ageStep(minutes) || undefined : undefined}>
      {wordsOf(state, minutes, order, t)}
    </span>
  );
}

function wordsOf(state: string, minutes: number, order: Order, t: ReturnType<typeof useMessages>): string {
  if (state === 'stop') return t.ticket.stop;
  if (state === 'new') return t.ticket.new(minutes);
  if (state === 'late') return t.ticket.late(minutes);
  if (minutes > longMinutes && order.promisedAt !== null) return t.ticket.at(timeOfDay(order.promisedAt, t));
  return t.ticket.inMinutes(minutes);
}
