import type { HistoryRow } from '@kasera/shared/history.ts';
import { durationWords } from '../i18n/duration.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { momentIn, timeIn } from '../i18n/zoned-time.ts';
import { canReopen, type KitchenClock } from '../live/orders-api.ts';
import { useReopen } from '../live/use-orders.ts';
import { RecallIcon, WarningIcon } from '../ui/icons.tsx';
import { waitsPicture } from '../ui/waits.ts';
import { WaitsBar } from '../ui/waits-bar.tsx';
import buttons from '../ui/wall-button.module.css';
import styles from './history.module.css';
import { useHistoryWords } from './words.ts';

/** One order of the past: which, what, where its time went, how late it was. */
export function HistoryEntry(props: { row: HistoryRow; scaleMs: number; clock: KitchenClock; now: number }) {
  const { row, scaleMs, clock, now } = props;
  const t = useMessages();
  const words = useHistoryWords();
  const arrived = momentIn(clock.timeZone, row.arrivedAt, now, t.locale);
  const dishes = row.dishes.map((dish) => `${quantity(dish.quantity, t)} × ${dish.name}`).join(', ');
  return (
    <li className={styles.entry} data-late={row.lateMs !== null}>
      <div className={styles.who}>
        <a className={styles.number} href={`/order/${encodeURIComponent(row.id)}`}>
          #{row.number}
        </a>
        <span>{[row.guest, t.kinds[row.kind]].filter(Boolean).join(' · ')}</span>
        <span className={styles.dim}>
          {words.arrived(arrived)}
          {row.promisedAt !== null && ` · ${words.promised(timeIn(clock.timeZone, row.promisedAt, t.locale))}`}
        </span>
      </div>
      <div className={styles.what}>
        <WaitsBar picture={waitsPicture(row, now)} scaleMs={scaleMs} />
        <p className={styles.dim}>{dishes}</p>
      </div>
      <div className={styles.how}>
        {row.lateMs !== null && (
          <strong className={styles.lateBy}>
            <WarningIcon /> {words.lateBy(durationWords(row.lateMs, t.locale))}
          </strong>
        )}
        <span className={styles.marks}>
          <span className={styles.mark}>{t.statuses[row.status]}</span>
          {row.test && <span className={styles.mark}>{t.ticket.test}</span>}
          {row.notClosed && <span className={styles.mark}>{words.notClosed}</span>}
        </span>
        <Reopen row={row} />
      </div>
    </li>
  );
}

function Reopen({ row }: { row: HistoryRow }) {
  const words = useHistoryWords();
  const reopen = useReopen();
  const reply = reopen.data;
  return (
    <>
      {canReopen(row) && (
        <button
          type="button"
          className={`${buttons.quiet} ${styles.reopen}`}
          aria-label={words.reopenOne(row.number)}
          aria-disabled={reopen.isPending}
          onClick={() => reopen.isPending || reopen.mutate({ id: row.id, status: row.status })}
        >
          <RecallIcon /> {words.reopen}
        </button>
      )}
      <span className={styles.outcome} data-bad={reply?.type !== 'done'} role="status">
        {reply && (reply.type === 'done' ? words.reopened : words.notReopened)}
      </span>
    </>
  );
}
