import { expect, test } from 'vitest';
import { createRetryPace } from './retry-pace.ts';

test('[BO11] a screen for which there is no place asks ever less often, and from the beginning once it was let in', () => {
  const pace = createRetryPace(() => 0.5);
  const waits = Array.from({ length: 6 }, () => pace.next('too-many-connections'));
  expect(waits).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  pace.reset();
  expect(pace.next('too-many-connections')).toBe(4_000);
});

test('[BO11] those who were refused together do not come again together', () => {
  const first = (random: number) => createRetryPace(() => random).next('too-many-connections');
  expect([first(0), first(0.999)]).toEqual([3_000, 4_998]);
});

test('[BD6] a missing key is looked for every two seconds', () => {
  const pace = createRetryPace(() => 0);
  expect([pace.next('unauthorised'), pace.next('unauthorised')]).toEqual([2_000, 2_000]);
});
