import { expect, test } from 'vitest';
import { fullScreenOf } from './full-screen.ts';

test('[BO10] a page knows whether it fills the screen, by its own doing or the browser’s, and whether it could', () => {
  const page = { fullscreenEnabled: true, fullscreenElement: null };
  expect(fullScreenOf(page, false)).toBe('off');
  // A browser says of a page that asked for it, too, that nothing is around it.
  expect(fullScreenOf({ ...page, fullscreenElement: {} }, true)).toBe('on');
  expect(fullScreenOf(page, true)).toBe('by-browser');
  expect(fullScreenOf({ ...page, fullscreenEnabled: false }, false)).toBe('impossible');
});
