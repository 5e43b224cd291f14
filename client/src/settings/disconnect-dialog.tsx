import { useMessages } from '../i18n/use-messages.ts';
import buttons from '../ui/button.module.css';
import { Modal } from '../ui/modal.tsx';
import { useWords } from './context.ts';
import styles from './connection-section.module.css';

/** Asks before the shop is disconnected, and says what that means. */
export function DisconnectDialog({ onClose, onDisconnect }: { onClose: () => void; onDisconnect: () => void }) {
  const t = useMessages();
  const { connection: words } = useWords();
  return (
    <Modal title={words.disconnectTitle} closeLabel={t.top.close} onClose={onClose}>
      <ul className={styles.means}>
        {words.disconnectMeans.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className={styles.answers}>
        <button type="button" className={buttons.quiet} onClick={onClose}>
          {words.keep}
        </button>
        <button
          type="button"
          className={buttons.danger}
          onClick={() => {
            onClose();
            onDisconnect();
          }}
        >
          {words.disconnectNow}
        </button>
      </div>
    </Modal>
  );
}
