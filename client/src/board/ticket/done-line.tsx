import { useMessages } from '../../i18n/use-messages.ts';
import type { Fold } from '../../ticket/fold.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import styles from './done-line.module.css';
import { FoldIcon } from './ticket-icons.tsx';

/** What is done takes one line; a tap says which, and each of them can be taken back there. */
export function DoneLine({ count, fold }: { count: number; fold: Fold }) {
  const t = useMessages();
  return (
    <button type="button" className={styles.folded} data-line aria-expanded={fold.isOpen} onClick={fold.toggle}>
      <CheckIcon />
      <span>{t.line.foldedDone(count)}</span>
      <span className={styles.foldHint}>
        {fold.isOpen ? t.line.foldHide : t.line.foldShow} <FoldIcon isOpen={fold.isOpen} />
      </span>
    </button>
  );
}
