import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Cell } from '../live/cell.ts';
import type { Player, SoundState } from './player.ts';

export interface Sound {
  player: Player;
  /** Whether the standing alarm was silenced by a person. */
  hushed: Cell<boolean>;
}

export const SoundContext = createContext<Sound | null>(null);

export function useSound(): Sound & { state: SoundState } {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error('useSound needs a SoundContext above it');
  const state = useSyncExternalStore(sound.player.subscribe, sound.player.state);
  return { ...sound, state };
}
