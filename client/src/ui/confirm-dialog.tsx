import { useMessages } from '../i18n/use-messages.ts';
import buttons from './button.module.css';
import styles from './confirm-dialog.module.css';
import { Modal } from './modal.tsx';

/** Asks before something is done that is not easily undone, and says what it means. */
export function ConfirmDialog(props: {
  title: string;
  /** What comes of it, a sentence each. */
  means: readonly string[];
  keep: string;
  confirm: string;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const { title, means, keep, confirm, onClose, onConfirm } = props;
  const t = useMessages();
  return (
    <Modal title={title} closeLabel={t.top.close} onClose={onClose}>
      <ul className={styles.means}>
        {means.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className={styles.answers}>
        <button type="button" className={buttons.quiet} onClick={onClose}>
          {keep}
        </button>
        <button
          type="button"
          className={buttons.danger}
          onClick={() => {
            onClose();
            onConfirm();
          }}
        >
          {confirm}
        </button>
      </div>
    </Modal>
  );
}
