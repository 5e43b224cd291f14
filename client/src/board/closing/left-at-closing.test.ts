import { sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { closedAt, leftAtClosing } from './left-at-closing.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A Monday. */
const midnight = Date.UTC(2026, 10, 16);
const noonToTen = [{ from: 12 * 60, to: 22 * 60 }];
const hours = { timeZone: 'UTC', hours: Array.from({ length: 7 }, () => noonToTen) };
const at = (h: number) => midnight + h * hour;

test('[BO14] a kitchen is closed from its closing on until it opens; never where no hours are known', () => {
  expect(closedAt(at(21), hours)).toBeNull();
  expect(closedAt(at(22), hours)).toEqual({ since: at(22), opens: at(36) });
  expect(closedAt(at(35), hours)).toEqual({ since: at(22), opens: at(36) });
  expect(closedAt(at(36), hours)).toBeNull();
  expect(closedAt(at(23), { timeZone: 'UTC', hours: Array.from({ length: 7 }, () => []) })).toBeNull();
});

test('[BO14] what was open at closing is asked about, not a STOP, what came later, or what is for another day', () => {
  const closed = { since: at(22), opens: at(36) };
  const left = sampleOrder({ id: 'left', clockAt: at(21), promisedAt: at(22) });
  const stopped = sampleOrder({ id: 'stop', clockAt: at(21), stop: { at: at(21), was: 'preparing' } });
  const tomorrow = sampleOrder({ id: 'tomorrow', clockAt: at(20), promisedAt: at(37), fireAt: at(36) });
  const wish = sampleOrder({ id: 'wish', status: 'new', clockAt: at(20), guestPromisedAt: at(37) });
  const atNight = sampleOrder({ id: 'night', status: 'new', clockAt: at(23) });
  const unanswered = sampleOrder({ id: 'new', status: 'new', clockAt: at(21.9) });
  const found = leftAtClosing({ main: [left, stopped, tomorrow], fresh: [wish, atNight, unanswered] }, closed);
  expect(found.map(({ id }) => id)).toEqual(['left', 'new']);
});
