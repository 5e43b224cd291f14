import { useId, useState } from 'react';
import { useTick } from '../live/ticker.ts';
import { figuresIn, fitNumbers, isTiny, pageAt } from './board-fit.ts';
import type { Called } from './pickup-list.ts';
import { splitNumber } from './split-number.ts';
import type { PickupWords } from './words.ts';
import { useBox } from './use-box.ts';
import styles from './number-list.module.css';

/** One of the two columns: as large as all of them fit, in pages where even the smallest do not. */
export function NumberList(props: {
  title: string;
  name: 'preparing' | 'ready';
  called: readonly Called[];
  waiting?: readonly Called[];
  words: PickupWords;
}) {
  const { title, name, called, waiting = [], words } = props;
  const id = useId();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const box = useBox(element);
  const fit = fitNumbers(box, called.map(lengthsOf));
  const pages = Math.ceil(called.length / fit.perPage);
  const page = useTick((now) => pageAt(now, pages));
  const shown = called.slice(page * fit.perPage, (page + 1) * fit.perPage);
  return (
    <section className={styles.column} data-list={name} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title} data-both={title.includes(' · ') || undefined}>
          {title}
        </h2>
        {pages > 1 && <span className={styles.pages}>{words.page(page + 1, pages)}</span>}
      </header>
      <div ref={setElement} className={styles.box}>
        <ul
          className={styles.numbers}
          style={{ fontSize: fit.fontPx, gridTemplateColumns: `repeat(${fit.columns}, minmax(0, 1fr))` }}
        >
          {shown.map((one) => (
            <Number key={one.id} called={one} />
          ))}
        </ul>
      </div>
      {waiting.length > 0 && (
        <p className={styles.waiting}>
          <span className={styles.waitingTitle}>{words.stillHere}</span>{' '}
          {waiting.map(({ number }) => splitNumber(number).large).join(' · ')}
        </p>
      )}
    </section>
  );
}

function Number({ called }: { called: Called }) {
  const { small, large } = splitNumber(called.number);
  return (
    <li className={styles.number} data-number={called.number}>
      <span className={styles.figures}>
        {small && (
          <span className={styles.small} data-tiny={isTiny(figuresIn(small)) || undefined}>
            {small}
          </span>
        )}
        {large}
      </span>
      {called.name && <span className={styles.name}>{called.name}</span>}
    </li>
  );
}

function lengthsOf({ number, name }: Called) {
  const { small, large } = splitNumber(number);
  return { small: figuresIn(small), large: figuresIn(large), name: name !== '' };
}
