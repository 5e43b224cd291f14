import { useDevice } from '../device/device.ts';
import { usePanelWords } from '../device/use-panel-words.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell } from '../live/use-live.ts';
import { Modal } from '../ui/modal.tsx';
import { readKeyMap } from './key-map.ts';
import { KeyTable } from './key-table.tsx';
import styles from './keys.module.css';

/** What the keys do, over the board. */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages();
  const words = usePanelWords().keys;
  const { keys } = useDevice();
  return (
    <Modal title={words.sheetTitle} closeLabel={t.top.close} onClose={onClose}>
      <p>{words.sheetHint}</p>
      <KeyTable map={readKeyMap(useCell(keys))} />
      <a className={styles.link} href="/keys">
        {words.sheet}
      </a>
    </Modal>
  );
}
