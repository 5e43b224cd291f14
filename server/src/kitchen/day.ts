import type { KitchenSetup } from '@kasera/shared/kitchen.ts';
import { createZoneOffset } from '../intake/sources/site-clock.ts';
import { nextClosing as nextAtMinute, toUtc } from '../shop/sold-out/closing.ts';

type Day = Pick<KitchenSetup, 'timeZone' | 'dayEndsAt'>;
type Hours = Pick<KitchenSetup, 'timeZone' | 'hours'>;

/**
 * When "until closing" is over: at the next closing by the opening hours, or at the configuration's `CLOSING_TIME`
 * where none are known; at the latest when the kitchen's day ends.
 * @param closesAtMinute `CLOSING_TIME`, minutes after midnight
 * @returns epoch milliseconds, always after `now`
 */
export function untilClosing(now: number, setup: Day & Hours, closesAtMinute: number): number {
  const { timeZone, dayEndsAt } = setup;
  const closing = nextByHours(now, setup) ?? nextAtMinute(now, { timeZone, closesAtMinute });
  return Math.min(closing, nextAtMinute(now, { timeZone, closesAtMinute: dayEndsAt }));
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A closing may be two days after its day's midnight, and the next one a week away. */
const daysAround = { before: 2, after: 8 };

/** Null: no hours are known. */
function nextByHours(now: number, { timeZone, hours }: Hours): number | null {
  const offset = createZoneOffset(timeZone) ?? (() => 0);
  const today = Math.floor((now + offset(now)) / dayMs);
  const days = Array.from({ length: daysAround.before + daysAround.after }, (_, at) => today - daysAround.before + at);
  const closings = days.flatMap((day) =>
    // The first day of all was a Thursday.
    (hours[(day + 3) % 7] ?? []).map(({ to }) => toUtc(day * dayMs + to * minuteMs, offset)),
  );
  const ahead = closings.filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** When the kitchen's day last ended: epoch milliseconds, `now` at the latest. */
export function lastDayEnd(now: number, { timeZone, dayEndsAt }: Day): number {
  const nextEnd = (at: number): number => nextAtMinute(at, { timeZone, closesAtMinute: dayEndsAt });
  let end = nextEnd(now - 2 * dayMs);
  for (let next = nextEnd(end); next <= now; next = nextEnd(end)) end = next;
  return end;
}
