import type { Order } from '@kasera/shared/order.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { MoreIcon } from '../../ui/icons.tsx';
import { useBoardScreen } from '../use-screen.ts';
import styles from './more-button.module.css';

/** The ⋯ of an order: what one rarely does with it. */
export function MoreButton({ order, place }: { order: Order; place: 'ticket' | 'list' }) {
  const t = useMessages();
  const { menuFor } = useBoardScreen();
  return (
    <button
      type="button"
      className={styles.more}
      data-in={place}
      aria-label={t.ticket.menu(order.number)}
      onClick={() => menuFor.set(order.id)}
    >
      <MoreIcon />
    </button>
  );
}
