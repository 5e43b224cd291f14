import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { isDue, worthKeeping } from './keep-last-state.ts';
import { chooseTheme } from './theme.ts';

test('[BO10] everything open is kept on the screen, and the last finished ones', () => {
  const open = Array.from({ length: 5 }, (_, index) => sampleOrder({ id: `o${index}`, status: 'preparing' }));
  const done = Array.from({ length: 200 }, (_, index) =>
    sampleOrder({ id: `d${index}`, status: 'ready', statusAt: index }),
  );
  const stopped = sampleOrder({ id: 's', status: 'cancelled', stop: { at: 0, was: 'preparing' } });
  const kept = worthKeeping([...done, ...open, stopped]).map((order) => order.id);
  expect(kept).toHaveLength(66);
  expect(kept).toEqual(expect.arrayContaining(['o0', 'o4', 's', 'd199', 'd140']));
  expect(kept).not.toContain('d139');
});

test('[BO9] more contrast is respected until somebody chooses', () => {
  expect(chooseTheme(null, true)).toBe('contrast');
  expect(chooseTheme(null, false)).toBe('dark');
  expect(chooseTheme('light', true)).toBe('light');
  expect(chooseTheme('pink', false)).toBe('dark');
});

test('[BO10] what changed is kept within a second or two of rest, in a storm each 5 s; the same again each minute', () => {
  const savedAt = 100_000;
  expect(isDue(100_900, { savedAt, changedAt: 100_200 })).toBe(true);
  expect(isDue(100_900, { savedAt, changedAt: 100_800 })).toBe(false);
  expect(isDue(105_000, { savedAt, changedAt: 104_999 })).toBe(true);
  expect(isDue(159_999, { savedAt, changedAt: null })).toBe(false);
  expect(isDue(160_000, { savedAt, changedAt: null })).toBe(true);
});
