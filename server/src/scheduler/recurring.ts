import { beatEveryMs } from '@kasera/shared/socket.ts';
import type { BeatSource } from '../board/beat.ts';
import type { KnownScreens } from '../board/known-screens.ts';
import type { Sockets } from '../board/sockets.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { IntakeHealthKeeper } from '../intake/health.ts';
import type { ShopContact } from '../intake/shop-contact.ts';
import type { Logs } from '../ops/log.ts';
import { prune } from '../ops/retention.ts';
import { completeReadyOrders, type AutoCompleteDeps } from '../orders/auto-complete.ts';
import type { DayClosing } from '../kitchen/closing.ts';
import type { Kitchen } from '../kitchen/kitchen.ts';
import type { Filling } from '../orders/filling.ts';
import type { Shop } from '../shop/shop.ts';
import { createTicker, type Ticker } from './in-process.ts';

export interface RecurringDeps {
  config: Pick<Config, 'autoCompleteMs' | 'retention'>;
  database: Pick<Database, 'write'>;
  logs: Logs;
  now(): number;
  kitchenId: string;
  store: AutoCompleteDeps['store'];
  command: AutoCompleteDeps['command'];
  contact: Pick<ShopContact, 'save'>;
  health: Pick<IntakeHealthKeeper, 'probe'>;
  beats: BeatSource;
  sockets: Pick<Sockets, 'beat' | 'live'>;
  filling: Filling;
  known: Pick<KnownScreens, 'keep'>;
  soldOut: Pick<Shop['soldOut'], 'tick'>;
  kitchen: Pick<Kitchen, 'tick'>;
  dayClosing: DayClosing;
}

/** Everything this process does again and again, whoever asks. Runs until it is stopped. */
export function startRecurring(deps: RecurringDeps): Ticker {
  const { config, database, now, kitchenId, store, command, contact, health, beats, sockets, soldOut } = deps;
  const ticker = createTicker({ log: deps.logs.of('scheduler') });
  // The beat goes out even when its notices cannot be read: silence would mean something else.
  ticker.every('beat', beatEveryMs, () => sockets.beat(beats.current()));
  ticker.every('notices', 1_000, async () => {
    if (await beats.refresh()) sockets.beat(beats.current());
  });
  ticker.every('probe', beatEveryMs, () => health.probe(now()));
  ticker.every('filling', 1_000, async () => void (await deps.filling.step()));
  ticker.every('screens', 3_600_000, () => deps.known.keep(sockets.live()));
  ticker.every('sold-out', 1_000, soldOut.tick);
  ticker.every('kitchen', 1_000, deps.kitchen.tick);
  ticker.every('day-end', 60_000, () => deps.dayClosing.tick(now()));
  ticker.every('contact', 1_000, contact.save);
  const completing = { store, command, kitchenId, afterMs: config.autoCompleteMs };
  ticker.every('auto-complete', 15_000, () => completeReadyOrders(completing, now()));
  ticker.every('prune', 600_000, async () => void (await prune({ database, ...config.retention }, now())));
  return ticker;
}
