import { expect, test } from 'vitest';
import { createSleepWatch } from './sleep-watch.ts';

test('[BD2] notices a sleep in which the monotonic clock stood still, once', () => {
  const hasSlept = createSleepWatch();
  expect(hasSlept({ wall: 1_000_000, monotonic: 5_000 })).toBe(false);
  expect(hasSlept({ wall: 1_060_000, monotonic: 65_000 })).toBe(false);
  expect(hasSlept({ wall: 4_660_000, monotonic: 66_000 })).toBe(true);
  expect(hasSlept({ wall: 4_661_000, monotonic: 67_000 })).toBe(false);
});
