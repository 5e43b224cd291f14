import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpeningHours } from '@kasera/shared/kitchen.ts';
import { lastDayEnd, untilClosing } from './day.ts';

const at = (time: string): number => Date.parse(time);
const timeZone = 'Europe/Madrid';
const dayEndsAt = 300;
const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;

/** Monday closed, Tuesday to Friday 13:00–16:00 and 20:00–23:30, Saturday until 01:30, Sunday noon only. */
const weekday: OpeningHours[] = [
  { from: clock(13), to: clock(16) },
  { from: clock(20), to: clock(23, 30) },
];
const hours = [
  [],
  ...[weekday, weekday, weekday, weekday],
  [{ from: clock(20), to: clock(25, 30) }],
  [{ from: clock(12), to: clock(16) }],
];
const closing = (now: string): string =>
  new Date(untilClosing(at(now), { timeZone, dayEndsAt, hours }, clock(22))).toISOString();

test.each([
  ['Friday noon', '2026-11-20T12:30:00Z', '2026-11-20T15:00:00.000Z'],
  ['Friday evening', '2026-11-20T20:00:00Z', '2026-11-20T22:30:00.000Z'],
  ['Saturday after midnight', '2026-11-22T00:10:00Z', '2026-11-22T00:30:00.000Z'],
  ['Sunday noon', '2026-11-22T13:00:00Z', '2026-11-22T15:00:00.000Z'],
])('[BO13] until closing is the next closing by the opening hours: %s', (_what, now, expected) => {
  expect(closing(now)).toBe(expected);
});

test('[BO14] what is until closing ends with the kitchen’s day at the latest', () => {
  // Friday, after closing: not until Saturday night.
  expect(closing('2026-11-20T23:00:00Z')).toBe('2026-11-21T04:00:00.000Z');
  expect(closing('2026-11-23T12:00:00Z')).toBe('2026-11-24T04:00:00.000Z');
});

test('[BO13] without opening hours the configured closing time counts', () => {
  const none = { timeZone, dayEndsAt, hours: [[], [], [], [], [], [], []] };
  const until = (now: string) => new Date(untilClosing(at(now), none, clock(22))).toISOString();
  expect(until('2026-11-20T12:30:00Z')).toBe('2026-11-20T21:00:00.000Z');
  expect(until('2026-11-20T21:30:00Z')).toBe('2026-11-21T04:00:00.000Z');
});

test('[BO14] the last day’s end is the newest one that is over, whatever the clock does', () => {
  const end = (now: string) => new Date(lastDayEnd(at(now), { timeZone, dayEndsAt })).toISOString();
  expect(end('2026-11-20T03:59:59Z')).toBe('2026-11-19T04:00:00.000Z');
  expect(end('2026-11-20T04:00:00Z')).toBe('2026-11-20T04:00:00.000Z');
  fc.assert(
    fc.property(
      fc.integer({ min: at('2024-01-01'), max: at('2032-01-01') }),
      fc.constantFrom('Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC', '+02:00'),
      fc.integer({ min: 0, max: 1439 }),
      (now, zone, minute) => {
        const last = lastDayEnd(now, { timeZone: zone, dayEndsAt: minute });
        expect(last).toBeLessThanOrEqual(now);
        expect(now - last).toBeLessThanOrEqual(26 * 3_600_000);
        expect(lastDayEnd(last, { timeZone: zone, dayEndsAt: minute })).toBe(last);
      },
    ),
    { numRuns: 100 },
  );
});
