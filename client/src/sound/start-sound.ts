import type { ScreenPage } from '@kasera/shared/socket.ts';
import { createCell } from '../live/cell.ts';
import type { Live } from '../live/live.ts';
import { createPreference } from '../live/preference.ts';
import { attachSound } from './attach.ts';
import { createPlayer, volumes, type Volume } from './player.ts';
import type { Sound } from './use-sound.ts';

/** Builds this device's loudspeaker as it was left, and lets the page be heard through it. */
export function startSound(deps: {
  live: Live;
  page: ScreenPage;
  storage: Storage;
  every(run: () => void): void;
  onInput(listener: () => void): void;
}): Sound {
  const { live, page, storage, every } = deps;
  const muted = createPreference(storage, 'muted', (kept) => (kept === 'yes' ? 'yes' : 'no'));
  const volume = createPreference<Volume>(storage, 'volume', (kept) => volumes.find((one) => one === kept) ?? 'full');
  const hushed = createCell(false);
  const player = createPlayer({
    createContext: () => ('AudioContext' in window ? new AudioContext() : null),
    muted: { get: () => muted.get() === 'yes', set: (isMuted) => muted.set(isMuted ? 'yes' : 'no') },
    volume,
  });
  deps.onInput(() => {
    if (player.state() === 'blocked') player.unlock();
  });
  attachSound({ live, page, player, hushed, every, setTimer: (run, ms) => void setTimeout(run, ms) });
  return { player, hushed };
}
