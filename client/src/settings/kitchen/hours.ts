import type { OpeningHours } from '@kasera/shared/kitchen.ts';

/** Openings as people write them: two times of day, of which the second may be of the next day. */

type Week = OpeningHours[][];
const dayMinutes = 1440;
export const mostOpenings = 4;

/** "20:30" of minutes after midnight, of whichever day. */
export function clockText(minutes: number): string {
  const inDay = ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** Minutes after midnight of "20:30"; null: it is no time of day. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 ? at : null;
}

/** An opening; an end that is not after its beginning is the next day's. */
export function openingOf(from: number, to: number): OpeningHours {
  const [start, end] = [from % dayMinutes, to % dayMinutes];
  return { from: start, to: end > start ? end : end + dayMinutes };
}

/** Whether it goes on past midnight; an end at midnight does not. */
export function isPastMidnight({ to }: OpeningHours): boolean {
  return to > dayMinutes;
}

/** One more, after the last of that day: at noon first, in the evening then. */
export function addOpening(hours: Week, day: number): Week {
  const last = hours[day]?.at(-1);
  const next = !last ? openingOf(12 * 60, 16 * 60) : last.to < 20 * 60 ? openingOf(20 * 60, 0) : null;
  const added = next ?? openingOf(Math.min((last?.to ?? 0) + 60, 23 * 60), 23 * 60 + 59);
  return changeDay(hours, day, (openings) => (openings.length < mostOpenings ? [...openings, added] : openings));
}

export function setOpening(hours: Week, day: number, index: number, opening: OpeningHours): Week {
  return changeDay(hours, day, (openings) => openings.map((one, at) => (at === index ? opening : one)));
}

export function removeOpening(hours: Week, day: number, index: number): Week {
  return changeDay(hours, day, (openings) => openings.filter((_, at) => at !== index));
}

/** What holds on that day holds on all. */
export function copyToAll(hours: Week, day: number): Week {
  const openings = hours[day] ?? [];
  return hours.map(() => openings.map((one) => ({ ...one })));
}

/** Openings of one day that run into each other, or into the next day's first. */
export function overlaps(hours: Week, day: number): boolean {
  const sorted = (hours[day] ?? []).toSorted((a, b) => a.from - b.from);
  const tomorrow = hours[(day + 1) % 7]?.map(({ from }) => from + dayMinutes) ?? [];
  const nextFrom = Math.min(...tomorrow);
  return sorted.some(({ to }, at) => to > (sorted[at + 1]?.from ?? nextFrom));
}

function changeDay(hours: Week, day: number, change: (openings: OpeningHours[]) => OpeningHours[]): Week {
  return hours.map((openings, at) => (at === day ? change(openings) : openings));
}
