import { expect, test } from 'vitest';
import { neighbour, readingOrder } from './direction.ts';

const box = (left: number, top: number, height = 100) => ({ left, top, width: 100, height });
/** Two columns of two, and a third with one long ticket. */
const wall = [box(0, 0), box(0, 120, 200), box(120, 0, 60), box(120, 80), box(240, 0, 400)];

test('[BO7] arrows go to the nearest ticket that way', () => {
  expect(neighbour(wall, 0, 'down')).toBe(1);
  expect(neighbour(wall, 1, 'up')).toBe(0);
  expect(neighbour(wall, 0, 'right')).toBe(2);
  expect(neighbour(wall, 1, 'right')).toBe(3);
  expect(neighbour(wall, 4, 'left')).toBe(2);
  expect(neighbour(wall, 3, 'right')).toBe(4);
});

test('[BO7] down and up go on in the next column, and stop at the ends', () => {
  expect(neighbour(wall, 1, 'down')).toBe(2);
  expect(neighbour(wall, 4, 'up')).toBe(3);
  expect(neighbour(wall, 4, 'down')).toBeNull();
  expect(neighbour(wall, 0, 'up')).toBeNull();
  expect(neighbour(wall, 0, 'left')).toBeNull();
});

test('[BO7] every ticket is reached by going down from the first', () => {
  let at: number | null = readingOrder(wall)[0] ?? null;
  const seen: number[] = [];
  while (at !== null) {
    seen.push(at);
    at = neighbour(wall, at, 'down');
  }
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});
