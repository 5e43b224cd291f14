import { useMessages } from '../../i18n/use-messages.ts';
import { quantity } from '../../i18n/format.ts';
import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { AllDayRow } from './all-day-line.tsx';
import styles from './all-day.module.css';
import { useAllDay } from './use-all-day.ts';

/** How much of each dish is to be made, beside the tickets: what cooks miss first when they leave paper. */
export function AllDayRail({ onLarger, onHide }: { onLarger: () => void; onHide: () => void }) {
  const t = useMessages();
  const { allDay: words } = useWallPanelWords();
  const { lines, waiting } = useAllDay();
  const open = lines.filter((line) => line.quantity > 0);
  return (
    <aside className={styles.rail} aria-label={words.title}>
      <div className={styles.railHead}>
        <button type="button" className={styles.railTitle} aria-label={words.larger} onClick={onLarger}>
          {words.rail}
        </button>
        <button type="button" className={styles.railHide} aria-label={words.hide} onClick={onHide}>
          <CrossIcon />
        </button>
      </div>
      {/* It scrolls, and the keyboard has to be able to. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.railLines} tabIndex={0} aria-label={words.title}>
        {open.map((line) => (
          <AllDayRow key={line.key} line={line} amount={line.quantity} />
        ))}
        {open.length === 0 && <li className={styles.none}>{words.empty}</li>}
        {waiting > 0 && (
          <li className={styles.waiting}>
            <b className={styles.amount}>+{quantity(waiting, t)}</b>
            <span>{words.waiting}</span>
          </li>
        )}
      </ul>
    </aside>
  );
}
