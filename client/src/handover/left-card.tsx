import { useMessages } from '../i18n/use-messages.ts';
import { useLive, useOrder } from '../live/use-live.ts';
import { CheckIcon, RecallIcon } from '../ui/icons.tsx';
import { useGuard } from '../ui/use-guard.ts';
import { useWords } from './words.ts';
import styles from './lists.module.css';

/** The grey place of an order that was handed over, and the way back. What left otherwise leaves it empty. */
export function LeftCard({ id }: { id: string }) {
  const t = useMessages();
  const words = useWords();
  const { press } = useLive();
  const order = useOrder(id);
  const { ref, isOpen } = useGuard<HTMLLIElement>('undo');
  if (order?.status !== 'completed') return <li className={styles.gone} aria-hidden />;
  const undo = () => {
    if (isOpen()) press(id, { type: 'recall' });
  };
  return (
    <li ref={ref} className={styles.undo}>
      <p>
        <CheckIcon /> {words.isHandedOver(order.number)}
      </p>
      <button type="button" className={styles.undoButton} aria-label={words.undoOne(order.number)} onClick={undo}>
        <RecallIcon /> {t.bar.undo}
      </button>
    </li>
  );
}
