import type { Order } from '@kasera/shared/order.ts';
import type { ReactNode } from 'react';
import { placeWords, quantity, timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive } from '../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../ui/icons.tsx';
import { isErased } from './cancel-words.ts';
import { ConflictLine } from './conflict-line.tsx';
import { MoreButton } from './more-button.tsx';
import { ShopSide } from './shop-side.tsx';
import styles from './order-list.module.css';

const shown = 100;

/** What is finished or cancelled, the last first; what is ready is handed over here, what is finished called back. */
export function DoneList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages();
  return (
    <OrderList title={t.lists.doneTitle} empty={t.lists.doneEmpty} orders={orders}>
      {(order) => order.status !== 'cancelled' && <DoneActions order={order} />}
    </OrderList>
  );
}

/** Recall stays where it is when the order was handed over: a second tap by mistake meets nothing. */
function DoneActions({ order }: { order: Order }) {
  const t = useMessages();
  const { press } = useLive();
  return (
    <div className={styles.actions}>
      {order.status === 'ready' && (
        <button
          type="button"
          className={styles.handOver}
          aria-label={t.lists.handedOverOne(order.number)}
          onClick={() => press(order.id, { type: 'complete' })}
        >
          <CheckIcon /> {t.lists.handedOver}
        </button>
      )}
      <button
        type="button"
        className={styles.recall}
        aria-label={t.lists.recallOne(order.number)}
        onClick={() => press(order.id, { type: 'recall' })}
      >
        <RecallIcon /> {t.lists.recall}
      </button>
    </div>
  );
}

/** What was forgotten or came too late to ring: said in words, and off the board. */
export function LeftOpenList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages();
  const { press } = useLive();
  return (
    <OrderList title={t.lists.leftOpenTitle} why={t.lists.leftOpenWhy} empty={t.lists.leftOpenEmpty} orders={orders}>
      {(order) => {
        const act = () => {
          if (order.stop) press(order.id, { type: 'confirm' });
          else press(order.id, order.status === 'new' ? { type: 'acknowledge' } : { type: 'ready' });
        };
        const words = order.stop ? t.bar.stopSeen : order.status === 'new' ? t.lists.accept : t.lists.finish;
        return (
          <>
            <MoreButton order={order} place="list" />
            <button type="button" className={styles.action} onClick={act}>
              {words}
            </button>
          </>
        );
      }}
    </OrderList>
  );
}

function OrderList(props: {
  title: string;
  why?: string;
  empty: string;
  orders: readonly Order[];
  children: (order: Order) => ReactNode;
}) {
  const { title, why, empty, orders, children } = props;
  return (
    <section className={styles.page} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {why && <p className={styles.why}>{why}</p>}
      {orders.length === 0 && <p className={styles.why}>{empty}</p>}
      <ul className={styles.list}>
        {orders.slice(0, shown).map((order) => (
          <li key={order.id} className={styles.row} data-order={order.id} data-status={order.status}>
            <OrderWords order={order} />
            {children(order)}
            {order.shopConflict && (
              <div className={styles.conflict}>
                <ConflictLine order={order} conflict={order.shopConflict} place="list" />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function OrderWords({ order }: { order: Order }) {
  const t = useMessages();
  const who = [
    t.kinds[order.kind],
    placeWords(order, t),
    order.guest.name,
    order.test ? t.ticket.test : '',
    order.arrivedLate ? t.ticket.arrivedLate : '',
    isErased(order) ? t.shop.erased : '',
  ].filter(Boolean);
  const dishes = order.items.map((item) => `${quantity(item.quantity, t)} ${item.name}`);
  return (
    <>
      <b className={styles.number}>#{order.number}</b>
      <span className={styles.words}>
        <span>
          {t.statuses[order.status]} {timeOfDay(order.statusAt, t)} · {who.join(' · ')}
        </span>
        <span className={styles.dishes}>{dishes.join(', ')}</span>
        <ShopSide order={order} />
      </span>
    </>
  );
}
