import { dayOf } from '@kasera/shared/kitchen-day.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { usePageWords } from '../i18n/use-page-words.ts';
import { dayBefore } from '../i18n/zoned-time.ts';
import { useKitchenClock } from '../live/use-orders.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { PageTrouble } from '../ui/page-trouble.tsx';
import page from '../ui/page.module.css';
import { HistoryList } from './history-list.tsx';
import { SearchFields } from './search-fields.tsx';
import { useHistory, useSettled } from './use-history.ts';
import { readWish, toQuery, writeWish, type Wish } from './wish.ts';
import { useHistoryWords } from './words.ts';

/** `/history` ([SC3]): what was, where its time went, and the way back to the board. */
export function HistoryPage({ now, keyNeeded }: { now: () => number; keyNeeded: ReactNode }) {
  const words = useHistoryWords();
  const pages = usePageWords();
  const [wish, setWish] = useState<Wish>(() => readWish(window.location.search));
  const settled = useSettled(wish);
  const clock = useKitchenClock();
  const today = clock && dayOf(now(), clock);
  const found = useHistory(today === null ? null : toQuery(settled, { today, yesterday: dayBefore(today) }));
  useEffect(() => {
    document.title = `${words.title} · Kasera`;
  }, [words]);
  useEffect(() => {
    window.history.replaceState(null, '', `/history${writeWish(settled)}`);
  }, [settled]);
  if (found.trouble?.type === 'unauthorised') return keyNeeded;
  return (
    <div className={page.page}>
      <PageHeader current="/history" />
      <main>
        <div className={page.head}>
          <h1>{words.title}</h1>
        </div>
        <SearchFields wish={wish} onChange={setWish} today={today} />
        <PageTrouble trouble={found.trouble} />
        {found.rows && clock ? (
          <HistoryList
            {...found}
            rows={found.rows}
            clock={clock}
            now={now()}
            onAnyDay={wish.day === 'any' ? null : () => setWish({ ...wish, day: 'any' })}
          />
        ) : (
          !found.trouble && <p className={page.loading}>{pages.loading}</p>
        )}
      </main>
    </div>
  );
}
