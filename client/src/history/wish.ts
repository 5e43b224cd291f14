import type { HistoryQuery } from '@kasera/shared/history.ts';

/** What somebody looks for, as the page's address keeps it: a reload and a link show the same. */
export interface Wish {
  q: string;
  dish: string;
  /** `today`, `yesterday`, `any`, or a day as `2026-11-20`. */
  day: string;
  late: boolean;
}

export const usualWish: Wish = { q: '', dish: '', day: 'today', late: false };

/** @param search of the page's address, as `?q=1024` */
export function readWish(search: string): Wish {
  const asked = new URLSearchParams(search);
  const day = asked.get('day') ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) || day === 'yesterday' || day === 'any';
  return {
    q: asked.get('q') ?? '',
    dish: asked.get('dish') ?? '',
    day: isDay ? day : usualWish.day,
    late: asked.get('late') === '1',
  };
}

/** What is as usual is not said. */
export function writeWish({ q, dish, day, late }: Wish): string {
  const said = new URLSearchParams({
    ...(q !== '' && { q }),
    ...(dish !== '' && { dish }),
    ...(day !== usualWish.day && { day }),
    ...(late && { late: '1' }),
  }).toString();
  return said === '' ? '' : `?${said}`;
}

/** What the server is asked. @param days the kitchen's today and yesterday, as `2026-11-20` */
export function toQuery({ q, dish, day, late }: Wish, days: { today: string; yesterday: string }): HistoryQuery {
  const meant = day === 'today' ? days.today : day === 'yesterday' ? days.yesterday : day;
  return {
    ...(q.trim() !== '' && { q: q.trim() }),
    ...(dish.trim() !== '' && { dish: dish.trim() }),
    ...(meant !== 'any' && { day: meant }),
    ...(late && { late }),
  };
}
