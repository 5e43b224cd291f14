import { attachKeys } from '../keys/attach-keys.ts';
import type { KeyActions } from '../keys/key-actions.ts';
import type { Live } from '../live/live.ts';
import type { StationsChoice } from '../live/stations-choice.ts';
import type { Player } from '../sound/player.ts';
import { registerWorker } from '../sw/register.ts';
import type { Device } from './device.ts';
import { keepLastState } from './keep-last-state.ts';
import { createLastStateStore } from './last-state.ts';
import { keepReported } from './screen-report.ts';
import { keepAwake } from './wake-lock.ts';

/** What the device does for a live page, a moment after its first ticket: nothing of it has to be waited for. */
export function startLater(deps: {
  device: Device;
  live: Live;
  player: Player;
  stations: StationsChoice;
  actions: KeyActions;
  every(run: () => void): void;
}): void {
  const { device, live, player, stations, actions, every } = deps;
  const now = () => performance.now();
  keepAwake({
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
    isVisible: inFront.get,
    onVisible: (run) => void inFront.subscribe(run),
    awake: device.awake,
    every,
  });
  keepReported({ ...device, report: live.report, stations, sound: player, visible: inFront });
  registerWorker({ isLive: () => live.phase.get() === 'live', every });
  if (device.page === 'board') attachKeys({ page: document, kept: device.keys, actions, now });
  // What the counter knows is what the board knows, and both keep it in one place; guests' screens are given less.
  const knowsAll = device.page === 'board' || device.page === 'handover';
  if (!knowsAll || !('indexedDB' in window)) return;
  keepLastState({ live, kept: createLastStateStore(indexedDB), asOf: device.asOf, monotonic: now, every });
}

const inFront = {
  get: () => document.visibilityState === 'visible',
  subscribe(listener: () => void): () => void {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
