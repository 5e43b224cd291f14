import { useState } from 'react';
import { useDevice } from '../device/device.ts';
import { createCell, type Cell } from '../live/cell.ts';
import { createPreference } from '../live/preference.ts';
import { createSoldOutApi } from '../live/sold-out-api.ts';
import { useCell } from '../live/use-live.ts';
import { Arrivals } from './arrivals.tsx';
import { Board } from './board.tsx';
import { LookPanel } from './late-parts.ts';
import { OrderMenu } from './order-menu.tsx';
import { BoardScreenContext, type BoardScreen } from './use-screen.ts';

/** The kitchen board. */
export function BoardPage({ lastInputAt }: { lastInputAt: () => number }) {
  const { name } = useDevice();
  const [screen] = useState(() => createScreen(lastInputAt, name));
  return (
    <BoardScreenContext value={screen}>
      <Board />
      <OpenMenu menuFor={screen.menuFor} />
      <OpenLook lookAt={screen.lookAt} />
      <Arrivals />
    </BoardScreenContext>
  );
}

function createScreen(lastInputAt: () => number, name: Cell<string>): BoardScreen {
  return {
    lastInputAt,
    name,
    menuFor: createCell<string | null>(null),
    lookAt: createCell<string | null>(null),
    rail: createPreference(localStorage, 'allDay', (kept) => (kept === 'shown' ? 'shown' : 'hidden')),
    caughtUpSeen: createPreference<string>(localStorage, 'caughtUpSeen', (kept) => kept ?? ''),
    soldOutApi: createSoldOutApi({ fetch: (path, init) => fetch(path, init) }),
  };
}

function OpenMenu({ menuFor }: { menuFor: BoardScreen['menuFor'] }) {
  const id = useCell(menuFor);
  return id === null ? null : <OrderMenu key={id} id={id} onClose={() => menuFor.set(null)} />;
}

function OpenLook({ lookAt }: { lookAt: BoardScreen['lookAt'] }) {
  const id = useCell(lookAt);
  return id === null ? null : <LookPanel key={id} id={id} onClose={() => lookAt.set(null)} />;
}
