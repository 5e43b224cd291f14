import { expect, test } from 'vitest';
import { placeOf, scaleOf, segmentsOf, waitsPicture } from './waits.ts';

const min = 60_000;
const noon = Date.parse('2026-11-20T12:00:00Z');
const now = noon + 30 * min;
const stations = [
  { station: 'grill', name: 'Grill', ms: 8 * min },
  { station: 'fryer', name: 'Fryer', ms: 12 * min },
];
const done = {
  waits: { acceptMs: 2 * min, stations, cookMs: 13 * min, pickupMs: 5 * min },
  promisedAt: noon + 10 * min,
  readyAt: noon + 15 * min,
};

test('[SC3] the bar is to accept, being made, waiting for pickup; stations are made side by side', () => {
  const picture = waitsPicture(done, now);
  expect(picture).toMatchObject({ accept: 2 * min, pickup: 5 * min, total: 20 * min });
  expect(picture.cook).toMatchObject({ ms: 13 * min, isOver: true });
  expect(
    segmentsOf(picture, 20 * min).map(({ what, from, width }) => [what, Math.round(from), Math.round(width)]),
  ).toEqual([
    ['accept', 0, 10],
    ['cook', 10, 65],
    ['pickup', 75, 25],
  ]);
});

test('[SC3] the promise stands where it was due, measured from ready, whenever the order was begun', () => {
  expect(waitsPicture(done, now).promise).toBe(10 * min);
  expect(waitsPicture({ ...done, promisedAt: null }, now).promise).toBeNull();
  expect(waitsPicture({ ...done, readyAt: null }, now).promise).toBeNull();
});

test('[SC3] of an open order only what is over is drawn', () => {
  const open = { ...done, readyAt: null, waits: { ...done.waits, cookMs: null, pickupMs: null } };
  expect(waitsPicture(open, now)).toMatchObject({ total: 14 * min, cook: { ms: 12 * min, isOver: false } });
  const untouched = waitsPicture(
    { ...open, waits: { acceptMs: null, stations: [], cookMs: null, pickupMs: null } },
    now,
  );
  expect(untouched.total).toBe(0);
  expect(segmentsOf(untouched, 20 * min)).toEqual([]);
});

test('[SC3] all bars share one scale, and one forgotten order does not flatten the others', () => {
  expect(scaleOf([])).toBe(20 * min);
  expect(scaleOf([waitsPicture(done, now), waitsPicture({ ...done, promisedAt: noon + 45 * min }, now)])).toBe(
    45 * min,
  );
  const forgotten = waitsPicture({ ...done, waits: { ...done.waits, pickupMs: 600 * min } }, now);
  expect(scaleOf([forgotten])).toBe(120 * min);
  expect(segmentsOf(forgotten, 120 * min).at(-1)).toMatchObject({ what: 'pickup', isCut: true });
  expect(segmentsOf(forgotten, 10 * min).map(({ what }) => what)).toEqual(['accept', 'cook']);
});

test('[SC3] what is beyond the scale has no place on it', () => {
  expect(placeOf(10 * min, 20 * min)).toBe(50);
  expect(placeOf(21 * min, 20 * min)).toBeNull();
  expect(placeOf(-1, 20 * min)).toBeNull();
  expect(placeOf(null, 20 * min)).toBeNull();
});

test('[SC3] of an open order what goes on is drawn as long as it has lasted, its promise measured from now', () => {
  const none = { acceptMs: null, stations: [], cookMs: null, pickupMs: null };
  const fresh = { ...none, running: { step: 'accept' as const, since: now - 4 * min } };
  const picture = waitsPicture({ promisedAt: null, readyAt: null, waits: fresh }, now);
  expect(picture).toMatchObject({ accept: 4 * min, running: 'accept', total: 4 * min });
  expect(segmentsOf(picture, 20 * min)).toMatchObject([{ what: 'accept', width: 20, isRunning: true }]);
  const cooking = { ...none, acceptMs: min, running: { step: 'cook' as const, since: now - 9 * min } };
  expect(waitsPicture({ promisedAt: now + 5 * min, readyAt: null, waits: cooking }, now)).toMatchObject({
    ...{ total: 10 * min, promise: 15 * min },
    cook: { ms: 9 * min, isOver: false },
  });
  const later = { ...cooking, running: { step: 'cook' as const, since: now + min } };
  expect(waitsPicture({ promisedAt: now + 5 * min, readyAt: null, waits: later }, now)).toMatchObject({
    ...{ running: null, total: min, promise: null },
  });
});

test('[SC3] what was short is still seen, and covers nothing', () => {
  const short = waitsPicture({ ...done, waits: { ...done.waits, acceptMs: 1_000, pickupMs: 1_000 } }, now);
  const [accept, cook, pickup] = segmentsOf(short, 20 * min);
  expect(accept).toMatchObject({ from: 0, width: 1.2 });
  expect(cook?.from).toBe(1.2);
  expect(pickup?.width).toBeCloseTo(1.2);
});
