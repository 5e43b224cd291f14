import type { BeatWarning } from '../live/beat-watch.ts';
import type { LinkPhase } from '../live/board-link.ts';

/** Whether what guests read is so. `shaky`: not heard for a moment; `old`: it may not be so any more, and is dimmed. */
export type Freshness = 'sure' | 'shaky' | 'old';

const oldAfterMs = 60_000;

/** Guests are not told old things as current: after a minute without a beat the lists say so. */
export function freshnessOf(phase: LinkPhase, warning: BeatWarning): Freshness {
  if (warning.type === 'silent') return warning.forMs >= oldAfterMs ? 'old' : 'shaky';
  return phase === 'live' || phase === 'offline' ? 'sure' : 'shaky';
}
