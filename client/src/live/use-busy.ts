import type { Busy } from '@kasera/shared/kitchen.ts';
import { useTick } from './ticker.ts';
import { useCell, useLive } from './use-live.ts';

/** That the kitchen is behind, until it is over; null: it is not. */
export function useBusy(): Busy | null {
  const busy = useCell(useLive().rules)?.busy ?? null;
  const isOn = useTick((now) => busy !== null && now < busy.until);
  return isOn ? busy : null;
}
