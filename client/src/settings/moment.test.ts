import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { es } from '../i18n/es.ts';
import { moment } from './moment.ts';

test('[SH1] a time of another day has its day', () => {
  const now = new Date(2026, 10, 21, 20, 41).getTime();
  expect(moment(now - 60_000, now, en)).toBe('20:40');
  expect(moment(now - 86_400_000, now, en)).toBe('20 Nov, 20:41');
  expect(moment(now - 86_400_000, now, es)).toBe('20 nov, 20:41');
});
