import type { Order } from '@kasera/shared/order.ts';
import { showsAll, type StationProgress } from '@kasera/shared/parts.ts';
import type { Messages } from '../../i18n/en.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { useGuard } from '../../ui/use-guard.ts';
import { arePartsApart, progressFor, progressInShort } from './part-progress.ts';
import styles from './ticket-progress.module.css';

/** How far the others are, in one line above the bar. Where whole orders are shown each part can be finished. */
export function TicketProgress({ order }: { order: Order }) {
  const { viewer, rules } = useLive();
  const [who, setup] = [useCell(viewer), useCell(rules)];
  const progress = setup ? progressFor(order, who, setup) : [];
  if (!setup || progress.length === 0) return null;
  const isByPart = showsAll(who) && arePartsApart(progress, setup);
  return isByPart ? <StationButtons order={order} progress={progress} /> : <StationWords progress={progress} />;
}

function StationWords({ progress }: { progress: readonly StationProgress[] }) {
  const t = useMessages();
  const { named, moreOpen, moreDone } = progressInShort(progress);
  return (
    <ul className={styles.line} data-progress aria-label={t.line.progress}>
      {named.map((one) => (
        <li key={one.station.id} data-done={one.left === 0 || undefined}>
          <Words progress={one} />
        </li>
      ))}
      {moreOpen > 0 && <li>{t.line.moreStations(moreOpen)}</li>}
      {moreDone > 0 && (
        <li data-done>
          {moreDone} <CheckIcon label={t.line.stationDone} />
        </li>
      )}
    </ul>
  );
}

/** A second tap takes it back: a part finished by mistake is not lost. */
function StationButtons({ order, progress }: { order: Order; progress: readonly StationProgress[] }) {
  const t = useMessages();
  const { press } = useLive();
  const { ref, isOpen } = useGuard(progress.map(({ station, finished }) => `${station.id} ${finished}`).join());
  return (
    <div ref={ref} className={styles.buttons} data-progress role="group" aria-label={t.line.progress}>
      {progress.map((one) => (
        <button
          key={one.station.id}
          type="button"
          className={styles.station}
          data-done={one.left === 0 || undefined}
          aria-pressed={one.finished}
          aria-label={nameOf(one, t)}
          onClick={() => {
            if (isOpen()) press(order.id, { type: one.finished ? 'recall' : 'ready', stations: [one.station.id] });
          }}
        >
          <Words progress={one} />
        </button>
      ))}
    </div>
  );
}

function Words({ progress: { station, left } }: { progress: StationProgress }) {
  const t = useMessages();
  return (
    <>
      {station.name} {left === 0 ? <CheckIcon label={t.line.stationDone} /> : t.line.stationLeft(left)}
    </>
  );
}

function nameOf({ station, finished, left }: StationProgress, t: Messages): string {
  const said = `${station.name} ${left === 0 ? t.line.stationDone : t.line.stationLeft(left)}`;
  return finished ? t.line.reopenStation(said) : t.line.finishStation(said);
}
