import { optionLine } from '@kasera/shared/options.ts';
import type { OrderItem } from '@kasera/shared/order.ts';
import { isHandOverOnly, stationsOf } from '@kasera/shared/parts.ts';
import { quantity } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CheckIcon } from '../ui/icons.tsx';
import styles from './order.module.css';
import { useStoryWords } from './words.ts';

/** The dishes, whose they are, and what is done of them. */
export function ItemList({ items, stationName }: { items: readonly OrderItem[]; stationName: (id: string) => string }) {
  const t = useMessages();
  if (items.length === 0) return <p>{t.ticket.noItems}</p>;
  return (
    <ul className={styles.rows}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <strong className={styles.quantity}>{quantity(item.quantity, t)}</strong>
          <div>
            <p>
              <strong>{item.change?.type === 'removed' ? <s>{item.name}</s> : item.name}</strong>
            </p>
            {item.options.map((option) => {
              const line = optionLine(option);
              return line && <p key={`${option.name} ${option.value}`}>{line.text}</p>;
            })}
          </div>
          <ItemState item={item} stationName={stationName} />
        </li>
      ))}
    </ul>
  );
}

function ItemState({ item, stationName }: { item: OrderItem; stationName: (id: string) => string }) {
  const t = useMessages();
  const words = useStoryWords();
  const stations = stationsOf(item).map(stationName).join(', ');
  const where = isHandOverOnly(item) ? words.handOver : stations || words.nobodys;
  return (
    <p className={styles.dim}>
      {where}
      {item.done ? (
        <>
          {' · '}
          <CheckIcon /> {words.done}
        </>
      ) : (
        item.doneQuantity > 0 && ` · ${words.partDone(quantity(item.doneQuantity, t))}`
      )}
      {item.change && ` · ${item.change.type === 'removed' ? words.removed : t.ticket.changed}`}
    </p>
  );
}
