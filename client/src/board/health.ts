import type { Beat, Notice } from '@kasera/shared/socket.ts';
import type { BeatWarning } from '../live/beat-watch.ts';
import type { LinkPhase } from '../live/board-link.ts';

export interface Health {
  level: 'good' | 'warn' | 'bad';
  state: 'live' | 'connecting' | 'offline' | 'refusing';
  /** Errors and warnings, the worst first. */
  problems: Notice[];
  /** Worth knowing, nothing is wrong. */
  remarks: Notice[];
}

/** Puts together how the way from the shop to this screen stands. */
export function healthOf(seen: { phase: LinkPhase; warning: BeatWarning; beat: Beat | null }): Health {
  const { phase, warning, beat } = seen;
  const notices = beat?.notices ?? [];
  const errors = notices.filter((notice) => notice.level === 'error');
  const warnings = notices.filter((notice) => notice.level === 'warning');
  const state = stateOf(phase, warning, beat);
  const isBad = state === 'offline' || state === 'refusing' || errors.length > 0;
  const isUneasy = state === 'connecting' || warnings.length > 0;
  return {
    level: isBad ? 'bad' : isUneasy ? 'warn' : 'good',
    state,
    problems: [...errors, ...warnings],
    remarks: notices.filter((notice) => notice.level === 'info'),
  };
}

function stateOf(phase: LinkPhase, warning: BeatWarning, beat: Beat | null): Health['state'] {
  if (warning.type === 'silent') return 'offline';
  if (phase === 'offline') return 'offline';
  if (phase !== 'live') return 'connecting';
  return beat?.intake.state === 'failing' ? 'refusing' : 'live';
}
