import { momentOf, timeOfDay } from '../i18n/format.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLive } from '../live/use-live.ts';

export interface KitchenTime {
  /** "20:41". */
  time(at: number): string;
  /** "20:41", or "Fri 20 Nov, 20:41" where that is another day than today's. */
  moment(at: number): string;
}

/** Times as this page says them: by the kitchen's own clock, wherever the screen stands. */
export function useKitchenTime(): KitchenTime {
  const t = useMessages();
  const { clock } = useLive();
  return { time: (at) => timeOfDay(at, t), moment: (at) => momentOf(at, clock.now(), t) };
}
