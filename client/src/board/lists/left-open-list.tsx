import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLive } from '../../live/use-live.ts';
import { usePrintOnAccept } from '../../print/use-print-on-accept.ts';
import { MoreButton } from '../bars/more-button.tsx';
import { OrderList } from './order-list.tsx';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './order-list.module.css';

/** What was forgotten or came too late to ring: said in words, and off the board. */
export function LeftOpenList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages();
  const { press } = useLive();
  const { moment } = useKitchenTime();
  const { accepted } = usePrintOnAccept();
  return (
    <OrderList
      title={t.lists.leftOpenTitle}
      why={t.lists.leftOpenWhy}
      empty={t.lists.leftOpenEmpty}
      orders={orders}
      when={(order) => `${t.statuses[order.status]} ${moment(order.statusAt)}`}
    >
      {(order) => {
        const act = () => {
          const isNew = order.status === 'new';
          if (order.stop) press(order.id, { type: 'confirm' });
          else press(order.id, isNew ? { type: 'acknowledge' } : { type: 'ready' });
          if (isNew && !order.stop) accepted(order.id);
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
