import type { KitchenSetup } from './kitchen.ts';

/**
 * The kitchen's own calendar: its day ends some time after midnight, and its openings may go on past it. Wall times are
 * told as minutes after midnight; a time that a change of the clock leaves out comes as much later as the clock jumps,
 * and one that it brings twice counts the first time. A zone this machine does not know is read as UTC.
 */

type DaySetup = Pick<KitchenSetup, 'timeZone' | 'dayEndsAt'>;
type OpeningSetup = Pick<KitchenSetup, 'timeZone' | 'hours'>;

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The kitchen's day a moment belongs to, as `YYYY-MM-DD`: at 01:30 it is still yesterday's. */
export function dayOf(at: number, { timeZone, dayEndsAt }: DaySetup): string {
  const wall = at + offsetOf(timeZone)(at);
  return new Date(wall - cutMinutes(dayEndsAt) * minuteMs).toISOString().slice(0, 10);
}

/** When that day began, epoch milliseconds. @param day `YYYY-MM-DD` */
export function startOfDay(day: string, { timeZone, dayEndsAt }: DaySetup): number {
  return toUtc(midnightOf(day) + cutMinutes(dayEndsAt) * minuteMs, offsetOf(timeZone));
}

/** When that day ended and the next began, epoch milliseconds. @param day `YYYY-MM-DD` */
export function endOfDay(day: string, { timeZone, dayEndsAt }: DaySetup): number {
  return toUtc(midnightOf(day) + dayMs + cutMinutes(dayEndsAt) * minuteMs, offsetOf(timeZone));
}

/** Whether the kitchen is open; always where no hours are known. */
export function isOpenAt(at: number, setup: OpeningSetup): boolean {
  const openings = openingsAround(at, setup);
  return setup.hours.every((day) => day.length === 0) || openings.some(({ from, to }) => from <= at && at < to);
}

/** When it opens next, always after `now`; null where no hours are known. */
export function nextOpening(now: number, setup: OpeningSetup): number | null {
  const later = openingsAround(now, setup).filter(({ from }) => from > now);
  return later[0]?.from ?? null;
}

/** When it closes next, always after `now`; null where no hours are known. Openings that touch do not close between. */
export function nextClosing(now: number, setup: OpeningSetup): number | null {
  const open = openingsAround(now, setup).find(({ to }) => to > now);
  return open?.to ?? null;
}

interface Opening {
  from: number;
  to: number;
}

/** The openings from the day before yesterday to the next week's, in their order; those that touch are one. */
function openingsAround(now: number, { timeZone, hours }: OpeningSetup): Opening[] {
  const offset = offsetOf(timeZone);
  const today = Math.floor((now + offset(now)) / dayMs) * dayMs;
  const openings = Array.from({ length: 11 }, (_, index) => today + (index - 2) * dayMs).flatMap((midnight) =>
    (hours[weekdayOf(midnight)] ?? []).map(({ from, to }) => ({
      from: toUtc(midnight + from * minuteMs, offset),
      to: toUtc(midnight + to * minuteMs, offset),
    })),
  );
  return joined(openings.toSorted((a, b) => a.from - b.from));
}

function joined(openings: readonly Opening[]): Opening[] {
  const whole: Opening[] = [];
  for (const { from, to } of openings) {
    const last = whole.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) whole.push({ from, to });
  }
  return whole;
}

/** Monday is 0. @param wall a wall time as if it were UTC */
function weekdayOf(wall: number): number {
  return (new Date(wall).getUTCDay() + 6) % 7;
}

/** Where the day is cut, from its own midnight: an end in the morning is the next day's, one in the evening its own. */
function cutMinutes(dayEndsAt: number): number {
  return dayEndsAt <= 720 ? dayEndsAt : dayEndsAt - 1440;
}

function midnightOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

type ZoneOffset = (at: number) => number;

/** @param wall epoch milliseconds, as if the wall clock were UTC */
function toUtc(wall: number, offset: ZoneOffset): number {
  // No zone changes its clock twice within two days.
  const [before, after] = [offset(wall - dayMs), offset(wall + dayMs)];
  const candidates = [wall - before, wall - after].filter((at) => at + offset(at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : wall - before;
}

/** How far a zone's wall clock is ahead of UTC. */
function offsetOf(timeZone: string): ZoneOffset {
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(timeZone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return () => (fixed[1] === '-' ? -minutes : minutes) * minuteMs;
  }
  const format = formatOf(timeZone);
  if (format === null) return () => 0;
  return (at) => {
    const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => found.get(type) ?? 0;
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return wall - Math.floor(at / 1000) * 1000;
  };
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Making one takes a thousand times as long as using it, and a kitchen has one zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const digits = 'numeric';
  const shown = { year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...shown });
  } catch {
    return null;
  }
}
