import type { Beat, Notice } from '@kasera/shared/socket.ts';
import type { BeatWarning } from '../../live/beat-watch.ts';
import type { LinkPhase } from '../../live/board-link.ts';
import { shopDown } from './shop-strip.ts';

export interface Health {
  level: 'good' | 'warn' | 'bad';
  state: 'live' | 'connecting' | 'offline' | 'no-place' | 'refusing' | 'shop-down';
  /** Errors and warnings, the worst first. */
  problems: Notice[];
  /** Worth knowing, nothing is wrong. */
  remarks: Notice[];
}

/** Puts together how the way from the shop to this screen stands. */
export function healthOf(seen: { phase: LinkPhase; warning: BeatWarning; beat: Beat | null }): Health {
  const { phase, warning, beat } = seen;
  const notices = (beat?.notices ?? []).filter((notice) => !isNoNews(notice, beat));
  const errors = notices.filter((notice) => notice.level === 'error');
  const warnings = notices.filter((notice) => notice.level === 'warning');
  const state = stateOf(phase, warning, beat);
  const down = beat && shopDown(beat);
  const isBad = grave.has(state) || errors.length > 0 || down?.tellsStill === false;
  const isUneasy = state === 'connecting' || warnings.length > 0 || down !== null;
  return {
    level: isBad ? 'bad' : isUneasy ? 'warn' : 'good',
    state,
    problems: [...errors, ...warnings],
    remarks: notices.filter((notice) => notice.level === 'info'),
  };
}

const grave = new Set<Health['state']>(['offline', 'no-place', 'refusing']);

function stateOf(phase: LinkPhase, warning: BeatWarning, beat: Beat | null): Health['state'] {
  if (phase === 'too-many-connections') return 'no-place';
  if (warning.type === 'silent') return 'offline';
  if (phase === 'offline') return 'offline';
  if (phase !== 'live') return 'connecting';
  if (beat?.intake.state === 'failing') return 'refusing';
  return beat?.asking.state === 'down' ? 'shop-down' : 'live';
}

/** A shop that is asked is connected: that it does not tell by itself is a way to run, not something missing. */
function isNoNews({ code }: Notice, beat: Beat | null): boolean {
  return code === 'shop-not-connected' && beat !== null && beat.asking.state !== 'off';
}
