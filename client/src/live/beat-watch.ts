import { alarmAfterMs, silentAfterMs, type IntakeHealth } from '@kasera/shared/socket.ts';

/** What the reserved row has to say about the way from the shop to this screen. */
export type BeatWarning =
  | { type: 'none' }
  /** The server has not been heard for so long. */
  | { type: 'silent'; forMs: number }
  /** The server is there but cannot take orders. */
  | { type: 'refusing'; sinceAt: number; reason: string };

export interface BeatWatch {
  warning: BeatWarning;
  /** How many times the alarm has been due since the trouble began; the caller sounds each once. */
  alarms: number;
}

const againEveryMs = 60_000;

/**
 * Judges the beat. Words after 12 s of silence; sound after 30 s and again each minute. An intake that fails is said
 * with sound at once: the shop is being turned away at that moment.
 * @param seen `lastBeatAt` and `now` monotonic milliseconds; `serverNow` epoch milliseconds
 */
export function watchBeat(seen: {
  lastBeatAt: number;
  now: number;
  serverNow: number;
  intake: IntakeHealth;
}): BeatWatch {
  const silentMs = seen.now - seen.lastBeatAt;
  if (silentMs >= silentAfterMs) {
    return { warning: { type: 'silent', forMs: silentMs }, alarms: alarmsWithin(silentMs - alarmAfterMs) };
  }
  if (seen.intake.state === 'failing') {
    const { failingSince, reason } = seen.intake;
    return {
      warning: { type: 'refusing', sinceAt: failingSince, reason },
      alarms: alarmsWithin(Math.max(0, seen.serverNow - failingSince)),
    };
  }
  return { warning: { type: 'none' }, alarms: 0 };
}

function alarmsWithin(ms: number): number {
  return ms < 0 ? 0 : Math.floor(ms / againEveryMs) + 1;
}
