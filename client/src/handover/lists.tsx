import { useId, type ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';
import { CardActions } from './card-actions.tsx';
import { CounterCard } from './counter-card.tsx';
import type { CounterList } from './counter-list.ts';
import { useCounter } from './context.ts';
import { AcceptStep, FreshCard } from './fresh-card.tsx';
import { GuardedCard } from './guarded-card.tsx';
import { LeftCard } from './left-card.tsx';
import { StopCard, StopSeen } from './stop-card.tsx';
import { useShelf } from './use-shelf.ts';
import { useWords } from './words.ts';
import styles from './lists.module.css';

/** Everything at the counter: what must not leave and what asks for an answer first, then ready, then the next. */
export function Lists({ list }: { list: CounterList }) {
  const words = useWords();
  const ready = useShelf(list.ready);
  const nearly = useShelf(list.nearly);
  const { stops, fresh } = list;
  if (stops.length + fresh.length + ready.length + nearly.length === 0) return <Nothing />;
  return (
    <div className={styles.lists}>
      {stops.length + fresh.length > 0 && (
        <div className={styles.urgent}>
          {stops.length > 0 && (
            <Section title={words.stops} count={stops.length} name="stops">
              {stops.map(({ id }) => (
                <GuardedCard key={id} id={id} Card={StopCard} Step={StopSeen} />
              ))}
            </Section>
          )}
          {fresh.length > 0 && (
            <Section title={words.fresh} count={fresh.length} name="fresh">
              {fresh.map(({ id }) => (
                <GuardedCard key={id} id={id} Card={FreshCard} Step={AcceptStep} />
              ))}
            </Section>
          )}
        </div>
      )}
      <Section title={words.ready} count={list.ready.length} name="ready" empty={words.nothingReady}>
        {ready.map(({ id, leftAt }) => (
          <GuardedCard key={id} id={id} Card={leftAt === null ? CounterCard : LeftCard} Step={CardActions} />
        ))}
      </Section>
      <Section title={words.nearly} count={list.nearly.length} name="nearly" empty={words.nothingNearly}>
        {nearly.map(({ id, leftAt }) =>
          leftAt === null ? (
            <GuardedCard key={id} id={id} Card={CounterCard} Step={CardActions} />
          ) : (
            <li key={id} className={styles.gone} aria-hidden />
          ),
        )}
      </Section>
    </div>
  );
}

/** As wide as a card with its gap, where lists stand side by side. */
const cardPx = 360;

function Section(props: { title: string; count: number; name: string; empty?: string; children: ReactNode[] }) {
  const { title, count, name, empty, children } = props;
  const id = useId();
  return (
    <section className={styles.section} data-list={name} aria-labelledby={id} style={{ flexBasis: count * cardPx }}>
      <h2 id={id} className={styles.title}>
        {title} <span className={styles.count}>{count}</span>
      </h2>
      {children.length === 0 ? <p className={styles.empty}>{empty}</p> : <ul className={styles.cards}>{children}</ul>}
    </section>
  );
}

/** An empty counter is not blank: it says what is connected. Before the first answer nothing is known. */
function Nothing() {
  const t = useMessages();
  const words = useWords();
  const { store, phase } = useLive();
  const { connections } = useCounter();
  useCell(phase);
  if (store.board().epoch === null) return <p className={styles.loading}>{t.empty.loading}</p>;
  return (
    <section className={styles.nothing} aria-label={words.empty}>
      <h2>{words.empty}</h2>
      <p>{words.emptyWhy}</p>
      {connections}
    </section>
  );
}
