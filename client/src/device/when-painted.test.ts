import { expect, test } from 'vitest';
import { whenPainted } from './when-painted.ts';

function setUp() {
  const timers: { run: () => void; ms: number }[] = [];
  let paint = () => {};
  let runs = 0;
  whenPainted(() => (runs += 1), {
    onFirst: (run) => (paint = run),
    setTimer: (run, ms) => void timers.push({ run, ms }),
  });
  return { paint: () => paint(), timers, runs: () => runs };
}

test('[BO10] what is not needed for the first ticket begins a moment after it was drawn, once', () => {
  const { paint, timers, runs } = setUp();
  expect(timers.map(({ ms }) => ms)).toEqual([2_000]);
  paint();
  expect(timers.map(({ ms }) => ms)).toEqual([2_000, 250]);
  timers[1]?.run();
  timers[0]?.run();
  expect(runs()).toBe(1);
});

test('[BO10] without a ticket to draw it begins all the same', () => {
  const { timers, runs } = setUp();
  timers[0]?.run();
  expect(runs()).toBe(1);
});
