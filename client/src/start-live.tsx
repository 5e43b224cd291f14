import { screenPages, type ScreenPage } from '@kasera/shared/socket.ts';
import type { ReactNode } from 'react';
import { App } from './app.tsx';
import { createDevice, DeviceContext, type Device } from './device/device.ts';
import { DeviceLayer } from './device/device-layer.tsx';
import { keepLastState } from './device/keep-last-state.ts';
import { createLastStateStore } from './device/last-state.ts';
import { showLooks } from './device/looks.ts';
import { keepReported } from './device/screen-report.ts';
import { keepAwake } from './device/wake-lock.ts';
import { attachKeys } from './keys/attach-keys.ts';
import { createKeyActions, KeyActionsContext } from './keys/key-actions.ts';
import { newId, screenId } from './live/identity.ts';
import { createLive, type Live } from './live/live.ts';
import { createQueueStorage } from './live/queue-storage.ts';
import { reloadForNewBuild } from './live/reload-for-new-build.ts';
import { createSocket } from './live/socket.ts';
import { createStationsChoice, StationsContext } from './live/stations-choice.ts';
import { createTicker, TickerContext } from './live/ticker.ts';
import { LiveContext } from './live/use-live.ts';
import { show } from './show.tsx';
import { startSound } from './sound/start-sound.ts';
import { SoundContext } from './sound/use-sound.ts';
import { registerWorker } from './sw/register.ts';

export interface LivePage {
  /** @param lastInputAt when somebody last touched this screen or pressed a key, monotonic milliseconds */
  render(lastInputAt: () => number): ReactNode;
  /** A screen guests see is told nothing but what they may know. */
  role?: 'guests';
}

/** Builds the parts of a page that is live, wires them, and shows it. */
export function startLive({ render, role }: LivePage): void {
  const page = pageAt(window.location.pathname);
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
  const sound = startSound({ live, page, storage: localStorage, every: everySecond, onInput: input.onInput });
  const device = createDevice({ storage: localStorage, window });
  const actions = createKeyActions();
  startDevice({ device, live, page, everySecond });
  keepReported({ ...device, report: live.report, page, stations, sound: sound.player, visible: pageInFront });
  if (page === 'board') attachKeys({ page: document, map: device.keys, actions, now: () => performance.now() });
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
                  <DeviceLayer page={page} />
                </App>
              </StationsContext>
            </KeyActionsContext>
          </DeviceContext>
        </SoundContext>
      </TickerContext>
    </LiveContext>,
  );
}

function pageAt(pathname: string): ScreenPage {
  return screenPages.find((page) => pathname === `/${page}`) ?? 'board';
}

/** What the device itself does for a page: its looks, staying awake, remembering, working without the server. */
function startDevice(parts: {
  device: Device;
  live: Live;
  page: ScreenPage;
  everySecond(run: () => void): void;
}): void {
  const { device, live, page, everySecond } = parts;
  showLooks(document.documentElement, device);
  keepAwake({
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
    isVisible: pageInFront.get,
    onVisible: (run) => void pageInFront.subscribe(run),
    awake: device.awake,
    every: everySecond,
  });
  if (page === 'board' && 'indexedDB' in window) {
    const kept = createLastStateStore(indexedDB);
    keepLastState({ live, kept, asOf: device.asOf, monotonic: () => performance.now(), every: everySecond });
  }
  registerWorker();
}

const pageInFront = {
  get: () => document.visibilityState === 'visible',
  subscribe(listener: () => void): () => void {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

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
