import type { Command, Refusal } from './command.ts';
import type { KitchenRules, Order } from './order.ts';
import type { ShopAsking, SoldOut } from './shop.ts';

/** The board protocol (DESIGN 6), typed for both ends of Socket.IO. */

/** The whole order as it now is, with the kitchen's number of the change. */
export interface BoardEvent {
  seq: number;
  order: Order;
}

/** What a screen knows already; without both, or from another epoch, it gets everything. */
export interface SyncRequest {
  kitchen: string;
  epoch?: string;
  since?: number;
  /** A stable id of this screen, for `painted` and note confirmations. */
  screen: string;
  /** A screen guests see: it is given numbers and, if the owner wants, first names, and nothing else of an order. */
  role?: 'guests';
}

/** What a screen is for. */
export const screenPages = ['board', 'handover', 'pickup', 'service'] as const;
export type ScreenPage = (typeof screenPages)[number];

/** Whether a screen can be heard. `blocked`: its browser wants a touch first; that makes it deaf, as `muted` does. */
export const screenSounds = ['on', 'muted', 'blocked', 'unsupported'] as const;
export type ScreenSound = (typeof screenSounds)[number];

/** How a screen is, told by itself at each change and with each new connection. */
export interface ScreenReport {
  /** What people call it; empty: nobody named it. */
  name: string;
  page: ScreenPage;
  /** As `Viewer.stations`. */
  stations: string[] | null;
  sound: ScreenSound;
  /** It is kept from sleeping. */
  awake: boolean;
  /** Its page is in front. */
  visible: boolean;
}

/** A screen that is connected now. Two pages in one browser are two with one id. */
export interface LiveScreen extends ScreenReport {
  id: string;
  /** Connected since. */
  since: number;
}

interface SyncAnswerBase {
  epoch: string;
  seq: number;
  rules: KitchenRules;
  beat: Beat;
  /** Everything that cannot be made now. */
  soldOut: SoldOut[];
}
/** Everything open (and the last done), or only the orders that changed since. */
export type SyncAnswer =
  (SyncAnswerBase & { type: 'all'; orders: Order[] }) | (SyncAnswerBase & { type: 'since'; events: BoardEvent[] });

/** Why something is not as it should be: a code the client has words for, and the figures in them. */
export type NoticeCode =
  /** Signed with another secret than ours; `count`, `at` of the last. */
  | 'signature-failing'
  /** The ping came, nothing signed yet. */
  | 'shop-reached-unproven'
  /** Nothing ever came. */
  | 'shop-not-connected'
  /** The webhook's owner may not read orders (signed 403 body). */
  | 'webhook-no-permission'
  /** Signed requests that could not be read; `count`. */
  | 'inbox-failed'
  /** `freeBytes` left on the data folder's disk. */
  | 'disk-low'
  /** No OneSignal app or key in the configuration. */
  | 'push-not-configured'
  /** OneSignal is configured but nobody said whom to tell. */
  | 'push-no-audience'
  /** The provider refused for good (400, 401, 403); `error`. */
  | 'push-parked'
  /** Sent, and nobody is subscribed. */
  | 'push-nobody-subscribed'
  /** The provider does not answer; still trying. */
  | 'push-failing'
  /** The budget is used up; `count` orders wait until `until`. */
  | 'push-held-back'
  /** Old orders that came in without ringing; `count`. */
  | 'arrived-late'
  /** Tickets open for over 12 hours; `count`. */
  | 'left-open'
  /** The shop does not answer since `at`; `error`: the kind of fault. Tickets here are safe, new ones cannot come. */
  | 'shop-down'
  /** The shop refuses our keys, or they may not read orders; `error`: the kind of fault. */
  | 'shop-keys-refused'
  /** The shop had disabled a webhook, it was replaced by a new one at `at`; `count` of them lately. */
  | 'webhook-replaced'
  /** A webhook is missing or disabled and could not be mended; `error`: the kind of fault. */
  | 'webhook-broken'
  /** `count` orders arrived while Kasera was off or could not ask. */
  | 'caught-up'
  /** `count` open orders seem erased in the shop: too many to believe, a person has to say. */
  | 'erased-suspects'
  /** `count` things could not be told to the shop for good; `error`: the kind of fault. */
  | 'shop-not-told'
  /** `count` products could not be set back in stock in the shop; `error`: the kind of fault. */
  | 'stock-stuck'
  /** `count` orders on which the shop says something else than the kitchen. */
  | 'shop-conflict'
  /** The station `name` has had no live screen since `at`. */
  | 'station-no-screen'
  /** `count` screens cannot be heard; `name`: theirs. */
  | 'screens-deaf'
  /** `count` lines no station claims: every screen shows them; `name`: the dishes. */
  | 'items-unclaimed';

export interface Notice {
  code: NoticeCode;
  /** `error`: something is not working. `warning`: soon. `info`: worth knowing. */
  level: 'error' | 'warning' | 'info';
  count?: number;
  at?: number;
  until?: number;
  error?: string;
  freeBytes?: number;
  name?: string;
}

export type IntakeHealth = { state: 'ok' } | { state: 'failing'; failingSince: number; reason: string };

/** Every 5 s to every screen: proof that it is still being told things. */
export interface Beat {
  seq: number;
  epoch: string;
  /** The server's clock; screens show time by it. */
  now: number;
  /** Another one means the client was rebuilt: reload when idle. */
  build: string;
  intake: IntakeHealth;
  /** Newest correctly signed delivery; null: never. */
  shopHeardAt: number | null;
  /** Newest unsigned ping; null: never. */
  shopPingedAt: number | null;
  /** When the shop was last asked over REST; null while Kasera does not ask. */
  shopCheckedAt: number | null;
  /** The connected shop's address, for links to it; null: none is. */
  shopUrl: string | null;
  /** How asking the shop stands. */
  asking: ShopAsking;
  notices: Notice[];
  /** Every screen that is connected now, this one too. */
  screens: LiveScreen[];
}

export type CommandAnswer = { ok: true; seq: number; order: Order } | { ok: false; error: Refusal; order?: Order };

export interface ClientToServerEvents {
  'board:sync': (request: SyncRequest, answer: (result: SyncAnswer | { error: Refusal }) => void) => void;
  /** The same path as `POST /api/orders/:id/commands`. */
  'order:command': (request: { orderId: string; command: Command }, answer: (result: CommandAnswer) => void) => void;
  /** A screen says it has put these orders in front of people's eyes, `ageMs` ago. No answer. */
  'board:painted': (request: { orders: { orderId: string; ageMs: number }[] }) => void;
  /** How this screen is. No answer. */
  'board:screen': (report: ScreenReport) => void;
}

export interface ServerToClientEvents {
  'board:event': (event: BoardEvent) => void;
  'board:beat': (beat: Beat) => void;
  /** The whole list, at each change of it. */
  'board:sold-out': (list: SoldOut[]) => void;
  /** The kitchen's settings changed. */
  'board:rules': (rules: KitchenRules) => void;
}

/** A screen whose last known change is further back than this gets everything anew. */
export const maxSinceEvents = 1000;
export const beatEveryMs = 5_000;
/** No beat for this long: words. */
export const silentAfterMs = 12_000;
/** No beat for this long: sound, again each minute. */
export const alarmAfterMs = 30_000;
/** A station without a live screen for this long is said on the others. */
export const stationAloneAfterMs = 30_000;
