import { createCell } from '../live/cell.ts';
import { createPreference } from '../live/preference.ts';
import { createPlayer, volumes, type Volume } from './player.ts';
import type { Sound } from './use-sound.ts';

/** Builds this device's loudspeaker as it was left. What the page says through it is attached later. */
export function startSound(deps: { storage: Storage; onInput(listener: () => void): void }): Sound {
  const { storage } = deps;
  const muted = createPreference(storage, 'muted', (kept) => (kept === 'yes' ? 'yes' : 'no'));
  const volume = createPreference<Volume>(storage, 'volume', (kept) => volumes.find((one) => one === kept) ?? 'full');
  const hushed = createCell(false);
  const player = createPlayer({
    muted: { get: () => muted.get() === 'yes', set: (isMuted) => muted.set(isMuted ? 'yes' : 'no') },
    volume,
  });
  deps.onInput(() => {
    if (player.state() === 'blocked') player.unlock();
  });
  return { player, hushed };
}
