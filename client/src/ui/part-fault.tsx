import { useMessages } from '../i18n/use-messages.ts';
import styles from './part-fault.module.css';

/** Says that a part of the page could not be drawn, wherever that part would have been. */
export function PartFault({ onAgain }: { onAgain: () => void }) {
  const { fault } = useMessages();
  return (
    <p className={styles.fault} role="alert">
      {fault.part}
      <button type="button" className={styles.again} onClick={onAgain}>
        {fault.again}
      </button>
    </p>
  );
}
