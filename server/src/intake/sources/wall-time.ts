/**
 * Reads the day out of what a plugin wrote: `2026-11-21`, `2026/11/21`, `20261121`, `21-11-2026`, `21.11.2026`,
 * `21/11/2026`, `November 21, 2026`, `21 de noviembre de 2026`.
 * @param placedDay the day of the order by the same clock: decides `03/04/2026` where only one reading is not past
 * @returns the day's midnight as epoch milliseconds as if the wall clock were UTC; null where it cannot be told
 */
export function readDay(value: unknown, placedDay: number): number | null {
  const text = shortText(value);
  if (text === null) return null;
  const year = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:$|[T ])/.exec(text);
  if (year) return dayOf(Number(year[1]), Number(year[2]), Number(year[3]));
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numbers) return readNumbers(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]), numbers[2], placedDay);
  return readWords(text.toLowerCase());
}

/**
 * Reads the time of day: `21:30`, `21:30 - 22:00` (the start), `9:30 PM`, `9 pm`, `21h30`, or an object's `time_from`.
 * @returns milliseconds since midnight; null where there is none ("as soon as possible")
 */
export function readTimeOfDay(value: unknown): number | null {
  if (typeof value === 'object' && value !== null && 'time_from' in value) return readTimeOfDay(value.time_from);
  const text = shortText(value);
  if (text === null) return null;
  const [start, end] = [...text.matchAll(clockTime)].map(readClock).filter((time) => time !== null);
  if (!start) return null;
  // "7:00 - 9:00 PM": the half of the day is said once, at the end.
  if (start.half === null && end?.half === 'p' && start.minutes < 12 * 60) {
    const afternoon = start.minutes + 12 * 60;
    return (afternoon <= end.minutes ? afternoon : start.minutes) * 60_000;
  }
  return start.minutes * 60_000;
}

const clockTime = /(?<![\d.:])(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?(?![\d.:])\s?(?:([ap])\.?\s?m\b)?/gi;

function readClock(match: RegExpExecArray): { minutes: number; half: 'a' | 'p' | null } | null {
  const half = match[3]?.toLowerCase() === 'a' ? 'a' : match[3] === undefined ? null : 'p';
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if ((match[2] === undefined && half === null) || minute > 59) return null;
  if (half === null) return hour > 23 ? null : { minutes: hour * 60 + minute, half };
  if (hour < 1 || hour > 12) return null;
  return { minutes: ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute, half };
}

function shortText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.length <= 80 ? value.trim() : null;
}

function dayOf(year: number, month: number, day: number): number | null {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return year >= 2000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}

function readNumbers(first: number, second: number, year: number, mark: string | undefined, placedDay: number) {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  // Slashes are written both ways round; dots and hyphens (to PHP, too) put the day first.
  if (mark !== '/' || monthFirst === null || dayFirst === monthFirst) return dayFirst;
  if (dayFirst === null) return monthFirst;
  const possible = [dayFirst, monthFirst].filter((day) => day >= placedDay);
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

const months = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

function readWords(text: string): number | null {
  const word = /\b[a-z]{3,10}\b/g;
  const year = /\b(20\d\d)\b/.exec(text)?.[1];
  const day = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/.exec(text)?.[1];
  if (year === undefined || day === undefined) return null;
  for (const [found] of text.matchAll(word)) {
    const month = months.findIndex((names) => names.some((name) => name === found || name.slice(0, 3) === found));
    if (month !== -1) return dayOf(Number(year), month + 1, Number(day));
  }
  return null;
}
