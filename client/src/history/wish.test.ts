import { expect, test } from 'vitest';
import { queryOf } from '../live/orders-api.ts';
import { readWish, toQuery, usualWish, writeWish } from './wish.ts';

const days = { today: '2026-11-20', yesterday: '2026-11-19' };

test('[SC3] today comes first, and the address keeps what was looked for', () => {
  expect(readWish('')).toEqual(usualWish);
  expect(writeWish(usualWish)).toBe('');
  const wish = { q: 'Ana & Co', dish: 'pizza', day: '2026-11-02', late: true };
  expect(readWish(writeWish(wish))).toEqual(wish);
  expect(readWish('?day=tomorrow').day).toBe('today');
  expect(readWish('?day=2026-02-31').day).toBe('today');
  expect(readWish('?day=2026-13-01').day).toBe('today');
  expect(readWish(`?q=${'a'.repeat(300)}`).q).toHaveLength(200);
});

test('[SC3] the server is asked for the kitchen’s day, and only for what narrows', () => {
  expect(toQuery(usualWish, days)).toEqual({ day: '2026-11-20' });
  expect(toQuery({ ...usualWish, day: 'any', q: ' 1024 ' }, days)).toEqual({ q: '1024' });
  expect(toQuery({ ...usualWish, day: 'yesterday', late: true }, days)).toEqual({ day: '2026-11-19', late: true });
  expect(queryOf({ q: 'Ana & Co', late: true })).toBe('?q=Ana%20%26%20Co&late=1');
  expect(queryOf({})).toBe('');
});
