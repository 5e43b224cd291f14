import type { Tone } from './tones.ts';

const highestHertz = 3_200;

/**
 * What every tone goes through: the device's volume, and a filter that keeps overtones where they are heard.
 * @returns `input` for the tones; `setVolume` takes 0 to 1
 */
export function createOutput(context: BaseAudioContext, volume: number) {
  const gain = context.createGain();
  const filter = context.createBiquadFilter();
  gain.gain.value = volume;
  filter.type = 'lowpass';
  filter.frequency.value = highestHertz;
  filter.Q.value = -3;
  gain.connect(filter).connect(context.destination);
  return {
    input: gain,
    setVolume(next: number) {
      gain.gain.value = next;
    },
  };
}

/** A way into the output that can be closed while its tones still sound, without a click. */
export function openVoice(output: AudioNode): { input: AudioNode; close(): void } {
  const { context } = output;
  const gain = context.createGain();
  gain.connect(output);
  return {
    input: gain,
    close() {
      gain.gain.setValueAtTime(1, context.currentTime);
      gain.gain.linearRampToValueAtTime(0, context.currentTime + 0.03);
    },
  };
}

/**
 * Lays one tone into a context, swelling and fading within a few milliseconds so that it does not click.
 * @param from when its sound begins, in the context's seconds
 */
export function playTone(output: AudioNode, { hertz, startMs, lengthMs, shape, loudness }: Tone, from: number): void {
  const { context } = output;
  const begin = from + startMs / 1000;
  const end = begin + lengthMs / 1000;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = shape;
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(loudness, begin + 0.012);
  gain.gain.setValueAtTime(loudness, end - 0.04);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(output);
  oscillator.start(begin);
  oscillator.stop(end);
}
