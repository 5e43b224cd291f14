import { expect, test } from 'vitest';
import { createAfterSleep } from './after-sleep.ts';

/** Looks every second of a span, the server being heard every five. */
function runFor(sleep: ReturnType<typeof createAfterSleep>, from: number, to: number, isHeard = true): boolean[] {
  const looks: boolean[] = [];
  for (let now = from; now <= to; now += 1_000) {
    if (isHeard && now % 5_000 === 0) sleep.heard(now);
    looks.push(sleep.isDazed(now));
  }
  return looks;
}

test('[BO8] a page that slept says nothing until it has heard the server again', () => {
  const sleep = createAfterSleep();
  expect(runFor(sleep, 0, 20_000)).not.toContain(true);
  expect(sleep.isDazed(90_000)).toBe(true);
  expect(sleep.isDazed(90_500)).toBe(true);
  sleep.heard(90_600);
  expect(sleep.isDazed(90_600)).toBe(false);
  expect(runFor(sleep, 91_000, 99_000)).not.toContain(true);
});

test('[BO8] it waits for the server no longer than the board does with words, and then alarms', () => {
  const sleep = createAfterSleep();
  runFor(sleep, 0, 20_000);
  const looks = runFor(sleep, 90_000, 103_000, false);
  expect(looks.indexOf(false)).toBe(12);
  expect(looks.slice(12)).not.toContain(true);
});

test('[BO8] neither a server that falls silent nor a page that looks seldom is a sleep', () => {
  const silent = createAfterSleep();
  runFor(silent, 0, 20_000);
  expect(runFor(silent, 21_000, 60_000, false)).not.toContain(true);
  const seldom = createAfterSleep();
  runFor(seldom, 0, 20_000);
  seldom.heard(78_000);
  expect(seldom.isDazed(80_000)).toBe(false);
});
