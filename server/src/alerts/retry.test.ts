import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryDelayMs } from './retry.ts';

test('[PU3] waits double from 2 s and stay at 60 s', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 100].map((tries) => retryDelayMs(tries, null, 0.999999));
  expect(waits.map((wait) => Math.round(wait / 100) / 10)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
});

test('[PU3] chance shortens a wait by at most half, and it is never over 60 s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
      const wait = retryDelayMs(tries, null, random);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(wait).toBeGreaterThanOrEqual(retryDelayMs(tries, null, 1) / 2);
    }),
  );
});

test('[PU3] Retry-After is obeyed where it is longer than the back-off', () => {
  expect(retryDelayMs(1, 30_000, 0)).toBe(30_000);
  expect(retryDelayMs(1, 90_000, 0.5)).toBe(90_000);
  expect(retryDelayMs(6, 1_000, 0)).toBe(30_000);
  expect(retryDelayMs(1, 1e15, 0)).toBe(24 * 3_600_000);
});
