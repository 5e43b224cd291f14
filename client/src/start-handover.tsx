import { useState } from 'react';
import { ConnectionList } from './board/words/connection-list.tsx';
import { HealthChip } from './board/words/health-chip.tsx';
import { MessageRow } from './board/words/message-row.tsx';
import { BoardScreenContext, createBoardScreen } from './board/use-screen.ts';
import { useDevice } from './device/device.ts';
import { HandoverPage } from './handover/handover-page.tsx';
import { startLive } from './start-live.tsx';

/** Shows the counter, with those pieces of the board that both have. */
export function startHandover(): void {
  startLive({ render: (lastInputAt) => <Handover lastInputAt={lastInputAt} /> });
}

function Handover({ lastInputAt }: { lastInputAt: () => number }) {
  const { name } = useDevice();
  const [screen] = useState(() => createBoardScreen({ lastInputAt, name, storage: localStorage }));
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
