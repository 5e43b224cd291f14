import { expect, test } from 'vitest';
import { shouldReload } from './build-watch.ts';

const idle = { ownBuild: 'a', serverBuild: 'b', triedBuild: null, sinceInputMs: 30_000, queued: 0, isHeard: true };

test('[BD4] another build is loaded when nobody has touched the screen for 30 s and nothing waits to be sent', () => {
  expect(shouldReload(idle)).toBe(true);
  expect(shouldReload({ ...idle, sinceInputMs: 29_999 })).toBe(false);
  expect(shouldReload({ ...idle, queued: 1 })).toBe(false);
  expect(shouldReload({ ...idle, serverBuild: 'a' })).toBe(false);
});

test('[BD4] is not loaded from a server that is not heard: that would leave no board at all', () => {
  expect(shouldReload({ ...idle, isHeard: false })).toBe(false);
});

test('[BD4] tries each build once, so that a page that stays the old one does not spin', () => {
  expect(shouldReload({ ...idle, triedBuild: 'b' })).toBe(false);
  expect(shouldReload({ ...idle, serverBuild: 'c', triedBuild: 'b' })).toBe(true);
  expect(shouldReload({ ...idle, ownBuild: 'dev' })).toBe(false);
});
