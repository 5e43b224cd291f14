/**
 * Times as the kitchen's own clock says them, wherever the screen stands; without a zone as the screen's own does. Times
 * are epoch milliseconds.
 */

/** "20:41" there. @param locale a language's, as `en-GB` */
export function timeIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, 'minute', at);
}

/** "20:41:07" there. */
export function secondIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, 'second', at);
}

/** "Fri 20 Nov" there. */
export function dayNameIn(timeZone: string | undefined, at: number, locale: string): string {
  return format(timeZone, locale, 'dayName', at);
}

/** "20:41", with the day before it where that is another one than today's there. */
export function momentIn(timeZone: string | undefined, at: number, now: number, locale: string): string {
  const otherDay = otherDayIn(timeZone, at, now, locale);
  const time = timeIn(timeZone, at, locale);
  return otherDay === null ? time : `${otherDay}, ${time}`;
}

/** "Fri 20 Nov", where that is another day than today's there. */
export function otherDayIn(timeZone: string | undefined, at: number, now: number, locale: string): string | null {
  return dayIn(timeZone, at) === dayIn(timeZone, now) ? null : dayNameIn(timeZone, at, locale);
}

/** The calendar's day there, as `2026-11-20`. A kitchen's own day is `dayOf` in `shared/kitchen-day.ts`. */
function dayIn(timeZone: string | undefined, at: number): string {
  return format(timeZone, 'en-CA', 'day', at);
}

/** The day before. @param day as `2026-11-20` */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const shapes = {
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  dayName: { weekday: 'short', day: 'numeric', month: 'short' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Shape = keyof typeof shapes;

/** Nothing that is shown is finer than that. */
const finenessMs = 1_000;
/** More moments than a board shows at once. */
const mostKept = 400;

interface KeptFormat {
  format: Intl.DateTimeFormat;
  /** What was said of each second. */
  said: Map<number, string>;
}

const formats = new Map<string, KeptFormat>();

/**
 * Making a format takes a thousand times as long as using it, and there are a handful of them; using it takes a slow
 * screen a fifth of a millisecond, and the same times are said with each rendering. A zone the browser does not know is
 * read as its own.
 */
function format(timeZone: string | undefined, locale: string, shape: Shape, at: number): string {
  const key = `${timeZone ?? ''} ${locale} ${shape}`;
  const kept: KeptFormat = formats.get(key) ?? { format: makeFormat(timeZone, locale, shapes[shape]), said: new Map() };
  formats.set(key, kept);
  const second = Math.floor(at / finenessMs);
  const words = kept.said.get(second) ?? kept.format.format(at);
  if (kept.said.size >= mostKept) kept.said.clear();
  kept.said.set(second, words);
  return words;
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
