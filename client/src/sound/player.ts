import { sounds, type SoundName, type Tone } from './tones.ts';

/** `blocked`: the browser wants a touch first; this screen cannot be heard. */
export type SoundState = 'on' | 'muted' | 'blocked' | 'unsupported';

export interface PlayerDeps {
  createContext(): AudioContext | null;
  /** Whether this device was silenced, kept between visits. */
  muted: { get(): boolean; set(muted: boolean): void };
}

export interface Player {
  play(sound: SoundName): void;
  /** Plays even when muted: the sound test. */
  test(sound: SoundName): void;
  state(): SoundState;
  setMuted(muted: boolean): void;
  /** To be called within a touch or key: browsers let no page sound before. */
  unlock(): void;
  subscribe(listener: () => void): () => void;
}

/** Synthesises the kitchen's sounds: nothing to load, nothing that can be missing when it matters. */
export function createPlayer(deps: PlayerDeps): Player {
  const context = deps.createContext();
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  context?.addEventListener('statechange', tell);

  function sound(name: SoundName): void {
    if (context?.state !== 'running') return;
    for (const one of sounds[name]) schedule(context, one);
  }
  async function resume(): Promise<void> {
    try {
      if (context && context.state !== 'running') await context.resume();
    } catch {
      // Still blocked: the button stays.
    }
    tell();
  }
  return {
    play(name) {
      if (!deps.muted.get()) sound(name);
    },
    test(name) {
      void resume().then(() => sound(name));
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
    unlock: () => void resume(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One tone, swelling and fading within a few milliseconds so that it does not click. */
function schedule(context: AudioContext, { hertz, startMs, lengthMs, shape }: Tone): void {
  const from = context.currentTime + 0.02 + startMs / 1000;
  const until = from + lengthMs / 1000;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  const loudness = shape === 'triangle' ? 0.9 : 0.45;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(loudness, from + 0.012);
  gain.gain.setValueAtTime(loudness, until - 0.04);
  gain.gain.linearRampToValueAtTime(0, until);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(from);
  oscillator.stop(until);
}
