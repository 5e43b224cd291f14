import { useEffect } from 'react';
import { lazily } from '../ui/lazily.tsx';
import { useKeyAction } from '../keys/key-actions.ts';
import { useCell } from '../live/use-live.ts';
import { useDevice } from './device.ts';

const firstRun = lazily(async () => (await import('./first-run.tsx')).FirstRun);
const cheatSheet = lazily(async () => (await import('../keys/cheat-sheet.tsx')).CheatSheet);

/** The panels of the screen itself, over whatever page it shows. */
export function DeviceLayer() {
  const { page, panel, setUp } = useDevice();
  const open = useCell(panel);
  useKeyAction('help', () => panel.set('keys'));
  useEffect(() => {
    // While the server is there: on plain http nothing else keeps them for when it is not.
    const timer = setTimeout(() => cheatSheet.preload(), 10_000);
    return () => clearTimeout(timer);
  }, []);
  if (page !== 'board') return null;
  const close = () => panel.set(null);
  if (open === 'keys') return <cheatSheet.Part onClose={close} />;
  if (open !== 'first-run') return null;
  return (
    <firstRun.Part
      onClose={() => {
        setUp.set('yes');
        close();
      }}
    />
  );
}
