import type { ShopView } from '@kasera/shared/shop.ts';
import { useEffect, useState } from 'react';
import { useTick } from '../live/ticker.ts';
import { Callout } from '../ui/callout.tsx';
import type { Level } from '../ui/mark.tsx';
import { consentNews, readConsentReturn, type ConsentNews } from './consent.ts';
import { useWords } from './context.ts';
import styles from './spoken-outcome.module.css';

const levels: Record<NonNullable<ConsentNews>, Level> = {
  waiting: 'none',
  waitingForKeys: 'none',
  waitingLong: 'warn',
  granted: 'good',
  keysUnfit: 'bad',
  denied: 'bad',
};

/** What came of the shop's own consent page. */
export function ConsentNewsLine({ view }: { view: ShopView }) {
  const { connection: words } = useWords();
  const [returned] = useState(() => readConsentReturn(window.location.search));
  const isLong = useIsLong();
  useEffect(() => {
    // Said once: a reload is a new visit.
    if (returned) window.history.replaceState(null, '', window.location.pathname);
  }, [returned]);
  const news = consentNews(view, returned, isLong);
  return (
    <div className={styles.outcome} aria-live="polite">
      {news && <Callout level={levels[news]} means={words[news]} />}
    </div>
  );
}

const longMs = 60_000;

/** Whether the page has been open for longer than a shop takes to send its keys. */
function useIsLong(): boolean {
  const [openedAt] = useState(() => performance.now());
  return useTick(() => performance.now() - openedAt > longMs);
}
