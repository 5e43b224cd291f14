import { momentIn, timeIn } from '../i18n/zoned-time.ts';
import { timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useCell, useLive } from '../live/use-live.ts';

export interface KitchenTime {
  /** "20:41", by the kitchen's own clock. */
  time(at: number): string;
  /** "20:41", or "Fri 20 Nov, 20:41" where that is another day than today's. */
  moment(at: number): string;
}

/** Times as the kitchen's clock says them, wherever the screen stands; the screen's own until the kitchen's is known. */
export function useKitchenTime(): KitchenTime {
  const t = useMessages();
  const { rules, clock } = useLive();
  const timeZone = useCell(rules)?.timeZone;
  if (timeZone === undefined) {
    const time = (at: number) => timeOfDay(at, t);
    return { time, moment: time };
  }
  return {
    time: (at) => timeIn(timeZone, at, t.locale),
    moment: (at) => momentIn(timeZone, at, clock.now(), t.locale),
  };
}
