import type { Order, OrderItem } from '@kasera/shared/order.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { PlusIcon } from '../ui/icons.tsx';
import { bagLines, optionWords } from './bag-lines.ts';
import { useWords } from './words.ts';
import styles from './card.module.css';

/** What goes into the bag: what is added here stands open, the dishes are folded until somebody asks. */
export function Bag({ order, open = false }: { order: Order; open?: boolean }) {
  const words = useWords();
  const { atCounter, cooked } = bagLines(order);
  const notes = [order.note.trim(), ...order.kitchenNotes.map(({ text }) => text)].filter(Boolean);
  const dishes = cooked.reduce((sum, item) => sum + Math.max(1, Math.floor(item.quantity)), 0);
  return (
    <div className={styles.bag}>
      {atCounter.length > 0 && (
        <div className={styles.putIn}>
          <h4>
            <PlusIcon /> {words.putIn}
          </h4>
          <Lines items={atCounter} />
        </div>
      )}
      {(cooked.length > 0 || notes.length > 0) && (
        <details className={styles.contents} open={open}>
          <summary>{cooked.length > 0 ? words.contents(dishes) : words.note}</summary>
          {cooked.length > 0 && <Lines items={cooked} />}
          {notes.map((note) => (
            <p key={note} className={styles.note}>
              <b>{words.note}:</b> {note}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

function Lines({ items }: { items: readonly OrderItem[] }) {
  const t = useMessages();
  return (
    <ul className={styles.lines}>
      {items.map((item) => (
        <li key={item.id}>
          <span className={styles.quantity}>{quantity(item.quantity, t)}</span>
          <span className={styles.dish}>
            {item.name}
            {optionWords(item) && <span className={styles.options}>{optionWords(item)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
