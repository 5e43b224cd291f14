import type { Order } from '@kasera/shared/order.ts';
import type { ReactNode } from 'react';
import { placeWords, quantity } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { isErased } from '../order-panel/cancel-words.ts';
import { Guarded } from '../../ui/guarded.tsx';
import { ConflictLine } from '../ticket/conflict-line.tsx';
import { ShopSide } from './shop-side.tsx';
import styles from './order-list.module.css';

const shown = 100;

/**
 * A list of orders, each in a row with its dishes and what can be done with it.
 * @param when what is said of each at the beginning: "ready 20:41"
 */
export function OrderList(props: {
  title: string;
  why?: string;
  empty: string;
  orders: readonly Order[];
  when: (order: Order) => string;
  children: (order: Order) => ReactNode;
}) {
  const { title, why, empty, orders, when, children } = props;
  return (
    <section className={styles.page} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {why && <p className={styles.why}>{why}</p>}
      {orders.length === 0 && <p className={styles.why}>{empty}</p>}
      <ul className={styles.list}>
        {orders.slice(0, shown).map((order) => (
          <li key={order.id} className={styles.row} data-order={order.id} data-status={order.status}>
            <Guarded about={order} instead={() => <PlainWords order={order} />}>
              <Words order={order} when={when} />
            </Guarded>
            <Guarded about={order} instead={() => null}>
              <Actions order={order}>{children}</Actions>
            </Guarded>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ order, when }: { order: Order; when: (order: Order) => string }) {
  return <OrderWords order={order} when={when(order)} />;
}

function Actions({ order, children }: { order: Order; children: (order: Order) => ReactNode }) {
  return (
    <>
      {children(order)}
      {order.shopConflict && (
        <div className={styles.conflict}>
          <ConflictLine order={order} conflict={order.shopConflict} place="list" />
        </div>
      )}
    </>
  );
}

/** Of an order that cannot be shown as it should. */
function PlainWords({ order }: { order: Order }) {
  const { fault } = useMessages();
  return (
    <>
      <b className={styles.number}>#{order.number}</b>
      <span className={styles.words}>{fault.ticket}</span>
    </>
  );
}

/** Number, what it is, its dishes, and what the shop and the guest know. */
export function OrderWords({ order, when }: { order: Order; when: string }) {
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
          {when} · {who.join(' · ')}
        </span>
        <span className={styles.dishes}>{dishes.join(', ')}</span>
        <ShopSide order={order} />
      </span>
    </>
  );
}
