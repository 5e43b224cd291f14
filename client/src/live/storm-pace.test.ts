import { expect, test } from 'vitest';
import { createStormPace } from './storm-pace.ts';

/** A screen on which showing takes `drawMs`, with timers that strike when the test says. */
function screen(drawMs: number) {
  let now = 1_000;
  const timers: { run: () => void; ms: number }[] = [];
  const pace = createStormPace({
    monotonic: () => now,
    setTimer: (run, ms) => timers.push({ run, ms }),
  });
  const strike = () => {
    const timer = timers.shift();
    now += timer?.ms ?? 0;
    timer?.run();
  };
  return {
    /** @returns after how many milliseconds something that comes now is shown */
    show(): number {
      pace.defer(() => (now += drawMs));
      const waitMs = timers[0]?.ms ?? NaN;
      strike();
      strike();
      return waitMs;
    },
    wait: (ms: number) => void (now += ms),
    isStorm: pace.isStorm,
  };
}

test('[BD5.3] on a quick screen each news is shown within a few milliseconds', () => {
  const { show } = screen(20);
  expect([show(), show(), show()]).toEqual([8, 8, 8]);
});

test('[BD5.3] a slow screen rests between two showings of a storm, and nobody waits a second', () => {
  const slow = screen(40);
  expect([slow.show(), slow.show(), slow.show(), slow.show()]).toEqual([8, 8, 8, 8 + 25 * 8]);
  const slowest = screen(500);
  expect([slowest.show(), slowest.show(), slowest.show(), slowest.show()]).toEqual([8, 8, 8, 800]);
});

test('[BD5.3] what comes after a pause is shown at once on any screen', () => {
  const { show, wait } = screen(500);
  show();
  show();
  show();
  wait(800);
  expect(show()).toBe(8);
});

test('[BD5.3] a storm is one while a slow screen has news to show, and not on a quick one', () => {
  const slow = screen(60);
  slow.show();
  expect(slow.isStorm()).toBe(false);
  for (let shown = 0; shown < 3; shown += 1) slow.show();
  expect(slow.isStorm()).toBe(true);
  slow.wait(3_000);
  expect(slow.isStorm()).toBe(false);
  const quick = screen(20);
  for (let shown = 0; shown < 4; shown += 1) quick.show();
  expect(quick.isStorm()).toBe(false);
});
