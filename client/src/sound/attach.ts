import type { Live } from '../live/live.ts';
import type { Cell } from '../live/cell.ts';
import type { Player } from './player.ts';
import { quiet, ring, soundOf } from './ringing.ts';

/**
 * Lets the board be heard: rings for unanswered orders, says changes and STOPs, alarms when the connection is lost.
 * What a sync brings after a silence is one sound at most, however much it was.
 * @param deps `hushed` is lifted by itself when the trouble is over; `every` strikes once a second
 */
export function attachSound(deps: {
  live: Live;
  player: Player;
  hushed: Cell<boolean>;
  every(run: () => void): void;
}): void {
  const { live, player, hushed } = deps;
  let state = quiet;

  function look(): void {
    const { warning, alarms } = live.watch.get();
    if (warning.type === 'none') hushed.set(false);
    const next = ring(state, { orders: live.store.orders(), now: live.clock.now(), alarms, hushed: hushed.get() });
    state = next.state;
    // The gravest first: no connection, then new, then late.
    for (const name of next.sounds.toReversed()) player.play(name);
  }
  live.store.onServerChanges((changes) => {
    const said = new Set(changes.map(({ before, after }) => soundOf(before, after, live.screen)));
    if (said.has('stop')) player.play('stop');
    else if (said.has('changed')) player.play('changed');
    const isFresh = changes.some(({ before, after, from }) => from === 'event' && !before && after.status === 'new');
    if (isFresh) state = { ...state, stroke: 0 };
    look();
  });
  deps.every(look);
}
