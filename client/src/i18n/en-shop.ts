import type { WriteBackWord } from '@kasera/shared/order.ts';
import type { ShopFaultKind, SoldOutSpan } from '@kasera/shared/shop.ts';
import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';
import { because, wordFor } from './fault-words.ts';
import { timeOfDay, type Clockwork } from './format.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const figure = (n: number) => new Intl.NumberFormat('en-GB').format(n);

const faults: Record<ShopFaultKind, string> = {
  'not-connected': 'no shop is connected',
  unreachable: 'nothing answers at its address',
  timeout: 'it took too long',
  tls: 'its certificate is not right',
  redirect: 'it sends Kasera to another address',
  unauthorised: 'it does not accept Kasera’s keys',
  forbidden: 'Kasera’s keys may not do that',
  'not-found': 'it does not know that',
  refused: 'it refuses what was asked',
  busy: 'it has too much to do',
  unavailable: 'it has a fault of its own',
  foreign: 'something else answers in its place',
  unreadable: 'its answer cannot be read',
  paused: 'it failed so often that it is left alone for a while',
};

const steps: Record<WriteBackWord, string> = {
  accepted: 'accepted',
  ready: 'ready',
  completed: 'handed over',
  cancelled: 'cancelled',
};

/** The statuses every WooCommerce has; one of the shop's own is said as the shop writes it. */
const statuses: Record<string, string> = {
  pending: 'unpaid',
  processing: 'processing',
  'on-hold': 'on hold',
  completed: 'completed',
  cancelled: 'cancelled',
  refunded: 'refunded',
  failed: 'failed',
  trash: 'in the bin',
};

type ShopNoticeCode = Extract<
  NoticeCode,
  | 'shop-down'
  | 'shop-keys-refused'
  | 'webhook-replaced'
  | 'webhook-broken'
  | 'caught-up'
  | 'erased-suspects'
  | 'shop-not-told'
  | 'stock-stuck'
  | 'shop-conflict'
>;

const down = (fault: string | null | undefined, since: string) =>
  `The shop does not answer${because(faults, fault)}${since && ` since ${since}`}.`;

export const shopNoticesEn: Record<ShopNoticeCode, (notice: Notice, clock: Clockwork) => string> = {
  'shop-down': ({ error, at }, clock) =>
    `${down(error, at === undefined ? '' : timeOfDay(at, clock))} Tickets here are safe; new ones cannot come.`,
  'shop-keys-refused': ({ error }) =>
    `The shop refuses Kasera${because(faults, error)}: new orders cannot be asked for. Mend it in the shop settings.`,
  'webhook-replaced': ({ count: n = 1, at }, clock) =>
    `WooCommerce had switched off ${count(n, 'webhook', 'webhooks')}; Kasera made ${n === 1 ? 'a new one' : 'new ones'}${at === undefined ? '' : ` at ${timeOfDay(at, clock)}`}.`,
  'webhook-broken': ({ error }) =>
    `A webhook is missing or switched off and could not be mended${because(faults, error)}. See the shop settings.`,
  'caught-up': ({ count: n = 0 }) =>
    `${count(n, 'order', 'orders')} arrived while Kasera was off or could not reach the shop.`,
  'erased-suspects': ({ count: n = 0 }) =>
    `${count(n, 'open order seems', 'open orders seem')} erased in the shop. Say in the shop settings whether that is so.`,
  'shop-not-told': ({ count: n = 0, error }) =>
    `${count(n, 'thing', 'things')} could not be told to the shop${because(faults, error)}. Look in the shop.`,
  'stock-stuck': ({ count: n = 0, error }) =>
    `${count(n, 'product', 'products')} could not be set back in stock in the shop${because(faults, error)}. Do it there.`,
  'shop-conflict': ({ count: n = 0 }) =>
    `On ${count(n, 'order', 'orders')} the shop says something other than the kitchen: see the tickets and “Done”.`,
};

