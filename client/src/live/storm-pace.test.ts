import { expect, test } from 'vitest';
import { createStormPace } from './storm-pace.ts';

/** A screen with timers that strike when the test says. */
function screen() {
  let now = 1_000;
  const timers: { run: () => void; ms: number }[] = [];
  const pace = createStormPace({
    monotonic: () => now,
    setTimer: (run, ms) => timers.push({ run, ms }),
  });
  /** @returns after how many milliseconds something that comes now is shown; showing it takes `drawMs` */
  async function show(drawMs: number): Promise<number> {
    // React draws in a microtask of its own.
    pace.defer(() => queueMicrotask(() => (now += drawMs)));
    const timer = timers.shift();
    now += timer?.ms ?? 0;
    timer?.run();
    await Promise.resolve();
    return timer?.ms ?? NaN;
  }
  async function showAll(...drawMs: number[]): Promise<number[]> {
    const waited: number[] = [];
    for (const ms of drawMs) waited.push(await show(ms));
    return waited;
  }
  return { show, showAll, wait: (ms: number) => void (now += ms), isStorm: pace.isStorm };
}

const times = (count: number, drawMs: number) => Array.from({ length: count }, () => drawMs);

test('[BD5.3] on a quick screen each news is shown within a few milliseconds', async () => {
  const { showAll } = screen();
  expect(await showAll(...times(60, 9))).toEqual(times(60, 8));
});

test('[BD5.3] a quick screen that is held up a few times does not rest', async () => {
  const { showAll } = screen();
  const waited = await showAll(...times(40, 3), 60, 34, 23, 17, 28, 23, ...times(40, 3));
  expect(waited.every((ms) => ms === 8)).toBe(true);
});

test('[BD5.3] a slow screen rests between two showings of a storm, and nobody waits a second', async () => {
  const slow = screen();
  await slow.showAll(...times(32, 15));
  expect(await slow.show(15)).toBe(8 + 60 * 5);
  const slowest = screen();
  await slowest.showAll(...times(32, 500));
  expect(await slowest.show(500)).toBe(800);
});

test('[BD5.3] what comes after a pause is shown at once on any screen', async () => {
  const { show, showAll, wait } = screen();
  await showAll(...times(32, 500));
  wait(800);
  expect(await show(500)).toBe(8);
});

test('[BD5.3] a storm is one while a slow screen has news to show, and not on a quick one', async () => {
  const slow = screen();
  await slow.showAll(30, 30, 30);
  expect(slow.isStorm()).toBe(false);
  await slow.showAll(...times(32, 30));
  expect(slow.isStorm()).toBe(true);
  slow.wait(3_000);
  expect(slow.isStorm()).toBe(false);
  const quick = screen();
  await quick.showAll(...times(60, 5));
  expect(quick.isStorm()).toBe(false);
});
