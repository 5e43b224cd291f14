import type { KitchenSetup } from '@kasera/shared/kitchen.ts';
import { nextClosing } from '@kasera/shared/kitchen-day.ts';
import { nextClosing as nextAtMinute } from '../shop/sold-out/closing.ts';

type Day = Pick<KitchenSetup, 'timeZone' | 'dayEndsAt'>;

/**
 * When "until closing" is over: at the next closing by the opening hours, or at the configuration's `CLOSING_TIME`
 * where none are known; at the latest when the kitchen's day ends.
 * @param closesAtMinute `CLOSING_TIME`, minutes after midnight
 * @returns epoch milliseconds, always after `now`
 */
export function untilClosing(now: number, setup: Day & Pick<KitchenSetup, 'hours'>, closesAtMinute: number): number {
  const { timeZone, dayEndsAt } = setup;
  const closing = nextClosing(now, setup) ?? nextAtMinute(now, { timeZone, closesAtMinute });
  return Math.min(closing, nextAtMinute(now, { timeZone, closesAtMinute: dayEndsAt }));
}

const dayMs = 86_400_000;

/** When the kitchen's day last ended: epoch milliseconds, `now` at the latest. */
export function lastDayEnd(now: number, { timeZone, dayEndsAt }: Day): number {
  const nextEnd = (at: number): number => nextAtMinute(at, { timeZone, closesAtMinute: dayEndsAt });
  let end = nextEnd(now - 2 * dayMs);
  for (let next = nextEnd(end); next <= now; next = nextEnd(end)) end = next;
  return end;
}
