import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { ScreenPage } from '@kasera/shared/socket.ts';
import { coalesce } from '../live/coalesce.ts';
import type { Live } from '../live/live.ts';
import type { Cell } from '../live/cell.ts';
import type { Player } from './player.ts';
import { createAfterSleep } from './after-sleep.ts';
import { quiet, ring, soundOf, strokeEveryMs } from './ringing.ts';

/** No ear hears that a ring begins or ends this much later. */
const soonMs = 60;

/**
 * Lets a page be heard. A board rings for unanswered orders and says changes and STOPs; hand-over says only what all
 * pages at work say, that the connection is lost, and adds its own; what guests see is silent unless it says something.
 * What a sync brings after a silence is one sound at most, however much it was. A page that slept first hears the news.
 * @param deps `hushed` is lifted by itself when the trouble is over; `every` strikes once a second
 */
export function attachSound(deps: {
  live: Live;
  page: ScreenPage;
  player: Player;
  hushed: Cell<boolean>;
  every(run: () => void): void;
  setTimer(run: () => void, ms: number): void;
  wallClock(): number;
}): void {
  const { live, page, player, hushed } = deps;
  if (page === 'pickup' || page === 'service') return;
  const isBoard = page === 'board';
  let state = quiet;
  let wasWaiting = 0;
  const sleep = createAfterSleep();

  function look(): void {
    if (sleep.isDazed(deps.wallClock())) return;
    const { warning, alarms } = live.watch.get();
    if (warning.type === 'none') hushed.set(false);
    const next = ring(state, {
      orders: isBoard ? live.store.orders() : [],
      isBlank: live.store.board().epoch === null,
      viewer: live.viewer.get(),
      setup: live.rules.get() ?? usualSetup,
      now: live.clock.now(),
      ...{ alarms, hushed: hushed.get() },
    });
    state = next.state;
    // Answered: the ring ends in its middle too, here and on every other screen.
    if (next.waiting === 0 && wasWaiting > 0) player.stop('new');
    wasWaiting = next.waiting;
    // The gravest first: no connection, then new, then late.
    for (const { name, count } of next.sounds.toReversed()) player.play(name, count);
  }
  // To look through all orders takes a slow screen as long as to draw a ticket.
  const lookSoon = coalesce(look, (run) => deps.setTimer(run, soonMs));
  /** Looks as the stroke falls, so that screens beside each other ring as one. */
  function lookAtStroke(): void {
    look();
    const untilStrokeMs = strokeEveryMs - (live.clock.now() % strokeEveryMs);
    if (untilStrokeMs < 1_000) deps.setTimer(look, untilStrokeMs + 5);
  }
  live.beat.subscribe(() => {
    const wasDazed = sleep.isDazed(deps.wallClock());
    sleep.heard(deps.wallClock());
    if (!wasDazed) return;
    // In step with the others, not at once and with their next stroke again.
    state = { ...state, stroke: Math.floor(live.clock.now() / strokeEveryMs) };
    lookSoon();
  });
  live.store.onServerChanges((changes) => {
    if (!isBoard) return;
    const viewer = live.viewer.get();
    const said = new Set(changes.map(({ before, after }) => soundOf(before, after, viewer)));
    if (said.has('stop')) player.play('stop');
    else if (said.has('changed')) player.play('changed');
    const isFresh = changes.some(({ before, after, from }) => from === 'event' && !before && after.status === 'new');
    if (isFresh) state = { ...state, stroke: 0 };
    lookSoon();
  });
  live.store.subscribe(() => {
    if (wasWaiting > 0) lookSoon();
  });
  deps.every(lookAtStroke);
}
