import { useMessages } from '../i18n/use-messages.ts';
import { useCell } from '../live/use-live.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { useDevice } from './device.ts';
import { useFullScreen } from './full-screen.ts';
import styles from './set-up-strip.module.css';

/**
 * The way back to a full screen: browsers take it away with each reload, and give it to nothing but a press. Said in the
 * row that is kept for words, on a screen somebody wanted so.
 */
export function FullScreenStrip() {
  const t = useMessages().device;
  const { setUp, fullScreen } = useDevice();
  const { state, fill } = useFullScreen();
  const isWanted = useCell(fullScreen) === 'yes';
  const isSetUp = useCell(setUp) === 'yes';
  if (!isWanted || !isSetUp || state !== 'off') return null;
  return (
    <div className={styles.strip}>
      <button type="button" className={styles.begin} onClick={fill}>
        {t.fullAgain}
      </button>
      <button
        type="button"
        className={styles.later}
        aria-label={t.fullLater}
        title={t.fullLater}
        onClick={() => fullScreen.set('no')}
      >
        <CrossIcon />
      </button>
    </div>
  );
}
