import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstKnownZone, nextClosing } from './closing.ts';

const at = (time: string): number => Date.parse(time);
const closing = (now: string, timeZone: string, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(nextClosing(at(now), { timeZone, closesAtMinute: hours * 60 + minutes })).toISOString();
};

test('[SH7d] until closing is the next time the wall clock of the zone shows it', () => {
  expect(closing('2026-11-20T20:00:00Z', 'Europe/Madrid', '23:30')).toBe('2026-11-20T22:30:00.000Z');
  expect(closing('2026-11-20T22:30:00Z', 'Europe/Madrid', '23:30')).toBe('2026-11-21T22:30:00.000Z');
  expect(closing('2026-11-20T22:59:59Z', 'Europe/Madrid', '05:00')).toBe('2026-11-21T04:00:00.000Z');
  expect(closing('2026-11-20T20:00:00Z', '+02:00', '00:00')).toBe('2026-11-20T22:00:00.000Z');
});

test('[SH7d] a change of the clock moves the closing with the wall clock', () => {
  // Summer time ends in Madrid on 25 October 2026 at 03:00, begins on 28 March 2027 at 02:00.
  expect(closing('2026-10-24T20:00:00Z', 'Europe/Madrid', '05:00')).toBe('2026-10-25T04:00:00.000Z');
  expect(closing('2026-10-24T20:00:00Z', 'Europe/Madrid', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(closing('2026-10-25T00:30:00Z', 'Europe/Madrid', '02:30')).toBe('2026-10-26T01:30:00.000Z');
  expect(closing('2027-03-27T20:00:00Z', 'Europe/Madrid', '02:30')).toBe('2027-03-28T01:30:00.000Z');
});

test('[SH7d] whatever the moment and the zone, it lies ahead, within a day and a jump of the clock', () => {
  const zones = ['Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: at('2024-01-01'), max: at('2032-01-01') }),
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 1439 }),
      (now, timeZone, closesAtMinute) => {
        const next = nextClosing(now, { timeZone, closesAtMinute });
        const aheadMs = next - now;
        expect(aheadMs).toBeGreaterThan(0);
        expect(aheadMs).toBeLessThanOrEqual(26 * 3_600_000);
        // Nobody who asks a moment later is told another time, until it has come.
        expect(nextClosing(next - 1, { timeZone, closesAtMinute })).toBe(next);
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(next);
        const [hours = 0, minutes = 0] = shown.split(':').map(Number);
        const lateBy = (hours * 60 + minutes - closesAtMinute + 1440) % 1440;
        expect([0, 30, 60]).toContain(lateBy);
      },
    ),
    { numRuns: 300 },
  );
});

test('[SH7d] the zone is the owner’s, else the shop’s, else the machine’s', () => {
  expect(firstKnownZone(['Europe/Madrid', 'UTC'])).toBe('Europe/Madrid');
  expect(firstKnownZone([null, '+02:00', 'UTC'])).toBe('+02:00');
  expect(firstKnownZone([null, 'Mars/Olympus', 'Europe/Paris'])).toBe('Europe/Paris');
  expect(firstKnownZone([null, null])).toBe('UTC');
});
