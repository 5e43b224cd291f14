import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { worthKeeping } from './keep-last-state.ts';
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
