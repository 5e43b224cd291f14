import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { useDevice } from './device.ts';
import styles from './settings-panel.module.css';

const longest = 40;

/** What people call this screen, kept on it. */
export function ScreenName() {
  const t = useMessages();
  const { screen } = useLive();
  const { name } = useDevice();
  return (
    <>
      <input
        className={styles.name}
        aria-label={t.screenName.title}
        placeholder={t.screenName.unnamed(screen.slice(0, 4))}
        maxLength={longest}
        value={useCell(name)}
        onChange={(event) => name.set(event.target.value)}
      />
      <p className={styles.hint}>{t.screenName.hint}</p>
    </>
  );
}
