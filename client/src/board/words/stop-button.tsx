import { useMessages } from '../../i18n/use-messages.ts';
import { RightIcon } from '../../ui/icons.tsx';
import styles from './message-row.module.css';

/** Says that a STOP stands where nobody sees it; a tap goes there. */
export function StopButton({ numbers, onShow }: { numbers: readonly string[]; onShow: () => void }) {
  const t = useMessages();
  const [first = '', ...others] = numbers;
  return (
    <button type="button" className={styles.stopElsewhere} onClick={onShow}>
      <span className={styles.stopNumber}>{t.ticket.stopElsewhere(first)}</span>
      {others.length > 0 && <span>+{others.length}</span>} <RightIcon />
    </button>
  );
}
