import type { ReactNode } from 'react';
import { App } from './app.tsx';
import { chooseSize, SizeContext } from './board/size.ts';
import { shouldReload } from './live/build-watch.ts';
import { createCell } from './live/cell.ts';
import { newId, screenId } from './live/identity.ts';
import { createLive, type Live } from './live/live.ts';
import { createPreference } from './live/preference.ts';
import { createQueueStorage } from './live/queue-storage.ts';
import { createSocket } from './live/socket.ts';
import { createStationsChoice, StationsContext } from './live/stations-choice.ts';
import { createTicker, TickerContext } from './live/ticker.ts';
import { LiveContext } from './live/use-live.ts';
import { show } from './show.tsx';
import { attachSound } from './sound/attach.ts';
import { createPlayer, volumes, type Volume } from './sound/player.ts';
import { SoundContext } from './sound/use-sound.ts';

export interface LivePage {
  /** @param lastInputAt when somebody last touched this screen or pressed a key, monotonic milliseconds */
  render(lastInputAt: () => number): ReactNode;
  /** A screen guests see is told nothing but what they may know. */
  role?: 'guests';
}

/** Builds the parts of a page that is live, wires them, and shows it. */
export function startLive({ render, role }: LivePage): void {
  const stations = createStationsChoice(localStorage);
  const live = createLive({
    socket: createSocket(),
    queueStorage: createQueueStorage(localStorage),
    identity: { kitchen: 'main', screen: screenId(localStorage), ...(role && { role }) },
    stations,
    newId,
    monotonic: () => performance.now(),
    wallClock: () => Date.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    setTimer: (run, ms) => void setTimeout(run, ms),
  });
  const everySecond = (run: () => void) => void setInterval(run, 1_000);
  const input = watchInput();
  const sound = startSound(live, everySecond, input.onInput);
  everySecond(live.tick);
  everySecond(() => void reloadForNewBuild(live, input.lastAt()));
  const ticker = createTicker({ now: live.clock.now, every: everySecond });
  const size = createPreference(localStorage, 'size', (kept) =>
    chooseSize(kept, { widthPx: window.innerWidth, heightPx: window.innerHeight }),
  );
  show(
    <LiveContext value={live}>
      <TickerContext value={ticker}>
        <SoundContext value={sound}>
          <SizeContext value={size}>
            <StationsContext value={stations}>
              <App>{render(input.lastAt)}</App>
            </StationsContext>
          </SizeContext>
        </SoundContext>
      </TickerContext>
    </LiveContext>,
  );
}

/** When somebody last touched the screen or pressed a key. */
function watchInput() {
  let at = -Infinity;
  const listeners = new Set<() => void>();
  for (const type of ['pointerdown', 'pointerup', 'keydown', 'wheel'] as const) {
    window.addEventListener(
      type,
      () => {
        at = performance.now();
        for (const listener of listeners) listener();
      },
      { capture: true, passive: true },
    );
  }
  return { lastAt: () => at, onInput: (listener: () => void) => void listeners.add(listener) };
}

function startSound(live: Live, every: (run: () => void) => void, onInput: (listener: () => void) => void) {
  const muted = createPreference(localStorage, 'muted', (kept) => (kept === 'yes' ? 'yes' : 'no'));
  const volume = createPreference<Volume>(
    localStorage,
    'volume',
    (kept) => volumes.find((one) => one === kept) ?? 'full',
  );
  const hushed = createCell(false);
  const player = createPlayer({
    createContext: () => ('AudioContext' in window ? new AudioContext() : null),
    muted: { get: () => muted.get() === 'yes', set: (isMuted) => muted.set(isMuted ? 'yes' : 'no') },
    volume,
  });
  onInput(() => {
    if (player.state() === 'blocked') player.unlock();
  });
  attachSound({ live, player, hushed, every });
  return { player, hushed };
}

const triedKey = 'kasera.reloadedFor';

async function reloadForNewBuild(live: Live, lastInputAt: number): Promise<void> {
  const serverBuild = live.beat.get()?.build ?? '';
  const reload = shouldReload({
    ownBuild: __KASERA_BUILD__,
    serverBuild,
    triedBuild: sessionStorage.getItem(triedKey),
    // A page that was just loaded was just asked for.
    sinceInputMs: performance.now() - Math.max(0, lastInputAt),
    queued: live.queued.get().length,
    isHeard: live.phase.get() === 'live' && live.watch.get().warning.type === 'none',
  });
  if (!reload || !(await isThere())) return;
  sessionStorage.setItem(triedKey, serverBuild);
  window.location.reload();
}

/** Whether the server gives the page out at this moment. */
async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/board', { cache: 'no-store', signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
