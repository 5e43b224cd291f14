import { expect, test } from 'vitest';
import { createCell } from '../live/cell.ts';
import { openLoudspeaker } from './loudspeaker.ts';
import { createPlayer, type Volume } from './player.ts';
import { counted, lengthOfMs, sounds } from './tones.ts';

/** An audio context as far as the player uses one, and what it was told to play. */
function setUp(volume: Volume = 'full') {
  const started: { at: number; hertz: number }[] = [];
  const gains: { value: number }[] = [];
  const state = { muted: false };
  const param = () => ({ value: 0, setValueAtTime: () => {}, linearRampToValueAtTime: () => {} });
  const node = (parts: object) => ({ connect: (next: unknown) => next, ...parts });
  const context = {
    state: 'running',
    currentTime: 10,
    destination: {},
    addEventListener: () => {},
    createBiquadFilter: () => node({ frequency: param(), Q: param() }),
    createGain() {
      const gain = param();
      gains.push(gain);
      return node({ gain, context });
    },
    createOscillator() {
      const frequency = param();
      return node({ frequency, start: (at: number) => started.push({ at, hertz: frequency.value }), stop: () => {} });
    },
  };
  const cell = createCell<Volume>(volume);
  const player = createPlayer({
    muted: { get: () => state.muted, set: (muted) => void (state.muted = muted) },
    volume: cell,
  });
  // The browser's own is far larger than what is used of it.
  const createContext = () => Object.assign(Object.create(null), context);
  player.open((kept, changed) => openLoudspeaker(createContext, kept, changed));
  return { player, started, gains, state, volume: cell };
}

test('[BD1] two sounds at once are played one after the other, so that each is told and none clips', () => {
  const { player, started } = setUp();
  player.play('disconnected');
  player.play('new');
  const [first] = started;
  const second = started[2];
  expect(first?.at).toBeCloseTo(10.02);
  expect(second?.at).toBeGreaterThanOrEqual((first?.at ?? 0) + lengthOfMs(sounds.disconnected) / 1000);
});

test('[BD1] what would sound only seconds later is left out', () => {
  const { player, started } = setUp();
  for (let times = 0; times < 20; times += 1) player.play('new');
  expect(Math.max(...started.map(({ at }) => at))).toBeLessThan(15);
});

test('[BD1] a muted device is silent, but for the sound test', async () => {
  const { player, started, state } = setUp();
  state.muted = true;
  player.play('new');
  expect(started).toEqual([]);
  player.test('new');
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  expect(started).toHaveLength(3);
});

test('[BD1] each device has its own volume, full unless somebody chose another', () => {
  const { gains, volume } = setUp();
  expect(gains[0]?.value).toBe(1);
  volume.set('low');
  expect(gains[0]?.value).toBeCloseTo(0.2);
});

test('[BO8] one ring says for how many it rings, by its last tone, up to three', () => {
  const { player, started } = setUp();
  for (const count of [1, 2, 3, 9]) {
    started.length = 0;
    player.play('new', count);
    expect(started).toHaveLength(2 + Math.min(count, 3));
  }
  expect(lengthOfMs(counted('new', 3))).toBeLessThan(1_500);
});

test('[BO8] a ring that is over ends in its middle, and nothing behind it waits for it', () => {
  const { player, started, gains } = setUp();
  player.play('new', 3);
  const ramps = gains.length;
  player.stop('new');
  expect(gains.length).toBe(ramps);
  started.length = 0;
  player.play('changed');
  expect(started[0]?.at).toBeCloseTo(10.02);
});
