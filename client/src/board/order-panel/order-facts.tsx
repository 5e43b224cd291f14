import type { Order } from '@kasera/shared/order.ts';
import { money } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './order-menu.module.css';

/** The times and the money of an order. */
export function OrderFacts({ order }: { order: Order }) {
  const t = useMessages();
  const { moment } = useKitchenTime();
  const { placedAt, arrivedAt } = order.times;
  const told = order.guestTold;
  const at = (time: number | null) => (time === null ? '' : moment(time));
  const payment = { paid: t.ticket.paid, collect: t.ticket.collect(''), unpaid: t.ticket.unpaid }[order.payment];
  const facts: [string, string][] = [
    [t.menu.placed, at(placedAt)],
    [t.menu.arrived, at(arrivedAt)],
    [t.menu.promised, at(order.promisedAt)],
    [t.shop.guestToldFact, told ? `${t.shop.steps[told.what]} ${at(told.at)}` : ''],
    [t.menu.total, [money(order.total, order.currency, t), payment].filter(Boolean).join(' · ')],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, words]) => words)
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}
