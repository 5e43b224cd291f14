import type { Order } from '@kasera/shared/order.ts';
import type { Viewer } from '@kasera/shared/parts.ts';
import { isPartFinished } from '@kasera/shared/parts.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useTick } from '../../live/ticker.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../../ui/icons.tsx';
import { finishedAt, isRecallable } from '../listing.ts';
import { OrderList } from './order-list.tsx';
import { recallOf } from './recall-last.ts';
import { shownDone } from './shown-done.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import { useBoardScreen } from '../use-screen.ts';
import styles from './order-list.module.css';

/**
 * What was finished here or cancelled within the hour, the last first: what is ready is handed over here, what is
 * finished called back, and each can be looked at without that.
 */
export function DoneList({ orders }: { orders: readonly Order[] }) {
  const t = useMessages();
  const { done } = useWallPanelWords();
  const live = useLive();
  const viewer = useCell(live.viewer);
  const { time } = useKitchenTime();
  useTick((now) => Math.floor(now / 60_000));
  const shown = shownDone(orders, live.clock.now(), viewer);
  const when = (order: Order) => {
    const at = time(isPartOnly(order, viewer) ? finishedAt(order, viewer) : order.statusAt);
    return `${isPartOnly(order, viewer) ? done.partDone : t.statuses[order.status]} ${at}`;
  };
  return (
    <OrderList title={t.lists.doneTitle} why={done.why} empty={t.lists.doneEmpty} orders={shown} when={when}>
      {(order) => <DoneActions order={order} />}
    </OrderList>
  );
}

/** Its own part is finished, the order is not. */
function isPartOnly(order: Order, viewer: Viewer): boolean {
  return isRecallable(order) && order.status !== 'ready' && isPartFinished(order, viewer);
}

/** Recall stays where it is when the order was handed over: a second tap by mistake meets nothing. */
function DoneActions({ order }: { order: Order }) {
  const t = useMessages();
  const { done } = useWallPanelWords();
  const { press } = useLive();
  const { lookAt } = useBoardScreen();
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={styles.look}
        aria-label={done.lookOne(order.number)}
        onClick={() => lookAt.set(order.id)}
      >
        {done.look}
      </button>
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
      {order.status !== 'cancelled' && (
        <button
          type="button"
          className={styles.recall}
          aria-label={t.lists.recallOne(order.number)}
          onClick={() => press(order.id, recallOf(order))}
        >
          <RecallIcon /> {t.lists.recall}
        </button>
      )}
    </div>
  );
}
