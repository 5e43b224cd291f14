import type { Order } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import type { ReactNode } from 'react';
import { money } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { whoIsHere } from '../../ticket/who-is-here.ts';
import { addedMinutes } from '../order-panel/added-minutes.ts';
import { standingMarks, type StandingMark } from './standing-marks.ts';
import { DriverIcon, LaterIcon, RushIcon } from './ticket-icons.tsx';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './ticket.module.css';

/** What is special about an order, each in a word; what makes it go first in the size of the dishes. */
export function TicketMarks({ order }: { order: Order }) {
  const t = useMessages();
  const { time } = useKitchenTime();
  const viewer = useCell(useLive().viewer);
  const marks = [...marksOf(order, viewer, t), ...guestKnows(order, t, time)];
  if (marks.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {marks.map(({ words, icon, isFirst }) => (
        <li key={words} data-first={isFirst || undefined}>
          {icon} {words}
        </li>
      ))}
    </ul>
  );
}

interface Mark {
  words: string;
  icon?: ReactNode;
  isFirst?: boolean;
}

function marksOf(order: Order, viewer: Viewer, t: Messages): Mark[] {
  const said = standingMarks(order, viewer).map((mark): Mark => ({ words: wordsOf(mark, order, t) }));
  return [...rushMarks(order, t), ...addedMarks(order, t), ...said];
}

function wordsOf(mark: StandingMark, { total, currency }: Order, t: Messages): string {
  return mark === 'collect' ? t.ticket.collect(money(total, currency, t)) : t.ticket[mark];
}

/** It goes first, on all stations; on a STOP card nothing goes at all. */
function rushMarks(order: Order, t: Messages): Mark[] {
  const { rush, stop } = order;
  if (!rush || stop) return [];
  const isDriver = rush.why === 'driver';
  return [
    isDriver
      ? { words: t.line[whoIsHere(order)], icon: <DriverIcon />, isFirst: true }
      : { words: t.line.rush, icon: <RushIcon />, isFirst: true },
  ];
}

function addedMarks(order: Order, t: Messages): Mark[] {
  const minutes = isCooking(order) ? addedMinutes(order) : 0;
  return minutes > 0 ? [{ words: t.line.added(minutes), icon: <LaterIcon /> }] : [];
}

/** Who recalls an order has to know that its guest is on the way. */
function guestKnows(order: Order, t: Messages, time: (at: number) => string): Mark[] {
  const { guestTold } = order;
  if (!guestTold || guestTold.what === 'accepted' || !isCooking(order)) return [];
  return [{ words: t.shop.guestTold(guestTold.what, time(guestTold.at)) }];
}

function isCooking({ status }: Order): boolean {
  return status === 'acknowledged' || status === 'preparing';
}
