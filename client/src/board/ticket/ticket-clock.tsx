import type { Order } from '@kasera/shared/order.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import { ageStep, urgency } from '@kasera/shared/tickets.ts';
import { useLayoutEffect, useRef } from 'react';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './ticket.module.css';

const longMinutes = 90;

/** The clock in words, and the only thing of a ticket that time touches: it colours the ticket through an attribute. */
export function TicketClock({ order }: { order: Order }) {
  const t = useMessages();
  const { time } = useKitchenTime();
  const ref = useRef<HTMLSpanElement>(null);
  const setup = useCell(useLive().rules) ?? usualSetup;
  const now = useTick((at) => {
    const { state, minutes } = urgency(order, at, setup);
    return `${state} ${minutes}`;
  });
  const [state = 'calm', figure = '0'] = now.split(' ');
  const minutes = Number(figure);
  useLayoutEffect(() => {
    const ticket = ref.current?.closest<HTMLElement>('[data-ticket]');
    if (ticket) ticket.dataset.urgency = state;
  });
  const age = state === 'new' ? ageStep(minutes, setup.thresholds[order.kind].ages) : 0;
  const words = wordsOf(state, minutes, { order, t, time });
  return (
    <span ref={ref} className={styles.clock} data-age={age || undefined} data-crowded={crowding(order.number, words)}>
      {words}
    </span>
  );
}

/** Whether the clock leaves the number too little room in a narrow column. */
function crowding(number: string, words: string): 'somewhat' | 'very' | undefined {
  const characters = number.length + words.length;
  if (characters > 11) return 'very';
  return characters > 10 ? 'somewhat' : undefined;
}

interface Said {
  order: Order;
  t: Messages;
  time(at: number): string;
}

function wordsOf(state: string, minutes: number, { order, t, time }: Said): string {
  if (state === 'stop') return t.ticket.stop;
  if (state === 'new') return t.ticket.new(minutes);
  if (state === 'late') return t.ticket.late(minutes);
  if (minutes > longMinutes && order.promisedAt !== null) return t.ticket.at(time(order.promisedAt));
  return t.ticket.inMinutes(minutes);
}
