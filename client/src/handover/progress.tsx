import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { Order } from '@kasera/shared/order.ts';
import { progressOf } from '@kasera/shared/parts.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** How far each station is. */
export function Progress({ order }: { order: Order }) {
  const words = useWords();
  const stations = useCell(useLive().rules)?.stations ?? usualSetup.stations;
  const progress = progressOf(order, stations);
  if (progress.length === 0) return null;
  return (
    <ul className={styles.progress}>
      {progress.map(({ station, left, finished }) => {
        const isDone = finished || left === 0;
        return (
          <li key={station.id} data-done={isDone || undefined}>
            {isDone && <CheckIcon />} {isDone ? words.stationDone(station.name) : words.stationLeft(station.name, left)}
          </li>
        );
      })}
    </ul>
  );
}
