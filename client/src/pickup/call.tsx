import { useState, type ReactNode } from 'react';
import spoken from '../ui/spoken.module.css';
import type { Called } from './pickup-list.ts';
import { splitNumber } from './split-number.ts';
import { useFit } from './use-fit.ts';
import type { PickupWords } from './words.ts';
import styles from './call.module.css';

/** The one that just became ready, as large as the screen lets it, for a few seconds. */
export function Call({ called, words }: { called: Called | null; words: PickupWords }) {
  return (
    <>
      {called && <Banner key={called.id} called={called} words={words} />}
      <p className={spoken.spoken} aria-live="polite">
        {called ? words.announced(called.name || called.number) : ''}
      </p>
    </>
  );
}

function Banner({ called, words }: { called: Called; words: PickupWords }) {
  const { small, large } = splitNumber(called.number);
  return (
    <div className={styles.banner} aria-hidden data-call={called.number}>
      <Line className={styles.ready}>{words.ready}</Line>
      <Line className={styles.number}>
        {small && <span className={styles.small}>{small}</span>}
        {large}
      </Line>
      {called.name && <Line className={styles.name}>{called.name}</Line>}
    </div>
  );
}

function Line({ className, children }: { className: string | undefined; children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  useFit(element);
  return (
    <p ref={setElement} className={className}>
      {children}
    </p>
  );
}
