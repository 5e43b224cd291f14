import { expect, test } from 'vitest';
import { createStormPace } from './storm-pace.ts';

/** A screen on which showing takes `drawMs`, with timers that strike when the test says. */
function screen(drawMs: number) {
  let now = 1_000;
  const timers: { run: () => void; ms: number }[] = [];
  const pace = createStormPace({ monotonic: () => now, setTimer: (run, ms) => timers.push({ run, ms }) });
  const strike = () => {
    const timer = timers.shift();
    now += timer?.ms ?? 0;
    timer?.run();
  };
  return {
    /** @returns after how many milliseconds something that comes now is shown */
    show(): number {
      pace(() => (now += drawMs));
      const waitMs = timers[0]?.ms ?? NaN;
      strike();
      strike();
      return waitMs;
    },
    wait: (ms: number) => void (now += ms),
  };
}

test('[BD5.3] on a quick screen each news is shown within a few milliseconds', () => {
  const { show } = screen(20);
  expect([show(), show(), show()]).toEqual([8, 8, 8]);
});

test('[BD5.3] a slow screen rests between two showings of a storm, and nobody waits a second', () => {
  const slow = screen(30);
  expect([slow.show(), slow.show(), slow.show(), slow.show()]).toEqual([8, 8, 8, 8 + 50 * 10]);
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
