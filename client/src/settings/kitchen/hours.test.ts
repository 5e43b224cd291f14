import { expect, test } from 'vitest';
import { clockSteps } from './clock-steps.ts';
import {
  addOpening,
  clockText,
  copyToAll,
  isPastMidnight,
  minutesOf,
  openingOf,
  overlaps,
  removeOpening,
  setOpening,
} from './hours.ts';

const week = (monday: { from: number; to: number }[] = []) => [monday, [], [], [], [], [], []];

test('[BO13] an end that is not after its beginning is the next day’s', () => {
  expect(openingOf(20 * 60, 60)).toEqual({ from: 1200, to: 1500 });
  expect(isPastMidnight(openingOf(20 * 60, 60))).toBe(true);
  expect(openingOf(20 * 60, 0)).toEqual({ from: 1200, to: 1440 });
  expect(isPastMidnight(openingOf(20 * 60, 0))).toBe(false);
  expect(clockText(1500)).toBe('01:00');
  expect(minutesOf('20:30')).toBe(1230);
  expect(minutesOf('')).toBeNull();
  expect(minutesOf('25:00')).toBeNull();
});

test('[BO13] openings are added, set, removed and copied to all days', () => {
  const two = addOpening(addOpening(week(), 0), 0);
  expect(two[0]).toEqual([
    { from: 720, to: 960 },
    { from: 1200, to: 1440 },
  ]);
  expect(addOpening(addOpening(addOpening(two, 0), 0), 0)[0]).toHaveLength(4);
  expect(setOpening(two, 0, 1, { from: 1140, to: 1380 })[0]?.[1]).toEqual({ from: 1140, to: 1380 });
  expect(removeOpening(two, 0, 0)[0]).toHaveLength(1);
  expect(copyToAll(two, 0)).toEqual(Array.from({ length: 7 }, () => two[0]));
});

test('[BO13] openings that run into each other are said, into the next morning too', () => {
  expect(overlaps(week([openingOf(720, 960), openingOf(900, 1200)]), 0)).toBe(true);
  expect(overlaps(week([openingOf(900, 1200), openingOf(600, 800)]), 0)).toBe(false);
  expect(overlaps([[openingOf(1200, 300)], [openingOf(240, 600)], [], [], [], [], []], 0)).toBe(true);
  expect(overlaps([[openingOf(1200, 120)], [openingOf(240, 600)], [], [], [], [], []], 0)).toBe(false);
});

test('[BO13] the picture of the clock follows its figures, and is not drawn of ones that do not rise', () => {
  const { promised, unanswered } = clockSteps({ soon: 5, ages: [8, 15, 25] });
  expect(promised.map(({ look, from }) => [look, from])).toEqual([
    ['calm', 20],
    ['soon', 5],
    ['late', 0],
  ]);
  expect(unanswered.map(({ minutes }) => Math.round(minutes))).toEqual([8, 7, 10, 8]);
  expect(clockSteps({ soon: Number.NaN, ages: [8, 4, 25] })).toEqual({ promised: [], unanswered: [] });
  expect(clockSteps({ soon: 0, ages: [8, 15, 25] }).promised.map(({ look }) => look)).toEqual(['calm', 'late']);
});
