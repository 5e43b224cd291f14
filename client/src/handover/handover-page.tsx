import { usualSetup } from '@kasera/shared/kitchen.ts';
import { useState } from 'react';
import { useTick } from '../live/ticker.ts';
import { useCell, useLive, useOrders } from '../live/use-live.ts';
import { Announcements } from './announcements.tsx';
import { CounterBar } from './counter-bar.tsx';
import { CounterContext, useCounter, type Counter } from './context.ts';
import { counterList } from './counter-list.ts';
import { FoundList } from './found-list.tsx';
import { Lists } from './lists.tsx';
import { useDigits } from './use-digits.ts';
import styles from './handover-page.module.css';

/** The counter: what is ready, what is about to be, and what must not leave. */
export function HandoverPage(counter: Counter) {
  return (
    <CounterContext value={counter}>
      <Desk />
      <Announcements />
    </CounterContext>
  );
}

function Desk() {
  const counter = useCounter();
  const [sought, setSought] = useState('');
  const search = useDigits(() => setSought(''));
  const list = useCounterList();
  return (
    <div className={styles.page}>
      <CounterBar search={search} sought={sought} onSeek={setSought} />
      <div className={styles.messages}>{counter.messages}</div>
      <main className={styles.main}>
        {sought.trim() ? <FoundList words={sought} onClear={() => setSought('')} /> : <Lists list={list} />}
      </main>
    </div>
  );
}

/** Looks again each ten seconds too: orders come near because time passes. */
function useCounterList() {
  const live = useLive();
  const orders = useOrders();
  const viewer = useCell(live.viewer);
  const stations = useCell(live.rules)?.stations ?? usualSetup.stations;
  const moment = useTick((now) => Math.floor(now / 10_000));
  const seen = { orders, viewer, stations, moment };
  const [held, setHeld] = useState(() => ({ seen, list: counterList(orders, live.clock.now(), { viewer, stations }) }));
  if (isSame(held.seen, seen)) return held.list;
  const list = counterList(orders, live.clock.now(), { viewer, stations });
  setHeld({ seen, list });
  return list;
}

function isSame<T extends object>(a: T, b: T): boolean {
  return Object.values(a).every((value, index) => value === Object.values(b)[index]);
}
