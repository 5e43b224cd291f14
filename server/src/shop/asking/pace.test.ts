import { expect, test } from 'vitest';
import { pauseMs, type PaceQuestion } from './pace.ts';

const pause = (more: Partial<PaceQuestion>) =>
  pauseMs({ askEveryMs: 10_000, answeredInMs: 300, quiet: false, failures: 0, fault: null, ...more });

test('[SH3e] at most a fifth of the time is asking, and no pause is longer than a minute', () => {
  expect(pause({})).toBe(10_000);
  expect(pause({ answeredInMs: 2_500 })).toBe(10_000);
  expect(pause({ answeredInMs: 4_000 })).toBe(16_000);
  expect(pause({ answeredInMs: 300_000 })).toBe(60_000);
  expect(pause({ answeredInMs: null })).toBe(10_000);
});

test('[SH3e] an interval longer than a minute stays what the owner set', () => {
  expect(pause({ askEveryMs: 120_000, quiet: true })).toBe(120_000);
  expect(pause({ askEveryMs: 120_000, failures: 5, fault: { kind: 'busy', retryAfterMs: null } })).toBe(120_000);
});

test('[SH3e] `Retry-After` wins where it is longer, up to an hour', () => {
  expect(pause({ failures: 1, fault: { kind: 'busy', retryAfterMs: 5_000 } })).toBe(10_000);
  expect(pause({ failures: 1, fault: { kind: 'unavailable', retryAfterMs: 300_000 } })).toBe(300_000);
  expect(pause({ failures: 1, fault: { kind: 'busy', retryAfterMs: 86_400_000 } })).toBe(3_600_000);
});
