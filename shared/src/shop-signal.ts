import type { ItemRoute } from './kitchen.ts';
import type { OrderSnapshot } from './order.ts';

/** One news item from a shop: a state of an order, or that it is gone (which carries no time of its own). */
export type ShopSignal =
  | { type: 'snapshot'; snapshot: OrderSnapshot; restored: boolean }
  /** `erased`: for good, found out by asking; the shop itself tells nobody. */
  | { type: 'deleted'; source: string; externalId: string; erased?: boolean }
  /** The shop's answer to our own write ([SH5]): the state it is in now, and what the guest has been told by it. */
  | {
      type: 'written';
      source: string;
      externalId: string;
      /** The press that is settled by it (`ShopTelling`); null: none yet, the rest of it is still on its way. */
      tap: string | null;
      /** Null where nothing but a note was written. */
      standing: ShopStanding | null;
      guestTold: GuestTold | null;
    }
  /** We did not write: the shop has not got the order any more, or not as it was. */
  | { type: 'conflict'; source: string; externalId: string; tap: string; conflict: ShopConflict }
  /** Catalogue or settings send its lines elsewhere; by line, those not named keep their route. */
  | { type: 'routed'; source: string; externalId: string; routes: Record<string, ItemRoute> }
  /** It will not be told: it took too long, or there is no shop to tell any more. */
  | { type: 'untold'; source: string; externalId: string; tap: string };

export type WriteBackWord = 'accepted' | 'ready' | 'completed' | 'cancelled';

/** Something the guest may know by us, and when they were told. */
export interface GuestTold {
  at: number;
  what: WriteBackWord;
  /** The time they were promised, where that was said. */
  promisedAt: number | null;
}

/** What we wanted to write and did not, because the shop says something else; until seen. */
export interface ShopConflict {
  at: number;
  /** The step we wanted to tell. */
  wanted: WriteBackWord;
  /** The shop's status as found; `gone` where the order is not there any more. */
  found: string;
}

/** Something on its way to the shop: until it is settled, the shop saying `status` is our own echo. */
export interface ShopTelling {
  /** The id of the command that was the press. */
  tap: string;
  step: WriteBackWord;
  /** The status we mean to write; null: only a note. */
  status: string | null;
  /** Not before this: an undo or recall still catches it. */
  leavesAt: number;
}

/** A state the shop was in, at the shop's own time. */
export interface ShopStanding {
  status: string;
  modifiedAt: number;
}
