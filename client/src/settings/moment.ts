import { timeOfDay } from '../i18n/format.ts';
import type { Messages } from '../i18n/en.ts';

/** "20:41" today, "21 Nov, 20:41" on another day. */
export function moment(at: number, now: number, t: Messages): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  if (sameDay) return timeOfDay(at, t);
  const day = new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short' }).format(at);
  return `${day}, ${timeOfDay(at, t)}`;
}
