import { useMessages } from '../../i18n/use-messages.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { useGoneStations } from '../stations/use-gone-stations.ts';
import { useShownName } from '../stations/stations-button.tsx';
import { Strip } from './strip.tsx';
import styles from './message-row.module.css';

/** Says once that a station this screen showed is none any more, and what it shows instead. */
export function GoneStations() {
  const t = useMessages();
  const gone = useGoneStations();
  const shown = useShownName();
  if (!gone) return null;
  return (
    <Strip level="warn">
      <p>{t.wall.stationGone(gone.names, shown ?? t.wall.everything)}</p>
      <button type="button" className={styles.dismiss} aria-label={t.messages.dismiss} onClick={gone.dismiss}>
        <CrossIcon />
      </button>
    </Strip>
  );
}