/** What the board says of the shop, in English. */
export const shopEn = {
  faults,
  statuses,
  steps,
  settings: 'Shop settings',
  checked: (ago: string) => `shop checked ${ago} ago`,
  neverChecked: 'shop not checked yet',
  down: (since: string) => `shop does not answer${since && ` since ${since}`}`,
  tells: 'Webhooks',
  asked: 'Asking',
  askedOff: 'not asked for its orders: its keys are missing in the shop settings',
  askedAt: (ago: string) => `Kasera looks by itself, last ${ago} ago`,
  askedNever: 'Kasera looks by itself, not yet through',
  askedSlowly: (fault: string | null) => `less often for now${because(faults, fault)}`,
  askedDown: (fault: string | null, since: string) => `does not answer${because(faults, fault)} since ${since}`,
  noneNeeded: 'none yet; Kasera asks the shop by itself',
  downStrip: (fault: string | null, since: string) =>
    `${down(fault, since)} Tickets here are safe; new ones cannot come.`,
  downStripWebhooks: (fault: string | null, since: string) =>
    `${down(fault, since)} Orders still come by its webhooks.`,
  catchingUp: (done: number, total: number | null) =>
    total === null
      ? `Catching up with the shop: ${figure(done)}`
      : `Catching up with the shop: ${figure(done)} of ${figure(total)}`,
  erased: 'erased in the shop',
  conflict: (wanted: WriteBackWord, found: string) =>
    `${found === 'gone' ? 'The order is gone in the shop' : `The shop says “${wordFor(statuses, found)}”`}; “${steps[wanted]}” was not told to it. Look in the shop.`,
  conflictSeen: 'Seen',
  conflictSeenOne: (number: string) => `Seen: the shop’s answer on #${number}`,
  guestTold: (what: WriteBackWord, time: string) => `guest was told “${steps[what]}” ${time}`,
  guestToldFact: 'Guest was told',
  telling: (what: WriteBackWord, seconds: number) =>
    seconds > 0 ? `tells the shop “${steps[what]}” in ${seconds} s` : `telling the shop “${steps[what]}” …`,
};

const spans: Record<SoldOutSpan, string> = {
  hour: '1 hour',
  closing: 'Until closing',
  'open-ended': 'Until I say so',
};

/** What cannot be made now, in English. */
export const soldOutEn = {
  spans,
  title: 'Sold out',
  count: (n: number) => `Sold out: ${n}`,
  mark: 'SOLD OUT',
  empty: 'Everything can be made.',
  why: 'The shop does not sell these until they are back.',
  whyUnconnected: 'Only the kitchen knows: no shop is connected.',
  fromTicket: 'Sold out …',
  which: 'What is sold out?',
  howMuch: 'All of the dish?',
  thisVariation: 'Only this variation',
  wholeDish: 'The whole dish',
  howLong: 'For how long?',
  noProduct: 'not a product of the shop: it cannot be sold out there',
  already: 'is sold out already',
  effect: 'The shop shows it as out of stock.',
  effectUnconnected: 'Only the kitchen knows: no shop is connected.',
  sellOut: 'Sold out',
  sending: 'Sending …',
  offline: 'No connection to Kasera: nothing was done. Try again when it is back.',
  refused: {
    unauthorised: 'This screen’s key is not valid any more: open the board’s link once more.',
    unknown: 'Kasera does not know it any more.',
    conflict: 'It is sold out already, or was meanwhile changed on another screen.',
    invalid: 'Kasera did not understand it. Load this page again.',
    server: 'Kasera could not keep it. Try again.',
  },
  done: (name: string, open: string) => `${name}: sold out${open ? `, ${open}` : '.'}`,
  backAgain: (name: string) => `${name}: back in stock.`,
  stillIn: (n: number) => `still in ${count(n, 'open order', 'open orders')}`,
  stillInNone: 'in no open order',
  add: 'Sell something out',
  search: 'Search a dish',
  searchHint: 'Type part of its name.',
  nothingFound: (words: string) => `Nothing in the catalogue is called “${words}”.`,
  outInShop: 'out of stock in the shop already',
  back: 'Back in stock',
  backOne: (name: string) => `Back in stock: ${name}`,
  since: (time: string, by: string) => (by ? `since ${time}, by ${by}` : `since ${time}`),
  until: (time: string, left: string) => `until ${time} (${left} left)`,
  untilSaid: 'until somebody says so',
  over: (time: string) => `until ${time}`,
  shop: {
    telling: 'the shop is being told …',
    told: 'the shop shows it as out of stock',
    untold: 'only the kitchen knows: no shop is connected',
    returning: 'going back on sale in the shop …',
  },
  shopFailed: (fault: string | null) => `the shop could not be told${because(faults, fault)}`,
  shopStuck: (fault: string | null) =>
    `the shop could not be told to sell it again${because(faults, fault)}: try again, or do it there`,
};

/** The name a screen goes by, in English. */
export const screenNameEn = {
  title: 'This screen’s name',
  hint: 'Said where something was done on it, such as “sold out by …”.',
  unnamed: (id: string) => `Screen ${id}`,
};
