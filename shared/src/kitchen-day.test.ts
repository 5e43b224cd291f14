import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpeningHours } from './kitchen.ts';
import { dayOf, endOfDay, isOpenAt, nextClosing, nextOpening, startOfDay } from './kitchen-day.ts';

const madrid = { timeZone: 'Europe/Madrid', dayEndsAt: 300 };
/** A wall time of Madrid in January (+01:00). */
const at = (text: string) => Date.parse(`${text}:00+01:00`);
const none: OpeningHours[] = [];
const evening: OpeningHours[] = [
  { from: 13 * 60, to: 16 * 60 },
  { from: 20 * 60, to: 25 * 60 },
];
/** Closed on Mondays; 10 January 2026 is a Saturday. */
const hours = [none, evening, evening, evening, evening, evening, evening];
const open = { timeZone: 'Europe/Madrid', hours };

test.each([
  ['2026-01-10T04:59', '2026-01-09'],
  ['2026-01-10T05:00', '2026-01-10'],
  ['2026-01-11T01:30', '2026-01-10'],
])('[BO13a] at %s it is still the kitchen’s %s', (time, day) => {
  expect(dayOf(at(time), madrid)).toBe(day);
});

test('[BO13a] a day that ends in the evening ends before midnight', () => {
  const early = { timeZone: 'Europe/Madrid', dayEndsAt: 23 * 60 };
  expect(dayOf(at('2026-01-10T22:59'), early)).toBe('2026-01-10');
  expect(dayOf(at('2026-01-10T23:00'), early)).toBe('2026-01-11');
});

test('[BO13a] a zone may be an offset, and one nobody knows is read as UTC', () => {
  const time = Date.UTC(2026, 0, 10, 23, 30);
  expect(dayOf(time, { timeZone: '+02:00', dayEndsAt: 0 })).toBe('2026-01-11');
  expect(dayOf(time, { timeZone: '-05:30', dayEndsAt: 0 })).toBe('2026-01-10');
  expect(dayOf(time, { timeZone: 'Mars/Olympus', dayEndsAt: 0 })).toBe('2026-01-10');
});

test('[BO13b] the days of a change of the clock are 23 and 25 hours long', () => {
  const midnight = { ...madrid, dayEndsAt: 0 };
  const hoursOf = (day: string) => (endOfDay(day, midnight) - startOfDay(day, midnight)) / 3_600_000;
  expect([hoursOf('2026-03-29'), hoursOf('2026-10-25'), hoursOf('2026-01-10')]).toEqual([23, 25, 24]);
  expect(startOfDay('2026-03-29', { ...madrid, dayEndsAt: 150 })).toBe(Date.parse('2026-03-29T03:30:00+02:00'));
  expect(startOfDay('2026-10-25', { ...madrid, dayEndsAt: 150 })).toBe(Date.parse('2026-10-25T02:30:00+02:00'));
});

test('[BO13b] every moment is in its day, and the days follow each other', () => {
  const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', '+02:00');
  const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(zones, fc.nat({ max: 1439 }), moment, (timeZone, dayEndsAt, time) => {
      const setup = { timeZone, dayEndsAt };
      const day = dayOf(time, setup);
      expect(startOfDay(day, setup)).toBeLessThanOrEqual(time + 3_600_000);
      expect(endOfDay(day, setup)).toBeGreaterThan(time - 3_600_000);
      expect(endOfDay(day, setup)).toBe(startOfDay(dayOf(endOfDay(day, setup) + 7_200_000, setup), setup));
    }),
  );
});

test.each([
  ['2026-01-10T12:00', false, '2026-01-10T13:00', '2026-01-10T16:00'],
  ['2026-01-10T13:00', true, '2026-01-10T20:00', '2026-01-10T16:00'],
  ['2026-01-10T16:00', false, '2026-01-10T20:00', '2026-01-11T01:00'],
  ['2026-01-11T00:30', true, '2026-01-11T13:00', '2026-01-11T01:00'],
  ['2026-01-12T00:59', true, '2026-01-13T13:00', '2026-01-12T01:00'],
  ['2026-01-12T10:00', false, '2026-01-13T13:00', '2026-01-13T16:00'],
])('[BO13c] at %s the kitchen is open: %s; it opens next at %s and closes at %s', (now, isOpen, opens, closes) => {
  expect(isOpenAt(at(now), open)).toBe(isOpen);
  expect(nextOpening(at(now), open)).toBe(at(opens));
  expect(nextClosing(at(now), open)).toBe(at(closes));
});

test('[BO13c] where no hours are known it is always open, and neither opens nor closes', () => {
  const unknown = { timeZone: 'Europe/Madrid', hours: [none, none, none, none, none, none, none] };
  expect(isOpenAt(at('2026-01-10T03:00'), unknown)).toBe(true);
  expect([nextOpening(0, unknown), nextClosing(0, unknown)]).toEqual([null, null]);
});

test('[BO13c] openings that touch are one: at midnight nothing closes', () => {
  const day: OpeningHours[] = [{ from: 0, to: 24 * 60 }];
  const always = { timeZone: 'Europe/Madrid', hours: [day, day, none, none, none, none, none] };
  const monday = at('2026-01-12T12:00');
  expect(nextClosing(monday, always)).toBe(at('2026-01-14T00:00'));
  expect(nextOpening(monday, always)).toBe(at('2026-01-19T00:00'));
});

test('[BO13c] one opening a week is found from anywhere in it', () => {
  const once = { timeZone: 'Europe/Madrid', hours: [evening, none, none, none, none, none, none] };
  expect(nextOpening(at('2026-01-12T20:00'), once)).toBe(at('2026-01-19T13:00'));
  expect(nextClosing(at('2026-01-13T01:00'), once)).toBe(at('2026-01-19T16:00'));
});
