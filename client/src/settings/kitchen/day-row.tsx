import type { OpeningHours } from '@kasera/shared/kitchen.ts';
import field from '../../ui/field.module.css';
import { CrossIcon, PlusIcon } from '../../ui/icons.tsx';
import chips from './chips.module.css';
import { useKitchenWords, type Editing } from './context.ts';
import { faultAt } from './faults.ts';
import styles from './hours.module.css';
import {
  addOpening,
  clockText,
  copyToAll,
  isPastMidnight,
  minutesOf,
  mostOpenings,
  openingOf,
  overlaps,
  removeOpening,
  setOpening,
} from './hours.ts';
import { FaultLine } from './number-field.tsx';
import remarks from './remarks.module.css';
import tool from './tool.module.css';

/** The openings of one day of the week. */
export function DayRow({ draft, change, faults, day }: Editing & { day: number }) {
  const { hours: words } = useKitchenWords();
  const openings = draft.hours[day] ?? [];
  const name = words.days[day] ?? '';
  const put = (next: (hours: typeof draft.hours) => OpeningHours[][]) =>
    change((now) => ({ ...now, hours: next(now.hours) }));
  const fault = faultAt(faults, `hours.${day}`);
  return (
    <li className={styles.day}>
      <strong>{name}</strong>
      <div className={styles.openings}>
        {openings.length === 0 && <span className={remarks.hint}>{words.closed}</span>}
        {openings.map((opening, index) => (
          // An opening has no name of its own: its place is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={styles.opening}>
            <TimePair
              opening={opening}
              fromLabel={words.from(name, index + 1)}
              toLabel={words.to(name, index + 1)}
              onChange={(next) => put((all) => setOpening(all, day, index, next))}
            />
            {isPastMidnight(opening) && <span className={`${remarks.from} ${styles.nextDay}`}>{words.nextDay}</span>}
            <button
              type="button"
              className={tool.small}
              aria-label={words.remove(name, index + 1)}
              onClick={() => put((all) => removeOpening(all, day, index))}
            >
              <CrossIcon />
            </button>
          </span>
        ))}
        {openings.length < mostOpenings && (
          <button
            type="button"
            className={chips.chip}
            aria-label={words.addTo(name)}
            onClick={() => put((all) => addOpening(all, day))}
          >
            <PlusIcon /> {words.add}
          </button>
        )}
        {openings.length > 0 && (
          <button
            type="button"
            className={chips.chip}
            aria-label={words.copyFrom(name)}
            onClick={() => put((all) => copyToAll(all, day))}
          >
            {words.copy}
          </button>
        )}
      </div>
      {fault && <FaultLine fault={fault} />}
      {!fault && overlaps(draft.hours, day) && <p className={remarks.nobody}>{words.overlap}</p>}
    </li>
  );
}

function TimePair(props: {
  opening: OpeningHours;
  fromLabel: string;
  toLabel: string;
  onChange: (opening: OpeningHours) => void;
}) {
  const { opening, fromLabel, toLabel, onChange } = props;
  const put = (from: number | null, to: number | null) => {
    if (from !== null && to !== null) onChange(openingOf(from, to));
  };
  return (
    <>
      <input
        type="time"
        className={field.input}
        aria-label={fromLabel}
        required
        value={clockText(opening.from)}
        onChange={({ target }) => put(minutesOf(target.value), opening.to)}
      />
      <span aria-hidden>–</span>
      <input
        type="time"
        className={field.input}
        aria-label={toLabel}
        required
        value={clockText(opening.to)}
        onChange={({ target }) => put(opening.from, minutesOf(target.value))}
      />
    </>
  );
}
