import type { HistoryRow } from '@kasera/shared/history.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { KitchenClock } from '../live/orders-api.ts';
import { scaleOf, waitsPicture } from '../ui/waits.ts';
import { WaitsLegend } from '../ui/waits-bar.tsx';
import buttons from '../ui/wall-button.module.css';
import { HistoryEntry } from './history-entry.tsx';
import styles from './history.module.css';
import { useHistoryWords } from './words.ts';

/** What was found, all bars on one scale. */
export function HistoryList(props: {
  rows: readonly HistoryRow[];
  total: number;
  late: number;
  hasMore: boolean;
  isLooking: boolean;
  more: () => void;
  clock: KitchenClock;
  now: number;
  /** Looks on every day; null: it does already. */
  onAnyDay: (() => void) | null;
}) {
  const { rows, total, late, hasMore, isLooking, more, clock, now, onAnyDay } = props;
  const t = useMessages();
  const words = useHistoryWords();
  const scaleMs = scaleOf(rows.map((row) => waitsPicture(row, now)));
  return (
    <section aria-busy={isLooking} aria-label={words.found}>
      <p className={styles.figures} role="status">
        <strong>{words.orders(total, quantity(total, t))}</strong>
        {total > 0 && <span data-late={late > 0}>{words.lateOnes(late, quantity(late, t))}</span>}
      </p>
      {rows.length === 0 && onAnyDay && (
        <button type="button" className={buttons.quiet} onClick={onAnyDay}>
          {words.onAnyDay}
        </button>
      )}
      {rows.length > 0 && <WaitsLegend />}
      <ol className={styles.list}>
        {rows.map((row) => (
          <HistoryEntry key={row.id} row={row} scaleMs={scaleMs} clock={clock} now={now} />
        ))}
      </ol>
      {hasMore && (
        <button type="button" className={buttons.quiet} aria-disabled={isLooking} onClick={() => isLooking || more()}>
          {words.more(total - rows.length)}
        </button>
      )}
    </section>
  );
}
