import { useState } from 'react';
import { useDevice } from '../device/device.ts';
import { useCell } from '../live/use-live.ts';
import { Arrivals } from './arrivals.tsx';
import { Board } from './board.tsx';
import { LookPanel } from './late-parts.ts';
import { OrderMenu } from './order-panel/order-menu.tsx';
import { BoardScreenContext, createBoardScreen, type BoardScreen } from './use-screen.ts';

/** The kitchen board. */
export function BoardPage({ lastInputAt }: { lastInputAt: () => number }) {
  const { name } = useDevice();
  const [screen] = useState(() => createBoardScreen({ lastInputAt, name, storage: localStorage }));
  return (
    <BoardScreenContext value={screen}>
      <Board />
      <OpenMenu menuFor={screen.menuFor} />
      <OpenLook lookAt={screen.lookAt} />
      <Arrivals />
    </BoardScreenContext>
  );
}

function OpenMenu({ menuFor }: { menuFor: BoardScreen['menuFor'] }) {
  const id = useCell(menuFor);
  return id === null ? null : <OrderMenu key={id} id={id} onClose={() => menuFor.set(null)} />;
}

function OpenLook({ lookAt }: { lookAt: BoardScreen['lookAt'] }) {
  const id = useCell(lookAt);
  return id === null ? null : <LookPanel key={id} id={id} onClose={() => lookAt.set(null)} />;
}
