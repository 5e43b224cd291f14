import type { Beat, IntakeHealth, Notice } from '@kasera/shared/socket.ts';
import type { ContactState } from '../intake/shop-contact.ts';

export interface BeatDeps {
  epoch: string;
  build: string;
  seq(): number;
  now(): number;
  intake(): IntakeHealth;
  contact(): ContactState;
  gatherNotices(now: number): Promise<Notice[]>;
}

export interface BeatSource {
  /** The state of things as last gathered, with the time of this moment. */
  current(): Beat;
  /** Gathers what is not as it should be; where that cannot be read, the last known stays. */
  refresh(): Promise<void>;
}

/** What every screen hears every 5 s (DESIGN 6). */
export function createBeatSource(deps: BeatDeps): BeatSource {
  let notices: Notice[] = [];
  return {
    current() {
      const { lastSignedAt, lastPingAt } = deps.contact();
      return {
        seq: deps.seq(),
        epoch: deps.epoch,
        now: deps.now(),
        build: deps.build,
        intake: deps.intake(),
        shopHeardAt: lastSignedAt,
        shopPingedAt: lastPingAt,
        shopCheckedAt: null,
        notices,
      };
    },
    async refresh() {
      notices = await deps.gatherNotices(deps.now());
    },
  };
}
