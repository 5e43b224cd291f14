import { useMessages } from '../../i18n/use-messages.ts';
import buttons from '../../ui/button.module.css';
import { TestOrder } from '../../ui/test-order.tsx';
import { ConnectionList } from '../words/connection-list.tsx';
import { NoticeList } from '../words/health-panel.tsx';
import { ShopSettingsLink } from '../words/shop-settings-link.tsx';
import { useHealth } from '../words/use-health.ts';
import styles from './empty-board.module.css';

/** An empty board is not blank: it says what is connected, and offers an order to try it with. */
export function EmptyBoard() {
  const t = useMessages();
  const { problems, remarks } = useHealth();
  return (
    <section className={styles.card} aria-label={t.empty.title}>
      <header>
        <h2 className={styles.title}>{t.empty.title}</h2>
        <p className={styles.waiting}>{t.empty.waiting}</p>
      </header>
      <ConnectionList />
      <NoticeList notices={[...problems, ...remarks]} />
      <ShopSettingsLink />
      <TestOrder className={styles.test} button={buttons.main} />
    </section>
  );
}
