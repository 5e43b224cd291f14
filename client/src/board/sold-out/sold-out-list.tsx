import type { SoldOut } from '@kasera/shared/shop.ts';
import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell, useLive } from '../../live/use-live.ts';
import buttons from '../../ui/button.module.css';
import { SoldOutIcon } from '../../ui/icons.tsx';
import { SellOutSearch } from './sell-out-search.tsx';
import { SoldOutRow } from './sold-out-row.tsx';
import styles from './sold-out.module.css';

/** Everything that cannot be made: by whom, until when, what the shop was told, and the way back. */
export function SoldOutList() {
  const t = useMessages();
  const { soldOut, beat } = useLive();
  const list = useCell(soldOut);
  const isConnected = (useCell(beat)?.asking.state ?? 'off') !== 'off';
  const [searching, setSearching] = useState(false);
  return (
    <section className={styles.page} aria-label={t.soldOut.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <SoldOutIcon /> {t.soldOut.title}
        </h2>
        <button type="button" className={buttons.main} onClick={() => setSearching(true)}>
          {t.soldOut.add} …
        </button>
      </header>
      <p className={styles.why}>
        {list.length === 0 ? t.soldOut.empty : isConnected ? t.soldOut.why : t.soldOut.whyUnconnected}
      </p>
      <ul className={styles.list}>
        {list.toSorted(byTime).map((out) => (
          <SoldOutRow key={out.id} out={out} />
        ))}
      </ul>
      {searching && <SellOutSearch onClose={() => setSearching(false)} />}
    </section>
  );
}

function byTime(a: SoldOut, b: SoldOut): number {
  return b.at - a.at || (a.id < b.id ? -1 : 1);
}
