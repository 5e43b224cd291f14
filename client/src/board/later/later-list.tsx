import { hasUnseenChangeFor } from '@kasera/shared/decide/marks.ts';
import type { Order } from '@kasera/shared/order.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { UpIcon } from '../../ui/icons.tsx';
import { hasAllergy } from '../../ticket/has-allergy.ts';
import { MoreButton } from '../bars/more-button.tsx';
import { OrderList } from '../lists/order-list.tsx';
import styles from '../lists/order-list.module.css';
import { useKitchenTime } from '../use-kitchen-time.ts';
import { dishesOf } from './dishes.ts';

/** What is accepted for another time: when it is promised, when it comes to the board, and the way to have it there now. */
export function LaterList({ orders }: { orders: readonly Order[] }) {
  const { later: t } = useWallPanelWords();
  const { ticket } = useMessages();
  const { press, viewer, rules } = useLive();
  const who = useCell(viewer);
  const allergyWords = useCell(rules)?.allergyWords ?? [];
  const { moment } = useKitchenTime();
  const when = (order: Order) =>
    [
      hasAllergy(order, allergyWords) ? ticket.allergy : '',
      // What differs is said on its ticket, once it is on the board.
      hasUnseenChangeFor(order, who) ? ticket.changed : '',
      moment(order.promisedAt ?? order.dueAt),
      t.dishes(dishesOf(order)),
      order.fireAt === undefined ? '' : t.comes(moment(order.fireAt)),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <OrderList title={t.title} why={t.why} empty={t.empty} orders={orders} when={when}>
      {(order) => (
        <>
          <MoreButton order={order} place="list" />
          <button
            type="button"
            className={styles.action}
            aria-label={t.fireOne(order.number)}
            onClick={() => press(order.id, { type: 'fire' })}
          >
            <UpIcon /> {t.fire}
          </button>
        </>
      )}
    </OrderList>
  );
}
