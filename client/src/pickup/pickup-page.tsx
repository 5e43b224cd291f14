import { useState } from 'react';
import { useLanguage } from '../i18n/use-messages.ts';
import { createPreference } from '../live/preference.ts';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive, useOrders } from '../live/use-live.ts';
import spoken from '../ui/spoken.module.css';
import { Call } from './call.tsx';
import { Controls } from './controls.tsx';
import { NumberList } from './number-list.tsx';
import { pickupList, type PickupList } from './pickup-list.ts';
import { freshnessOf, type Freshness } from './staleness.ts';
import { useAnnouncing } from './use-announcing.ts';
import { pickupLanguages, pickupWords, type PickupLanguages, type PickupWords } from './words.ts';
import styles from './pickup-page.module.css';

/** What guests see while they wait: whose order is being made, and whose is ready. */
export function PickupPage() {
  const [device] = useLanguage();
  const [languages] = useState(() =>
    createPreference<PickupLanguages | 'device'>(localStorage, 'pickupLanguages', read),
  );
  const chosen = useCell(languages);
  const shown = chosen === 'device' ? device : chosen;
  const words = pickupWords(shown, device);
  const list = usePickupList();
  const calling = useAnnouncing(list);
  const freshness = useFreshness();
  const isEmpty = list.preparing.length + list.ready.length + list.waiting.length === 0;
  return (
    <div className={styles.page} data-freshness={freshness} lang={shown === 'both' ? device : shown}>
      <main className={styles.main}>
        <h1 className={spoken.spoken}>{words.title}</h1>
        <div className={styles.lists}>
          <NumberList title={words.preparing} name="preparing" called={list.preparing} words={words} />
          <NumberList title={words.ready} name="ready" called={list.ready} waiting={list.waiting} words={words} />
          {isEmpty && freshness === 'sure' && <p className={styles.nobody}>{words.nobody}</p>}
        </div>
        <Call called={calling} words={words} />
        <Said freshness={freshness} words={words} />
      </main>
      <Controls languages={shown} onLanguages={languages.set} words={words} />
    </div>
  );
}

function read(kept: string | null): PickupLanguages | 'device' {
  return pickupLanguages.find((one) => one === kept) ?? 'device';
}

/** Looks again each ten seconds too: what waits for long goes smaller because time passes. */
function usePickupList(): PickupList {
  const live = useLive();
  const orders = useOrders();
  const withNames = useCell(live.rules)?.pickupNames ?? false;
  const moment = useTick((now) => Math.floor(now / 10_000));
  const [held, setHeld] = useState(() => ({
    ...{ orders, withNames, moment },
    list: pickupList(orders, live.clock.now(), withNames),
  }));
  if (held.orders === orders && held.withNames === withNames && held.moment === moment) return held.list;
  const list = pickupList(orders, live.clock.now(), withNames);
  setHeld({ orders, withNames, moment, list });
  return list;
}

function useFreshness(): Freshness {
  const { phase, watch } = useLive();
  return freshnessOf(useCell(phase), useCell(watch).warning);
}

/** Nothing while all is well: a guest has no use for it. What the staff can do something about is said to them. */
function Said({ freshness, words }: { freshness: Freshness; words: PickupWords }) {
  const isRefused = useCell(useLive().phase) === 'too-many-connections';
  return (
    <p className={styles.said} role="status">
      {freshness === 'old' ? words.outOfDate : freshness === 'shaky' ? words.connecting : ''}
      {isRefused && <span className={styles.staff}>{words.noPlace}</span>}
    </p>
  );
}
