/**
 * Times as the kitchen's own clock says them, wherever the screen stands; without a zone as the screen's own does. Times
 * are epoch milliseconds.
 */

/** "20:41" there. @param locale a language's, as `en-GB` */
export function timeIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at);
}

/** "20:41:07" there. */
export function secondIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, at);
}

/** "Fri 20 Nov" there. */
export function dayNameIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, { weekday: 'short', day: 'numeric', month: 'short' }, at);
}

/** "20:41", with the day before it where that is another one than today's there. */
export function momentIn(timeZone: string | undefined, at: number, now: number, locale: string): string {
  const isToday = dayIn(timeZone, at) === dayIn(timeZone, now);
  return isToday ? timeIn(timeZone, at, locale) : `${dayNameIn(timeZone, at, locale)}, ${timeIn(timeZone, at, locale)}`;
}

/** The calendar's day there, as `2026-11-20`. A kitchen's own day is `dayOf` in `shared/kitchen-day.ts`. */
function dayIn(timeZone: string | undefined, at: number): string {
  return format(timeZone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }, at);
}

/** The day before. @param day as `2026-11-20` */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Making a format takes a thousand times as long as using it, and there are a handful of them. A zone the browser does
 * not know is read as its own.
 */
function format(timeZone: string | undefined, locale: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const key = `${timeZone ?? ''} ${locale} ${JSON.stringify(options)}`;
  const made = formats.get(key) ?? makeFormat(timeZone, locale, options);
  formats.set(key, made);
  return made.format(at);
}

function makeFormat(
  timeZone: string | undefined,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone !== undefined && { timeZone }) });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}
