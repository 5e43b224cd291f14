import { expect, test } from 'vitest';
import { placeCards, type Place } from './shelf.ts';

const here = (...ids: string[]): Place[] => ids.map((id) => ({ id, leftAt: null }));
const names = (places: readonly Place[]) => places.map(({ id, leftAt }) => (leftAt === null ? id : `${id}-`));

test('[BO6] what was handed over keeps its place for five seconds', () => {
  const left = placeCards(here('a', 'b', 'c'), ['a', 'c'], { now: 1_000, touched: false });
  expect(names(left)).toEqual(['a', 'b-', 'c']);
  expect(names(placeCards(left, ['a', 'c'], { now: 5_999, touched: false }))).toEqual(['a', 'b-', 'c']);
  expect(names(placeCards(left, ['a', 'c'], { now: 6_000, touched: false }))).toEqual(['a', 'c']);
});

test('[BO6] nothing closes up while the screen is touched', () => {
  const left = placeCards(here('a', 'b'), ['b'], { now: 0, touched: false });
  expect(names(placeCards(left, ['b'], { now: 9_000, touched: true }))).toEqual(['a-', 'b']);
});

test('[BO6] taken back, it stands where it stood', () => {
  const left = placeCards(here('a', 'b', 'c'), ['a', 'c'], { now: 0, touched: false });
  expect(names(placeCards(left, ['a', 'b', 'c'], { now: 100, touched: false }))).toEqual(['a', 'b', 'c']);
});

test('[BO6] several that leave keep their order, and new ones come after them', () => {
  const left = placeCards(here('a', 'b', 'c'), ['c', 'd'], { now: 0, touched: false });
  expect(names(left)).toEqual(['a-', 'b-', 'c', 'd']);
});

test('[BO6] where nothing changed the places stay the same object', () => {
  const left = placeCards(here('a', 'b'), ['b'], { now: 0, touched: false });
  expect(placeCards(left, ['b'], { now: 100, touched: false })).toBe(left);
});
