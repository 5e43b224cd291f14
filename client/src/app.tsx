import { KeyNeeded } from './access/key-needed.tsx';
import { BoardPage } from './board/board-page.tsx';
import { useCell, useLive } from './live/use-live.ts';

/** Everything there is to see: the board, or the word that its key is missing. */
export function App({ lastInputAt }: { lastInputAt: () => number }) {
  const { phase } = useLive();
  return useCell(phase) === 'unauthorised' ? <KeyNeeded /> : <BoardPage lastInputAt={lastInputAt} />;
}
