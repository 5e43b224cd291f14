import type { Log } from '../ops/log.ts';

/** Counts who finds no place. */
export interface TurnedAway {
  count(): void;
}

const sayEveryMs = 60_000;

/** Says so in the log, at most once a minute however many come; never from where: an address is somebody's. */
export function createTurnedAway(deps: { log: Pick<Log, 'warn'>; now(): number; what: string }): TurnedAway {
  let turnedAway = 0;
  let saidAt = -Infinity;
  return {
    count() {
      turnedAway += 1;
      const now = deps.now();
      if (now - saidAt < sayEveryMs) return;
      deps.log.warn(
        { turnedAway },
        `too many ${deps.what} are open from one address or altogether: more are turned away`,
      );
      saidAt = now;
      turnedAway = 0;
    },
  };
}
