import { useOrders, useLive } from '../live/use-live.ts';
import { CardActions } from './card-actions.tsx';
import { CounterCard } from './counter-card.tsx';
import { AcceptStep, FreshCard } from './fresh-card.tsx';
import { GuardedCard } from './guarded-card.tsx';
import { findOrders } from './find-orders.ts';
import { isFresh } from './counter-list.ts';
import { useWords } from './words.ts';
import styles from './lists.module.css';

/** What was found, whatever list it stands in: a bag on the shelf, an order still in the kitchen, one just fetched. */
export function FoundList({ words: sought, onClear }: { words: string; onClear: () => void }) {
  const words = useWords();
  const { clock } = useLive();
  const found = findOrders(useOrders(), sought, clock.now());
  const says = found.length > 0 ? words.found(found.length, sought.trim()) : words.foundNone(sought.trim());
  return (
    <section className={styles.section} data-list="found" aria-label={words.search}>
      <div className={styles.foundHead}>
        <div role="status">
          <h2 className={styles.title}>{says}</h2>
        </div>
        <button type="button" className={styles.clear} onClick={onClear}>
          {words.clearSearch}
        </button>
      </div>
      {found.length === 0 && <p className={styles.empty}>{words.foundWhy}</p>}
      <ul className={styles.cards}>
        {found.map((order) =>
          isFresh(order, clock.now()) ? (
            <GuardedCard key={order.id} id={order.id} Card={FreshCard} Step={AcceptStep} />
          ) : (
            <GuardedCard key={order.id} id={order.id} Card={CounterCard} Step={CardActions} />
          ),
        )}
      </ul>
    </section>
  );
}
