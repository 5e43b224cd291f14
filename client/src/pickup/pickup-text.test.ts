import { expect, test } from 'vitest';
import { pickupEn } from '../i18n/en-pickup.ts';
import { figuresIn, fitNumbers, fitOf, pageAt } from './board-fit.ts';
import { splitNumber } from './split-number.ts';
import { freshnessOf } from './staleness.ts';
import { pickupWords } from './words.ts';

test('[SC1] of a long number the last four are large, the rest stands small before them', () => {
  expect(splitNumber('1042')).toEqual({ small: '', large: '1042' });
  expect(splitNumber('10042')).toEqual({ small: '', large: '10042' });
  expect(splitNumber('WEB-2026-001042')).toEqual({ small: 'WEB-2026-00', large: '1042' });
  expect(splitNumber(' 🍕🍕🍕1042 ')).toEqual({ small: '🍕🍕🍕', large: '1042' });
});

const television = { widthPx: 880, heightPx: 800, shortSidePx: 1080 };
const numbers = (count: number, name = false) => Array.from({ length: count }, () => ({ large: 4, small: 0, name }));

test('[SC1] few numbers are as large as the screen lets them, more are smaller, and all fit', () => {
  const [few, more] = [fitNumbers(television, numbers(2)), fitNumbers(television, numbers(12))];
  expect(few.fontPx).toBeGreaterThan(more.fontPx);
  expect(more.perPage).toBeGreaterThanOrEqual(12);
});

test('[SC1] numbers never get too small to be read from five metres: then they come in pages', () => {
  const many = fitNumbers(television, numbers(80));
  expect(many.fontPx).toBeGreaterThanOrEqual(Math.floor(1080 * 0.085));
  expect(many.perPage).toBeLessThan(80);
  expect(fitNumbers(television, numbers(12, true)).perPage).toBeGreaterThanOrEqual(12);
});

test('[SC1] five wide letters have the room they need, as five figures have', () => {
  expect([figuresIn('10422'), figuresIn('')]).toEqual([5, 0]);
  // As they were measured in the heaviest weight the list uses, in figures.
  expect(figuresIn('WWWWW')).toBeGreaterThanOrEqual((5 * 107) / 66);
  expect(figuresIn('QOGNA')).toBeGreaterThanOrEqual((4 * 78 + 77) / 66);
  const narrow = { widthPx: 358, heightPx: 300, shortSidePx: 390 };
  const of = (number: string) => fitNumbers(narrow, [{ large: figuresIn(number), small: 0, name: false }]).fontPx;
  expect(of('WWWWW') * 5 * 1.07).toBeLessThanOrEqual(narrow.widthPx);
  expect(of('1042')).toBeGreaterThan(of('WWWWW'));
});

test('[SC1] what is called out keeps to the screen: too wide a line is as much smaller, no other is', () => {
  expect(fitOf(1_920, 1_222)).toBe(1);
  expect(fitOf(1_920, 0)).toBe(1);
  expect(fitOf(390, 507) * 507).toBeCloseTo(390 * 0.94);
});

test('[SC1] pages turn by themselves, the same for everybody who looks', () => {
  expect([0, 7_999, 8_000, 16_000].map((now) => pageAt(now, 2))).toEqual([0, 0, 1, 0]);
  expect(pageAt(8_000, 1)).toBe(0);
  expect(pageAt(8_000, 0)).toBe(0);
});

test('[SC1] after a minute without a beat guests are told that the list may be old', () => {
  const silent = (forMs: number) => ({ type: 'silent', forMs }) as const;
  expect(freshnessOf('live', { type: 'none' })).toBe('sure');
  expect(freshnessOf('offline', silent(59_999))).toBe('shaky');
  expect(freshnessOf('offline', silent(60_000))).toBe('old');
  expect(freshnessOf('connecting', { type: 'none' })).toBe('shaky');
  expect(freshnessOf('live', { type: 'refusing', sinceAt: 0, reason: 'x' })).toBe('sure');
});

test('[SC1] in both languages at once the device’s own comes first', () => {
  expect(pickupWords('both', 'es').ready).toBe('Listo · Ready');
  expect(pickupWords('both', 'en').preparing).toBe('Preparing · En preparación');
  expect(pickupWords('en', 'es')).toBe(pickupEn);
});
