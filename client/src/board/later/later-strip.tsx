import type { Order } from '@kasera/shared/order.ts';
import { memo } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import styles from '../lists/done-strip.module.css';
import { useKitchenTime } from '../use-kitchen-time.ts';
import { dishesOf } from './dishes.ts';

const shown = 6;

/** The next ones for later, "21:15 · 1039 · 6 dishes"; a tap leads to their list. */
export const LaterStrip = memo(function LaterStripOfBoard(props: {
  later: readonly Order[];
  show: (view: 'later') => void;
}) {
  const { later, show } = props;
  const t = useMessages();
  const { moment } = useKitchenTime();
  return (
    <div className={styles.later}>
      {later.length > 0 && (
        <span className={styles.title}>
          {t.wall.laterTitle} {later.length}
        </span>
      )}
      {later.slice(0, shown).map((order) => {
        const which = `${moment(order.promisedAt ?? order.dueAt)} · ${order.number}`;
        const dishes = `· ${t.lists.dishes(dishesOf(order))}`;
        return (
          <button
            key={order.id}
            type="button"
            className={styles.one}
            aria-label={t.wall.showLater(`${which} ${dishes}`)}
            onClick={() => show('later')}
          >
            {which} <span className={styles.dishes}>{dishes}</span>
          </button>
        );
      })}
    </div>
  );
});
