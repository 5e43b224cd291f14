import { expect, test } from 'vitest';
import { isPutAway, putAwayForMs, withPutAway } from './put-away.ts';

test('[BO11] each word that was put away stays away for an hour, by itself', () => {
  const first = withPutAway('', 'items-unclaimed', 1_000);
  const both = withPutAway(first, 'push-parked', 2_000);
  expect(isPutAway(both, 'items-unclaimed', 1_000 + putAwayForMs - 1)).toBe(true);
  expect(isPutAway(both, 'items-unclaimed', 1_000 + putAwayForMs)).toBe(false);
  expect(isPutAway(both, 'push-parked', 1_000 + putAwayForMs)).toBe(true);
  expect(isPutAway(both, 'push-failing', 2_000)).toBe(false);
  // What is over is not kept for ever.
  expect(withPutAway(both, 'push-parked', 2_000 + putAwayForMs)).toBe(`push-parked@${2_000 + putAwayForMs}`);
});

test('[BO11] what a browser kept and cannot be read puts nothing away', () => {
  for (const kept of ['', '0', 'push-parked', 'push-parked@', 'push-parked@soon', '@5']) {
    expect([kept, isPutAway(kept, 'push-parked', 6)]).toEqual([kept, false]);
  }
});
