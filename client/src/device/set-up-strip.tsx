import { useMessages } from '../i18n/use-messages.ts';
import { useCell } from '../live/use-live.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { useDevice } from './device.ts';
import styles from './set-up-strip.module.css';

/** On a screen nobody has set up: the way to do it, in the row that is kept for words. It covers no ticket. */
export function SetUpStrip() {
  const t = useMessages();
  const { page, setUp, panel } = useDevice();
  if (useCell(setUp) === 'yes' || page !== 'board') return null;
  return (
    <div className={styles.strip}>
      <button type="button" className={styles.begin} title={t.device.setUpWhy} onClick={() => panel.set('first-run')}>
        {t.device.setUp(1)}
      </button>
      <button
        type="button"
        className={styles.later}
        aria-label={t.device.setUpLater}
        title={t.device.setUpLater}
        onClick={() => setUp.set('yes')}
      >
        <CrossIcon />
      </button>
    </div>
  );
}
