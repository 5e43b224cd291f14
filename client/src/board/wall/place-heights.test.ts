import { expect, test } from 'vitest';
import { createPlaceHeights } from './place-heights.ts';

test('[BD5] after the text took another size what was measured is no more than a guess', () => {
  const heights = createPlaceHeights();
  heights.set('a', 1, 300);
  expect([heights.of('a', 1), heights.exactlyOf('a', 1)]).toEqual([300, 300]);
  heights.rescale();
  expect([heights.of('a', 1), heights.exactlyOf('a', 1)]).toEqual([300, undefined]);
});

test('[BD5] a screen that is on for weeks forgets the heights of what is gone', () => {
  const heights = createPlaceHeights();
  for (let order = 0; order < 100; order += 1) heights.set(`${order}`, 0, 300);
  heights.keep(new Set(['7']));
  expect([heights.of('7', 0), heights.of('8', 0)]).toEqual([300, undefined]);
});
