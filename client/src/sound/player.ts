import type { Cell } from '../live/cell.ts';
import type { Loudspeaker } from './loudspeaker.ts';
import type { SoundName } from './tones.ts';

/** `blocked`: the browser wants a touch first; this screen cannot be heard. */
export type SoundState = 'on' | 'muted' | 'blocked' | 'unsupported';

/** How loud this device is, of what it can. */
export const volumes = ['low', 'medium', 'full'] as const;
export type Volume = (typeof volumes)[number];

export interface PlayerDeps {
  /** Whether this device was silenced, kept between visits. */
  muted: { get(): boolean; set(muted: boolean): void };
  volume: Cell<Volume>;
}

export interface Player {
  /** Gives it its loudspeaker; until then it is silent. That is a script of its own, and takes a browser time to make. */
  open(make: (volume: Cell<Volume>, changed: () => void) => Loudspeaker): void;
  /** @param count how many it is about, which can be heard up to three */
  play(sound: SoundName, count?: number): void;
  /** Ends that sound at once, and what waits of it: what it says is not so any more. */
  stop(sound: SoundName): void;
  /** Plays even when muted: the sound test. */
  test(sound: SoundName): void;
  state(): SoundState;
  setMuted(muted: boolean): void;
  volume: Cell<Volume>;
  /** To be called within a touch or key: browsers let no page sound before. */
  unlock(): void;
  subscribe(listener: () => void): () => void;
}

/**
 * Synthesises the kitchen's sounds: nothing to load, nothing that can be missing when it matters. Two at once are
 * played one after the other: mixed, neither could be told, and the sum would clip.
 */
export function createPlayer(deps: PlayerDeps): Player {
  let opened: Loudspeaker | null = null;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  const sound = (name: SoundName, count: number) => opened?.turns.sound(name, count);

  async function resume(): Promise<void> {
    const context = opened?.context;
    try {
      if (context && context.state !== 'running') await context.resume();
    } catch {
      // Still blocked: the button stays.
    }
    tell();
  }
  return {
    open(make) {
      opened ??= make(deps.volume, tell);
      tell();
    },
    play(name, count = 1) {
      if (!deps.muted.get()) sound(name, count);
    },
    stop: (name) => opened?.turns.stop(name),
    test(name) {
      void resume().then(() => sound(name, 1));
    },
    state() {
      if (!opened?.context) return 'unsupported';
      if (opened.context.state !== 'running') return 'blocked';
      return deps.muted.get() ? 'muted' : 'on';
    },
    setMuted(muted) {
      deps.muted.set(muted);
      tell();
    },
    volume: deps.volume,
    unlock: () => void resume(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
