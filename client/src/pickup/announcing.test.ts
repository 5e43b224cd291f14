import { expect, test } from 'vitest';
import { announce as announceFrom, silent, type Announcing } from './announcing.ts';

const announce = (state: Announcing, look: { ready: string[]; now: number; isNew?: (id: string) => boolean }) =>
  announceFrom(state, { isNew: () => false, ...look });
const start = announce(silent, { ready: ['a'], now: 0 });

test('[SC1] what stood there at the first look is not called out', () => {
  expect(start.current).toBeNull();
  expect(announce(start, { ready: ['a'], now: 1_000 })).toBe(start);
});

test('[SC1] what became ready while the screen was loading is called at its first look', () => {
  const loaded = announce(silent, { ready: ['a', 'b'], isNew: (id) => id === 'b', now: 0 });
  expect(loaded.current?.id).toBe('b');
  expect(announce(loaded, { ready: ['a', 'b'], isNew: () => false, now: 5_000 }).current).toBeNull();
});

test('[SC1] several at once are called one after the other', () => {
  const first = announce(start, { ready: ['a', 'b', 'c'], now: 0 });
  expect(first.current?.id).toBe('b');
  const still = announce(first, { ready: ['a', 'b', 'c'], now: 4_999 });
  expect(still.current?.id).toBe('b');
  const second = announce(still, { ready: ['a', 'b', 'c'], now: 5_000 });
  expect(second.current?.id).toBe('c');
  expect(announce(second, { ready: ['a', 'b', 'c'], now: 10_000 }).current).toBeNull();
});

test('[SC1] what was handed over is not called any more, and not shown large', () => {
  const first = announce(start, { ready: ['b', 'c', 'd'], now: 0 });
  const gone = announce(first, { ready: ['d'], now: 100 });
  expect([gone.current?.id, gone.queue]).toEqual(['d', []]);
});

test('[SC1] behind many others each is called shortly', () => {
  const many = announce(start, { ready: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], now: 0 });
  expect(many.current).toEqual({ id: 'b', until: 2_500 });
});

test('[SC1] one that was taken back and is ready again is called again', () => {
  const away = announce(start, { ready: [], now: 0 });
  expect(announce(away, { ready: ['a'], now: 100 }).current?.id).toBe('a');
});
