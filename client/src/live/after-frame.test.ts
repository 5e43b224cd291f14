import { expect, test } from 'vitest';
import { createAfterFrame } from './after-frame.ts';

function setUp() {
  const frames: (() => void)[] = [];
  const timers: { run(): void; ms: number }[] = [];
  const ran: string[] = [];
  const afterFrame = createAfterFrame({
    nextFrame: (run) => void frames.push(run),
    setTimer: (run, ms) => void timers.push({ run, ms }),
  });
  const strike = (ms: number) => timers.filter((timer) => timer.ms === ms).forEach(({ run }) => run());
  return { afterFrame, ran, nextFrame: () => frames.splice(0).forEach((run) => run()), strike };
}

test('[BD3] what can wait is done when the frame is out, once', () => {
  const { afterFrame, ran, nextFrame, strike } = setUp();
  afterFrame(() => ran.push('sent'));
  nextFrame();
  expect(ran).toEqual([]);
  strike(0);
  strike(120);
  expect(ran).toEqual(['sent']);
});

test('[BD3] a hidden page has no frames: there it is done soon all the same', () => {
  const { afterFrame, ran, strike } = setUp();
  afterFrame(() => ran.push('sent'));
  strike(120);
  expect(ran).toEqual(['sent']);
});
