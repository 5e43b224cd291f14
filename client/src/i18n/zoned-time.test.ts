import { expect, test } from 'vitest';
import { dayBefore, momentIn, timeIn } from './zoned-time.ts';

const oneAtNight = Date.parse('2026-11-21T00:30:00Z');

test('[SC3] times are the kitchen’s, wherever the screen stands', () => {
  expect(timeIn('Europe/Madrid', oneAtNight, 'es-ES')).toBe('01:30');
  expect(timeIn('America/Mexico_City', oneAtNight, 'en-GB')).toBe('18:30');
  expect(timeIn('+05:30', oneAtNight, 'en-GB')).toBe('06:00');
  expect(timeIn('No/Where', oneAtNight, 'en-GB')).toMatch(/^\d\d:\d\d$/);
});

test('[SC3] the day before is the calendar’s', () => {
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  expect(dayBefore('2026-01-01')).toBe('2025-12-31');
});

test('[SC3] another day than today’s is said with its day', () => {
  expect(momentIn('Europe/Madrid', oneAtNight, oneAtNight + 60_000, 'en-GB')).toBe('01:30');
  expect(momentIn('Europe/Madrid', oneAtNight, oneAtNight + 86_400_000, 'en-GB')).toMatch(/^Sat 21 Nov, 01:30$/);
});
