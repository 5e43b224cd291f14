import { expect, test } from 'vitest';
import { createServerClock } from './server-clock.ts';

test('[BD4] shows time by the last beat and monotonic time since, whatever the own clock says', () => {
  let monotonic = 1_000;
  let wall = 50;
  const clock = createServerClock({ monotonic: () => monotonic, wallClock: () => wall });
  expect(clock.now()).toBe(50);
  clock.set(1_700_000_000_000);
  monotonic += 2_500;
  wall = 9_999_999;
  expect(clock.now()).toBe(1_700_000_002_500);
  clock.set(1_700_000_002_000);
  expect(clock.now()).toBe(1_700_000_002_000);
});
