import type { Cell } from '../live/cell.ts';
import { createOutput, openVoice, playTone } from './synth.ts';
import { counted, lengthOfMs, type SoundName } from './tones.ts';

/** `blocked`: the browser wants a touch first; this screen cannot be heard. */
export type SoundState = 'on' | 'muted' | 'blocked' | 'unsupported';

/** How loud this device is, of what it can. */
export const volumes = ['low', 'medium', 'full'] as const;
export type Volume = (typeof volumes)[number];
const share: Record<Volume, number> = { low: 0.2, medium: 0.5, full: 1 };

export interface PlayerDeps {
  createContext(): AudioContext | null;
  /** Whether this device was silenced, kept between visits. */
  muted: { get(): boolean; set(muted: boolean): void };
  volume: Cell<Volume>;
}

export interface Player {
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

/** What waits longer than this behind other sounds is not played: by then it would say what is past. */
const mostWaitS = 3;

/**
 * Synthesises the kitchen's sounds: nothing to load, nothing that can be missing when it matters. Two at once are
 * played one after the other: mixed, neither could be told, and the sum would clip.
 */
export function createPlayer(deps: PlayerDeps): Player {
  const context = deps.createContext();
  const output = context && createOutput(context, share[deps.volume.get()]);
  deps.volume.subscribe(() => output?.setVolume(share[deps.volume.get()]));
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  context?.addEventListener('statechange', tell);
  const { sound, stop } = createTurns(context, output && output.input);

  async function resume(): Promise<void> {
    try {
      if (context && context.state !== 'running') await context.resume();
    } catch {
      // Still blocked: the button stays.
    }
    tell();
  }
  return {
    play(name, count = 1) {
      if (!deps.muted.get()) sound(name, count);
    },
    stop,
    test(name) {
      void resume().then(() => sound(name, 1));
    },
    state() {
      if (!context) return 'unsupported';
      if (context.state !== 'running') return 'blocked';
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

/** Plays sounds one after the other, and ends those that are not so any more. */
function createTurns(context: AudioContext | null, output: AudioNode | null) {
  let busyUntil = 0;
  const voices = new Set<{ name: SoundName; until: number; close(): void }>();
  return {
    sound(name: SoundName, count: number): void {
      if (!output || context?.state !== 'running') return;
      const from = Math.max(context.currentTime + 0.02, busyUntil);
      if (from - context.currentTime > mostWaitS) return;
      const tones = counted(name, count);
      const voice = openVoice(output);
      for (const tone of tones) playTone(voice.input, tone, from);
      const until = from + lengthOfMs(tones) / 1000;
      busyUntil = until + 0.15;
      for (const past of voices) if (past.until < context.currentTime) voices.delete(past);
      voices.add({ name, until, close: voice.close });
    },
    stop(name: SoundName): void {
      for (const voice of voices) {
        if (voice.name !== name) continue;
        voice.close();
        voices.delete(voice);
      }
      busyUntil = Math.max(0, ...[...voices].map((voice) => voice.until + 0.15));
    },
  };
}
