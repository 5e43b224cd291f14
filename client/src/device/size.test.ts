import { expect, test } from 'vitest';
import {
  chooseEmPx,
  columnsIn,
  createSizeCell,
  largestPx,
  nearestSize,
  sizePx,
  smallestPx,
  ticketsThatFit,
} from './size.ts';

const wall = { widthPx: 1920, heightPx: 1080 };

test('[BO9] a wall screen is read from 1 m, a phone or laptop from the hand, a 4K wall twice as large, and what was chosen stays', () => {
  expect(chooseEmPx(null, wall)).toBe(sizePx.one);
  expect(chooseEmPx(null, { widthPx: 390, heightPx: 844 })).toBe(sizePx.hand);
  expect(chooseEmPx(null, { widthPx: 1280, heightPx: 800 })).toBe(sizePx.hand);
  expect(chooseEmPx(null, { widthPx: 3840, heightPx: 2160 })).toBe(2 * sizePx.one);
  expect(chooseEmPx('two', { widthPx: 390, heightPx: 844 })).toBe(sizePx.two);
  expect(chooseEmPx('37', wall)).toBe(37);
  expect(chooseEmPx('nonsense', wall)).toBe(sizePx.one);
});

test('[BO9] the slider stays within what can be read and what fits', () => {
  expect(chooseEmPx('4', wall)).toBe(smallestPx);
  expect(chooseEmPx('4000', wall)).toBe(largestPx);
  expect(chooseEmPx('-1', wall)).toBe(sizePx.one);
});

test('[BO9] the size is kept on this device, and holds without a storage that can be written', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  createSizeCell(storage, wall).set(41);
  expect(createSizeCell(storage, wall).get()).toBe(41);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  const cell = createSizeCell(full, wall);
  cell.set(50);
  expect(cell.get()).toBe(50);
});

test('[BO9] what is coarse goes by the nearest distance', () => {
  expect([16, 24, 26, 38, 96].map(nearestSize)).toEqual(['hand', 'hand', 'one', 'oneAndHalf', 'two']);
});

test('[BO9] says about how many tickets fit: three at 2 m on full HD; columns follow the size', () => {
  const room = { widthPx: 1888, heightPx: 880 };
  expect(ticketsThatFit(sizePx.two, room)).toBe(3);
  expect(ticketsThatFit(sizePx.one, room)).toBe(15);
  const columns = [16, 20, 30, 44, 58, 96].map((px) => columnsIn(room.widthPx, px));
  expect(columns).toEqual(columns.toSorted((a, b) => b - a));
});
