import { screenPages, type ScreenPage } from '@kasera/shared/socket.ts';
import type { ReactNode } from 'react';
import { App } from './app.tsx';
import { createDevice, DeviceContext } from './device/device.ts';
import { DeviceLayer } from './device/device-layer.tsx';
import { showLooks } from './device/looks.ts';
import type { LaterDeps } from './device/start-later.ts';
import { stationsFor } from './device/stations-for.ts';
import { whenPainted } from './device/when-painted.ts';
import { createKeyActions, KeyActionsContext } from './keys/key-actions.ts';
import { watchFirstAnswer } from './live/first-answer.ts';
import { newId, screenId } from './live/identity.ts';
import { createLive } from './live/live.ts';
import { lateScript } from './live/late-script.ts';
import { createQueueStorage } from './live/queue-storage.ts';
import { reloadForNewBuild } from './live/reload-for-new-build.ts';
import { createSocket } from './live/socket.ts';
import { StationsContext } from './live/stations-choice.ts';
import { createTicker, TickerContext } from './live/ticker.ts';
import { LiveContext } from './live/use-live.ts';
import { show } from './show.tsx';
import { startSound } from './sound/start-sound.ts';
import { SoundContext } from './sound/use-sound.ts';

export interface LivePage {
  /** @param lastInputAt when somebody last touched this screen or pressed a key, monotonic milliseconds */
  render(lastInputAt: () => number): ReactNode;
  /** A screen guests see is told nothing but what they may know. */
  role?: 'guests';
}

/** Builds the parts of a page that is live, wires them, and shows it. */
export function startLive({ render, role }: LivePage): void {
  const page = pageAt(window.location.pathname);
  const stations = stationsFor(page, localStorage);
  const { socket, answered } = watchFirstAnswer(createSocket(), { setTimer });
  const live = createLive({
    socket,
    queueStorage: createQueueStorage(localStorage),
    identity: { kitchen: 'main', screen: screenId(localStorage), ...(role && { role }) },
    stations,
    newId,
    monotonic: () => performance.now(),
    wallClock: () => Date.now(),
    nextFrame: (run) => requestAnimationFrame(run),
    setTimer,
  });
  const everySecond = (run: () => void) => void setInterval(run, 1_000);
  const input = watchInput();
  const sound = startSound({ storage: localStorage, onInput: input.onInput });
  const device = createDevice({ page, storage: localStorage, window });
  const actions = createKeyActions();
  showLooks(document.documentElement, device);
  const later = { device, live, sound, stations, actions, every: everySecond, onInput: input.onInput, setTimer };
  whenPainted(() => void loadAndStart(later), { onFirst: live.paint.onFirst, setTimer });
  everySecond(live.tick);
  everySecond(() => void reloadForNewBuild(live, input.lastAt()));
  const ticker = createTicker({ now: live.clock.now, every: everySecond });
  show(
    <LiveContext value={live}>
      <TickerContext value={ticker}>
        <SoundContext value={sound}>
          <DeviceContext value={device}>
            <KeyActionsContext value={actions}>
              <StationsContext value={stations}>
                <App>
                  {render(input.lastAt)}
                  <DeviceLayer />
                </App>
              </StationsContext>
            </KeyActionsContext>
          </DeviceContext>
        </SoundContext>
      </TickerContext>
    </LiveContext>,
    { after: answered, onFault: socket.close },
  );
}

function setTimer(run: () => void, ms: number): void {
  setTimeout(run, ms);
}

async function loadAndStart(deps: LaterDeps): Promise<void> {
  const { startLater } = await lateScript(() => import('./device/start-later.ts')).come();
  startLater(deps);
}

function pageAt(pathname: string): ScreenPage {
  return screenPages.find((page) => pathname === `/${page}`) ?? 'board';
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
