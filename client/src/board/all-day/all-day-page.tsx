import { useWallPanelWords } from '../../i18n/wall-panel-words.ts';
import { useCell } from '../../live/use-live.ts';
import wallButtons from '../../ui/wall-button.module.css';
import { useBoardScreen } from '../use-screen.ts';
import { AllDayRow } from './all-day-line.tsx';
import styles from './all-day.module.css';
import { useAllDay } from './use-all-day.ts';

/** The same over the whole screen, for the start of a rush: as large as all of it fits. */
export function AllDayPage() {
  const { allDay: words } = useWallPanelWords();
  const { lines, waiting } = useAllDay();
  const { rail } = useBoardScreen();
  const isBeside = useCell(rail) === 'shown';
  const open = lines.filter((line) => line.quantity > 0);
  return (
    <section className={styles.page} aria-label={words.title}>
      <header className={styles.head}>
        <div>
          <h2>{words.title}</h2>
          <p className={styles.why}>{words.why}</p>
        </div>
        <button
          type="button"
          className={`${wallButtons.quiet} ${styles.beside}`}
          onClick={() => rail.set(isBeside ? 'hidden' : 'shown')}
        >
          {isBeside ? words.notBeside : words.beside}
        </button>
      </header>
      {open.length === 0 && <p className={styles.why}>{words.empty}</p>}
      <ul className={styles.columns} data-amount={open.length > 40 ? 'many' : open.length > 18 ? 'some' : 'few'}>
        {open.map((line) => (
          <AllDayRow key={line.key} line={line} amount={line.quantity} />
        ))}
      </ul>
      {waiting > 0 && <p className={styles.waitingFull}>{words.waitingFull(waiting)}</p>}
    </section>
  );
}
