import { decideCommand } from '@kasera/shared/decide/command.ts';
import { attachKeys } from '../keys/attach-keys.ts';
import type { KeyActions } from '../keys/key-actions.ts';
import type { Live } from '../live/live.ts';
import type { StationsChoice } from '../live/stations-choice.ts';
import { attachSound } from '../sound/attach.ts';
import { openLoudspeaker } from '../sound/loudspeaker.ts';
import type { Sound } from '../sound/use-sound.ts';
import { registerWorker } from '../sw/register.ts';
import type { Device } from './device.ts';
import { keepLastState } from './keep-last-state.ts';
import { createLastStateStore } from './last-state.ts';
import { keepReported } from './screen-report.ts';
import { keepAwake } from './wake-lock.ts';

export interface LaterDeps {
  device: Device;
  live: Live;
  sound: Sound;
  stations: StationsChoice;
  actions: KeyActions;
  every(run: () => void): void;
  /** Each touch and key. */
  onInput(run: () => void): void;
  setTimer(run: () => void, ms: number): void;
}

/** What the device does for a live page, a moment after its first ticket: nothing of it has to be waited for. */
export function startLater(deps: LaterDeps): void {
  const { device, live, sound, stations, actions, every, setTimer } = deps;
  const now = () => performance.now();
  live.foreseeBy(decideCommand);
  const createContext = () => ('AudioContext' in window ? new AudioContext() : null);
  sound.player.open((volume, changed) => openLoudspeaker(createContext, volume, changed));
  attachSound({ live, page: device.page, ...sound, every, setTimer, wallClock: Date.now });
  keepAwake({
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : null,
    isVisible: inFront.get,
    onVisible: (run) => void inFront.subscribe(run),
    awake: device.awake,
    every,
    onInput: deps.onInput,
  });
  keepReported({ ...device, report: live.report, stations, sound: sound.player, visible: inFront });
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
