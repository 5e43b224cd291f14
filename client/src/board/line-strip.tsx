import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CrossIcon } from '../ui/icons.tsx';
import { NoticeWay } from '../ui/notice-way.tsx';
import { NoticeSign } from './health-sign.tsx';
import { lineTrouble, putAwayForMs } from './line-trouble.ts';
import { useGoneStations } from './stations/use-gone-stations.ts';
import { useShownName } from './stations/stations-button.tsx';
import { Strip } from './strip.tsx';
import { useBoardScreen } from './use-screen.ts';
import styles from './message-row.module.css';

/** What is wrong at the line itself, as long as it is: a station nobody looks at, screens nobody hears, nobody's dishes. */
export function LineStrip() {
  const t = useMessages();
  const { beat, clock, screen } = useLive();
  const putAwayAt = useBoardScreen().unclaimedPutAwayAt;
  const trouble = lineTrouble(useCell(beat), {
    putAway: clock.now() - Number(useCell(putAwayAt)) < putAwayForMs,
    screen,
  });
  if (!trouble) return null;
  const { code, name = '', count = 1 } = trouble;
  const isNobodys = code === 'items-unclaimed';
  const words = code === 'station-no-screen' ? t.wall.stationAlone(name) : t.wall.deaf(count, name);
  return (
    <Strip level={isNobodys ? 'quiet' : 'warn'} wallOnly>
      <NoticeSign code={code} />
      <p>{isNobodys ? t.wall.unclaimed(count, name) : words}</p>
      <NoticeWay code={code} className={styles.way} />
      {isNobodys && (
        <button
          type="button"
          className={styles.dismiss}
          aria-label={t.wall.unclaimedLater}
          title={t.wall.unclaimedLater}
          onClick={() => putAwayAt.set(String(clock.now()))}
        >
          <CrossIcon />
        </button>
      )}
    </Strip>
  );
}

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
