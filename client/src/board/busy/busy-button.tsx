import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { BusyPanel } from '../late-parts.ts';
import { useKitchenTime } from '../use-kitchen-time.ts';
import styles from './busy.module.css';
import { useBusy } from '../../live/use-busy.ts';

/** Says on every screen that the kitchen is behind, by how much and until when; a tap sets it. */
export function BusyButton({ onlyWhenBusy = false }: { onlyWhenBusy?: boolean }) {
  const t = useMessages();
  const busy = useBusy();
  const { time } = useKitchenTime();
  const [open, setOpen] = useState(false);
  return (
    <>
      {(busy || !onlyWhenBusy) && (
        <button
          type="button"
          className={styles.busy}
          data-band={onlyWhenBusy || undefined}
          data-on={busy !== null || undefined}
          onClick={() => setOpen(true)}
        >
          {busy ? t.wall.busyUntil(busy.minutes, time(busy.until)) : t.wall.busyMore}
        </button>
      )}
      {open && <BusyPanel onClose={() => setOpen(false)} />}
    </>
  );
}
