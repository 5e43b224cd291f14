import type { ShopAsking } from '@kasera/shared/shop.ts';
import type { Beat, IntakeHealth, LiveScreen, Notice } from '@kasera/shared/socket.ts';
import type { ContactState } from '../intake/shop-contact.ts';

export interface BeatDeps {
  epoch: string;
  build: string;
  seq(): number;
  now(): number;
  intake(): IntakeHealth;
  contact(): ContactState;
  asking(): ShopAsking;
  shopUrl(): string | null;
  /** The screens that are connected. */
  screens(): LiveScreen[];
  gatherNotices(now: number): Promise<Notice[]>;
}

export interface BeatSource {
  /** The state of things as last gathered, with the time of this moment. */
  current(): Beat;
  /**
   * Gathers what is not as it should be; where that cannot be read, the last known stays.
   * @returns whether a person would call it news
   */
  refresh(): Promise<boolean>;
}

/** What every screen hears every 5 s (DESIGN 6). */
export function createBeatSource(deps: BeatDeps): BeatSource {
  let notices: Notice[] = [];
  let said = '';
  return {
    current() {
      const { lastSignedAt, lastPingAt } = deps.contact();
      const asking = deps.asking();
      return {
        seq: deps.seq(),
        epoch: deps.epoch,
        now: deps.now(),
        build: deps.build,
        intake: deps.intake(),
        shopHeardAt: lastSignedAt,
        shopPingedAt: lastPingAt,
        shopCheckedAt: asking.checkedAt,
        shopUrl: deps.shopUrl(),
        asking,
        notices,
        screens: deps.screens(),
      };
    },
    async refresh() {
      notices = await deps.gatherNotices(deps.now());
      const before = said;
      said = gist(notices, deps.contact(), deps.asking());
      return said !== before;
    },
  };
}

/** What a person would call news: not that the disk holds a kilobyte less. */
function gist(
  notices: readonly Notice[],
  { lastSignedAt, lastPingAt }: ContactState,
  { state, catchUp }: ShopAsking,
): string {
  const codes = notices.map(({ code, level, count, error, name }) => [code, level, count, error, name]);
  return JSON.stringify([codes, lastSignedAt === null, lastPingAt === null, state, catchUp]);
}
