import { useCell, useLive } from '../../live/use-live.ts';
import { healthOf, type Health } from './health.ts';

/** How it stands, kept current. */
export function useHealth(): Health {
  const { phase, watch, beat } = useLive();
  return healthOf({ phase: useCell(phase), warning: useCell(watch).warning, beat: useCell(beat) });
}
