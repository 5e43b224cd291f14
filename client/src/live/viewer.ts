import { showsAll, type Viewer } from '@kasera/shared/parts.ts';
import type { Beat, LiveScreen } from '@kasera/shared/socket.ts';
import { createCell, type Cell } from './cell.ts';

type Read<T> = Pick<Cell<T>, 'get' | 'subscribe'>;

/**
 * Who looks at this screen: its stations, and whether it has to stand in for screens that show whole orders because none
 * of them is live. The same object until one of these changes.
 */
export function createViewer(deps: {
  screen: string;
  stations: Read<readonly string[] | null>;
  beat: Read<Beat | null>;
}): Read<Viewer> {
  const { screen, stations, beat } = deps;
  const look = (): Viewer => ({
    screen,
    stations: stations.get(),
    standsIn: !isCounterSeen(beat.get()?.screens ?? []),
  });
  const viewer = createCell(look());
  stations.subscribe(() => viewer.set(look()));
  beat.subscribe(() => {
    const next = look();
    if (next.standsIn !== viewer.get().standsIn) viewer.set(next);
  });
  return viewer;
}

/** Whether somebody sees orders of which nothing is cooked: at hand-over, or on a board that shows everything. */
function isCounterSeen(screens: readonly LiveScreen[]): boolean {
  return screens.some(
    ({ page, stations, visible }) => visible && (page === 'handover' || (page === 'board' && showsAll({ stations }))),
  );
}
