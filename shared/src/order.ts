import type { ItemRoute, KitchenSetup } from './kitchen.ts';
import type { GuestTold, ShopConflict, ShopStanding, ShopTelling } from './shop-signal.ts';

export type { GuestTold, ShopConflict, ShopSignal, ShopStanding, ShopTelling, WriteBackWord } from './shop-signal.ts';

/**
 * The order as the kitchen knows it. Everything here is pure data: times are epoch milliseconds,
 * money is decimal text, ids are text. The rules that move it stand in `decide/`.
 */

/**
 * The kitchen's own state of an order. `unreleased` orders are known to Kasera but not (yet) for the kitchen:
 * drafts, unpaid ones, ones that failed before anybody saw them. They are on no screen and in no event.
 */
export const orderStatuses = [
  'unreleased',
  'new',
  'acknowledged',
  'preparing',
  'ready',
  'completed',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** How the guest gets the food; `unknown` where the shop does not say (no shipping line): nothing is claimed. */
export const orderKinds = ['delivery', 'pickup', 'dine-in', 'unknown'] as const;
export type OrderKind = (typeof orderKinds)[number];

export interface ItemOption {
  name: string;
  value: string;
}

/** A line as the shop tells it. */
export interface SnapshotItem {
  /** The shop's id of the line, unique within the order. */
  id: string;
  /** The parent product, for routing by the shop's catalogue; null where the product is gone or free text. */
  productId: string | null;
  variationId: string | null;
  name: string;
  /** May be decimal (1.5 kg); never negative. */
  quantity: number;
  options: ItemOption[];
  /** Which stations make it; absent: not routed yet, or no station claims it. */
  route?: ItemRoute;
}

/** What changed on a line since the kitchen last said it had seen it. */
export type ItemChange =
  | { type: 'added' }
  | { type: 'removed'; was: number }
  | { type: 'quantity'; was: number }
  /** `wasQuantity` where the quantity changed too. */
  | { type: 'options'; was: ItemOption[]; wasName: string; wasQuantity?: number };

export interface OrderItem extends SnapshotItem {
  /** How much of it is cooked; at most `quantity`. "2 done, +1" is `doneQuantity: 2, quantity: 3`. */
  doneQuantity: number;
  /** `doneQuantity >= quantity`. */
  done: boolean;
  /** Of a line several stations share: how much each has made. `doneQuantity` is what all of them have. */
  doneBy?: Record<string, number>;
  /** Unseen change, or null. A removed line stays, struck through, until the change is seen. */
  change: ItemChange | null;
}

export type Payment = 'paid' | 'collect' | 'unpaid';

/** The guest, as much as cooking needs: "Ana R.". */
export interface Guest {
  name: string;
}

/** What one shop message says about one order, in Kasera's terms. */
export interface OrderSnapshot {
  source: string;
  externalId: string;
  /** What people call it; any text. */
  number: string;
  shopStatus: string;
  /** The shop's clock, whole seconds; only ever compared with itself. */
  modifiedAt: number;
  placedAt: number | null;
  paidAt: number | null;
  kind: OrderKind;
  guest: Guest;
  note: string;
  /** Where it goes inside the house, where the shop says so: "Mesa 7", a pickup location. */
  place: string | null;
  items: SnapshotItem[];
  /** The time the guest chose, where a known plugin writes one. */
  promisedAt: number | null;
  payment: Payment;
  total: string | null;
  currency: string | null;
  /** The shop's customer; '0' is a guest, null is missing. Needed by the push audience `customer_id`. */
  customerId: string | null;
  partialRefund: boolean;
}

/**
 * The shop's side of an order. `status`/`modifiedAt` are the newest accepted; `standing` is the newest one that
 * decides whether the order is to be cooked (a draft or unpaid state never does). Two maxima, so that any order of
 * arrival ends in the same place.
 */
export interface ShopState extends ShopStanding {
  standing: ShopStanding | null;
}

/** Something the kitchen knows and the shop does not: a guest on the phone. It survives the shop's updates. */
export interface KitchenNote {
  id: string;
  text: string;
  allergy: boolean;
  at: number;
  /** Screens that confirmed it, and stations as `@grill`; `*` stands for everybody. It stays marked on each other one. */
  seenBy: string[];
}

/** What changed besides the dishes, and is not yet seen: the former values. */
export interface ContentChange {
  note?: { was: string };
  kind?: { was: OrderKind };
  promise?: { was: number | null };
}

export interface Stop {
  at: number;
  /** The state it was stopped in; an undone cancellation returns there while nobody has seen the STOP. */
  was: Exclude<OrderStatus, 'unreleased' | 'new' | 'cancelled'>;
}

export interface Cancellation {
  at: number;
  by: 'shop' | 'kitchen';
  /** A sentence from the person, or the shop's status word. */
  reason: string;
  /** The state it was in: a never-cooked order comes back as new. */
  was: OrderStatus;
}

/** A station's part of an order, as it was bumped. */
export interface FinishedPart {
  at: number;
  /** What was done before, by line: a recall restores it. */
  before: Record<string, number>;
}

/** It goes first, on all stations. */
export interface Rush {
  at: number;
  /** `driver`: somebody stands there to fetch it. */
  why: 'rush' | 'driver';
}

export interface KitchenPromise {
  at: number;
  promisedAt: number;
  by: 'guest' | 'kitchen';
  /** The id of the press that moved it (`delay`, `postpone`), so that the same press never moves it twice. */
  tap?: string;
}

/** Times kept for the day after (per order; what each screen painted has a table of its own). */
export interface OrderTimes {
  /** When the shop made the order, and when it was paid, by the shop's word. */
  placedAt: number | null;
  paidAt: number | null;
  arrivedAt: number;
  /** When it first was for the kitchen: the start of its alert. */
  releasedAt: number | null;
  acknowledgedAt: number | null;
  firstTouchAt: number | null;
  readyAt: number | null;
  completedAt: number | null;
  cancelledAt: number | null;
}

export interface Order {
  id: string;
  kitchenId: string;
  source: string;
  externalId: string;
  number: string;
  /** Rises by one with each change; a screen ignores a lower one. */
  version: number;
  /** The version at which dishes last changed or the order was cancelled: a command older than it is refused. */
  dishesVersion: number;
  /**
   * The version at which something last came up that a person has to say they saw; absent: nothing ever did. Who
   * presses on an older sight has not seen it.
   */
  unseenVersion?: number;
  status: OrderStatus;
  /** Since when it is in `status`. */
  statusAt: number;
  shop: ShopState;
  kind: OrderKind;
  guest: Guest;
  note: string;
  place: string | null;
  items: OrderItem[];
  payment: Payment;
  total: string | null;
  currency: string | null;
  customerId: string | null;
  /** The time the guest chose in the shop; the kitchen's own promise does not replace it. */
  guestPromisedAt: number | null;
  /** The promise in force, or null before acceptance without a guest's wish. */
  promisedAt: number | null;
  promises: KitchenPromise[];
  /** When the clock started: placed if believable, else arrived. */
  clockAt: number;
  /** The place in the order of time: the promise, else placed + usual time; fixed at acceptance. */
  dueAt: number;
  /** Unseen changes besides the dishes. */
  changed: ContentChange | null;
  kitchenNotes: KitchenNote[];
  /** The shop says completed while the kitchen does not; until seen. */
  closedInShop: boolean;
  /** It came back from a cancellation; until accepted. */
  restored: boolean;
  /** The shop took it back to unpaid after it was shown. */
  unpaidAgain: boolean;
  partialRefund: boolean;
  /** Old news: it was placed so long ago that it does not ring. */
  arrivedLate: boolean;
  test: boolean;
  cancellation: Cancellation | null;
  /** A cancellation somebody at the line still has to see. */
  stop: Stop | null;
  /** On its way to the shop; absent: nothing is. */
  telling?: ShopTelling;
  /**
   * Statuses we may have written although they were taken back, one for each try: the shop saying one of them is our
   * own echo.
   */
  echoes?: string[];
  /** The last thing the guest has been told through the shop; absent: nothing. */
  guestTold?: GuestTold;
  /** The shop holds something else than we wanted to write; absent: no, or seen. */
  shopConflict?: ShopConflict;
  /** The parts that were bumped, by station; kept for the day after. Absent: none. */
  finished?: Record<string, FinishedPart>;
  /** The stations that said they saw what is unseen now; absent: none. It begins anew with each thing that comes up. */
  seenAt?: string[];
  rush?: Rush;
  /** For later: when it is moved to the board. Absent: it is not for later. */
  fireAt?: number;
  /** It was still open at the day's end and put away: out of every figure. */
  notClosed?: boolean;
  /** What `ready` found, so that a recall restores it. */
  beforeReady: { status: 'acknowledged' | 'preparing'; done: Record<string, number> } | null;
  times: OrderTimes;
}

/** The rules an owner sets; they travel to the screens so that both sides decide alike. */
export interface KitchenRules extends KitchenSetup {
  /** Whether an `on-hold` order (bank transfer awaited) is for the kitchen. */
  onHoldIsNew: boolean;
  /** An order placed longer ago than this does not ring. */
  oldOrderMs: number;
  /** The choices on a new ticket, in minutes, ascending. */
  readyInMinutes: number[];
  /** The one taken when none is chosen. */
  suggestedMinutes: number;
}
