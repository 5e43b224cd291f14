import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useWords } from './context.ts';

/** Asks before the shop is disconnected, and says what that means. */
export function DisconnectDialog({ onClose, onDisconnect }: { onClose: () => void; onDisconnect: () => void }) {
  const { connection: words } = useWords();
  return (
    <ConfirmDialog
      title={words.disconnectTitle}
      means={words.disconnectMeans}
      keep={words.keep}
      confirm={words.disconnectNow}
      onClose={onClose}
      onConfirm={onDisconnect}
    />
  );
}
