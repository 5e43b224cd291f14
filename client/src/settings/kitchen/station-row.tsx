import field from '../../ui/field.module.css';
import { CrossIcon, UpIcon } from '../../ui/icons.tsx';
import { useKitchenWords, type Editing } from './context.ts';
import { moveStation, renameStation } from './draft.ts';
import type { Fault } from './faults.ts';
import { FaultLine } from './number-field.tsx';
import styles from './station-row.module.css';
import tool from './tool.module.css';

/** One station: what it is called, its place among them, its way out. */
export function StationRow(props: Editing & { index: number; fault: Fault | null; onRemove: () => void }) {
  const { draft, change, index, fault, onRemove } = props;
  const { stations: words } = useKitchenWords();
  const station = draft.stations[index];
  if (!station) return null;
  const { id, name } = station;
  const move = (by: -1 | 1) => change((now) => moveStation(now, id, by));
  return (
    <li className={styles.station}>
      <input
        className={field.input}
        value={name}
        maxLength={30}
        autoComplete="off"
        aria-label={words.nameOf(index + 1)}
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => change((now) => renameStation(now, id, event.target.value))}
      />
      <button
        type="button"
        className={tool.tool}
        aria-label={words.earlier(name)}
        aria-disabled={index === 0}
        onClick={() => move(-1)}
      >
        <UpIcon />
      </button>
      <button
        type="button"
        className={tool.tool}
        data-turned
        aria-label={words.later(name)}
        aria-disabled={index === draft.stations.length - 1}
        onClick={() => move(1)}
      >
        <UpIcon />
      </button>
      <button type="button" className={tool.tool} aria-label={words.remove(name)} onClick={onRemove}>
        <CrossIcon />
      </button>
      {fault && <FaultLine id={`${id}-fault`} fault={fault} />}
    </li>
  );
}
