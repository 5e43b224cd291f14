import type { Cell } from '../live/cell.ts';
import type { Volume } from './player.ts';
import { createOutput, openVoice, playTone } from './synth.ts';
import { counted, lengthOfMs, type SoundName } from './tones.ts';

/** What a player sounds through. */
export interface Loudspeaker {
  /** Null where the browser has none. */
  context: AudioContext | null;
  turns: {
    sound(name: SoundName, count: number): void;
    stop(name: SoundName): void;
  };
}

const share: Record<Volume, number> = { low: 0.2, medium: 0.5, full: 1 };
/** What waits longer than this behind other sounds is not played: by then it would say what is past. */
const mostWaitS = 3;

/** @param changed to be told when the browser lets it sound, or not */
export function openLoudspeaker(
  createContext: () => AudioContext | null,
  volume: Cell<Volume>,
  changed: () => void,
): Loudspeaker {
  const context = createContext();
  const output = context && createOutput(context, share[volume.get()]);
  volume.subscribe(() => output?.setVolume(share[volume.get()]));
  context?.addEventListener('statechange', changed);
  return { context, turns: createTurns(context, output && output.input) };
}

/** Plays sounds one after the other, and ends those that are not so any more. */
function createTurns(context: AudioContext | null, output: AudioNode | null): Loudspeaker['turns'] {
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
