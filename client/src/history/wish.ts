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
  const isKnown = isDate(day) || day === 'yesterday' || day === 'any';
  return {
    q: (asked.get('q') ?? '').slice(0, maxLength),
    dish: (asked.get('dish') ?? '').slice(0, maxLength),
    day: isKnown ? day : usualWish.day,
    late: asked.get('late') === '1',
  };
}

/** The server takes no more, as the fields do not. */
const maxLength = 200;

/** Whether the calendar has that day: the 31st of February is one nobody can be shown. */
function isDate(day: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
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
