import { expect, test } from 'vitest';
import { en } from './en.ts';
import { es } from './es.ts';
import { momentOf, timeOfDay } from './format.ts';
import { inZone, type Spoken } from './spoken.ts';

const oneAtNight = Date.parse('2026-11-21T00:30:00Z');
const madrid = { ...es, timeZone: 'Europe/Madrid' };

test('[SC3.1] a time is the kitchen’s wherever the screen stands', () => {
  expect(timeOfDay(oneAtNight, madrid)).toBe('01:30');
  expect(timeOfDay(oneAtNight, { ...en, timeZone: 'America/Mexico_City' })).toBe('18:30');
  expect(timeOfDay(oneAtNight, en)).toMatch(/^\d\d:\d\d$/);
});

test('[SC3.1] a moment of another day of the kitchen’s has its day', () => {
  const now = oneAtNight + 3_600_000;
  expect(momentOf(oneAtNight, now, madrid)).toBe('01:30');
  expect(momentOf(oneAtNight - 3 * 3_600_000, now, madrid)).toMatch(/^vie,? 20 nov, 22:30$/);
});

test('[SC3.1] what tells a time in a notice goes by the same clock', () => {
  const said = es.notices['shop-down']({ code: 'shop-down', level: 'error', at: oneAtNight }, madrid);
  expect(said).toContain('01:30');
});

test('[SC3.1] the words of a page know the kitchen’s zone, and stay the same ones until the language changes', () => {
  let words = en;
  const spoken: Spoken = { get: () => 'en', words: () => words, set: () => {}, subscribe: () => () => {} };
  const there = inZone(spoken, 'Europe/Madrid');
  expect(there.words().timeZone).toBe('Europe/Madrid');
  expect(there.words()).toBe(there.words());
  words = es;
  expect(there.words().language).toBe('Español');
  expect(inZone(spoken, undefined)).toBe(spoken);
});
