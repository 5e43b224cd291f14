import { expect, test } from 'vitest';
import { createPlaces } from './places.ts';

test('[BD6b] places are so many of one address and so many altogether, and given back once', () => {
  const places = createPlaces({ ofAddress: 2, altogether: 3 });
  const first = places.take('a');
  expect([places.take('a') !== null, places.take('a')]).toEqual([true, null]);
  expect([places.take('b') !== null, places.take('b')]).toEqual([true, null]);
  first?.();
  first?.();
  expect([places.take('b') !== null, places.take('a')]).toEqual([true, null]);
});

test('[BD6b] who has a whole network of addresses has the places of one', () => {
  const places = createPlaces({ ofAddress: 2, altogether: 9 });
  expect(places.take('2001:db8::1')).not.toBe(null);
  const second = places.take('2001:db8::2');
  expect(places.take('2001:db8::3')).toBe(null);
  second?.();
  expect(places.take('2001:db8::4')).not.toBe(null);
});
