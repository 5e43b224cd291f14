import type { Order, ShopTelling } from '@kasera/shared/order.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useTick } from '../../live/ticker.ts';
import { UpIcon } from '../../ui/icons.tsx';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './order-list.module.css';

/** What the shop and the guest know of a finished order, or soon will: until then a recall still catches it. */
export function ShopSide({ order }: { order: Order }) {
  const t = useMessages();
  const { time } = useKitchenTime();
  const { telling, guestTold } = order;
  return (
    <>
      {guestTold && guestTold.what !== 'accepted' && (
        <span className={styles.shopSide}>{t.shop.guestTold(guestTold.what, time(guestTold.at))}</span>
      )}
      {telling && (
        <span className={styles.shopSide}>
          <UpIcon /> <Countdown telling={telling} />
        </span>
      )}
    </>
  );
}

function Countdown({ telling }: { telling: ShopTelling }) {
  const t = useMessages();
  return useTick((now) => t.shop.telling(telling.step, Math.max(0, Math.ceil((telling.leavesAt - now) / 1_000))));
}
