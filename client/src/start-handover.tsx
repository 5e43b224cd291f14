import { useState } from 'react';
import { ConnectionList } from './board/connection-list.tsx';
import { HealthChip } from './board/health-chip.tsx';
import { MessageRow } from './board/message-row.tsx';
import { BoardScreenContext, type BoardScreen } from './board/use-screen.ts';
import { useDevice } from './device/device.ts';
import { HandoverPage } from './handover/handover-page.tsx';
import { createCell, type Cell } from './live/cell.ts';
import { createPreference } from './live/preference.ts';
import { createSoldOutApi } from './live/sold-out-api.ts';
import { startLive } from './start-live.tsx';

/** Shows the counter, with those pieces of the board that both have. */
export function startHandover(): void {
  startLive({ render: (lastInputAt) => <Handover lastInputAt={lastInputAt} /> });
}

function Handover({ lastInputAt }: { lastInputAt: () => number }) {
  const { name } = useDevice();
  const [screen] = useState(() => createScreen(lastInputAt, name));
  return (
    <BoardScreenContext value={screen}>
      <HandoverPage
        messages={<MessageRow>{null}</MessageRow>}
        health={<HealthChip />}
        connections={<ConnectionList />}
        sinceInputMs={() => performance.now() - lastInputAt()}
      />
    </BoardScreenContext>
  );
}

function createScreen(lastInputAt: () => number, name: Cell<string>): BoardScreen {
  return {
    ...{ lastInputAt, name },
    menuFor: createCell<string | null>(null),
    lookAt: createCell<string | null>(null),
    rail: createCell<'shown' | 'hidden'>('hidden'),
    caughtUpSeen: createPreference<string>(localStorage, 'caughtUpSeen', (kept) => kept ?? ''),
    soldOutApi: createSoldOutApi({ fetch: (path, init) => fetch(path, init) }),
  };
}
