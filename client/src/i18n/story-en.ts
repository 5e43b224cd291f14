import type { DeliveryState, DropReason, KeptReason } from '@kasera/shared/alert.ts';
import type { OrderEventType } from '@kasera/shared/order-change.ts';
import type { EventFacts } from './event-facts.ts';

const behind = (text: string, before: string) => (text ? `${before}${text}` : '');
const inShop = ({ shopStatus }: EventFacts) => behind(shopStatus && `“${shopStatus}”`, ', now ');

const rushes: Record<string, string> = {
  rush: 'Rush: first on all stations',
  driver: 'The driver is here: rush',
  guest: 'The guest is here: rush',
};

const events: Record<OrderEventType, (facts: EventFacts) => string> = {
  arrived: ({ has }) => (has('arrivedLate') ? 'Arrived too late to ring' : 'Arrived'),
  changed: (facts) => (facts.has('reopened') ? 'Opened again in the shop' : `Changed in the shop${inShop(facts)}`),
  cancelled: (facts) =>
    facts.actor === 'kitchen'
      ? `Cancelled by the kitchen${behind(facts.was, ', was ')}`
      : `Cancelled in the shop${inShop(facts)}`,
  restored: () => 'Restored in the shop after it was cancelled',
  'closed-in-shop': () => 'Closed in the shop',
  acknowledged: ({ promised, has }) =>
    has('nothingToCook')
      ? 'Accepted; nothing to cook, straight to hand-over'
      : `Accepted${behind(promised, ', promised for ')}`,
  'item-done': ({ item, stations }) => `${item || 'A dish'} done${behind(stations, ' at ')}`,
  'item-undone': ({ item, stations }) => `${item || 'A dish'} not done after all${behind(stations, ' at ')}`,
  ready: ({ stations }) => `Ready${behind(stations, ', with ')}`,
  completed: ({ actor }) =>
    ({
      kitchen: 'Handed over',
      shop: 'Handed over: the shop closed it',
      kasera: 'Handed over, with nobody marking it',
    })[actor],
  recalled: ({ was }) => `Recalled${behind(was, ', was ')}`,
  confirmed: ({ stations }) => `Change seen${behind(stations, ' at ')}`,
  note: ({ has }) => (has('allergy') ? 'An allergy was added' : 'A note was added'),
  'part-ready': ({ stations }) => `${stations || 'A station'}: part ready`,
  'part-recalled': ({ stations }) => `${stations || 'A station'}: part recalled`,
  delayed: ({ minutes, promised }) => `+${minutes} min${behind(promised, ', now promised for ')}`,
  rushed: ({ why }) => rushes[why] ?? 'No longer a rush',
  fired: () => 'Put on the board',
  postponed: ({ promised }) => `Put off${behind(promised, ' until ')}`,
  'put-away': ({ was }) => `Put away at the day’s end${behind(was, ', was ')}`,
  routed: () => 'Its dishes moved to other stations',
};

const deliveryStates: Record<DeliveryState, string> = {
  waiting: 'waiting',
  held: 'held back: too many messages',
  sending: 'on its way',
  sent: 'taken by the provider',
  nobody: 'taken, and nobody was told',
  dropped: 'not sent: no longer needed',
  merged: 'sent as part of another one',
  parked: 'refused for good',
  unconfigured: 'not set up',
};

/** Why it did not leave, or leaves later. */
const dropReasons: Record<DropReason | KeptReason, string> = {
  answered: 'somebody answered',
  cancelled: 'the order was cancelled',
  closed: 'the order was closed',
  expired: 'it had become too old',
  recalled: 'it was taken back',
  overtaken: 'a later message replaces it',
  conflict: 'the shop says something else',
  'not configured': 'OneSignal has no app or key in the configuration',
  'no audience': 'the configuration says nobody to tell',
  'not connected': 'no shop is connected',
  'held back by the budget': 'too many messages at once; it goes as soon as it may',
};

/** What the page of one order says, in English. */
export const storyEn = {
  title: (number: string) => `Order #${number}`,
  toHistory: 'To history',
  notThere: 'There is no such order.',
  events,
  actors: { shop: 'shop', kitchen: 'kitchen', kasera: 'Kasera' },
  byItself: 'without a screen',
  facts: {
    status: 'Status',
    shopStatus: 'In the shop',
    brand: 'Brand',
    kind: 'Kind',
    place: 'Place',
    guest: 'Guest',
    total: 'Total',
    placed: 'Placed',
    arrived: 'Arrived',
    answered: 'Accepted',
    ready: 'Ready',
    handedOver: 'Handed over',
    promised: 'Promised',
    onBoard: 'On the board from',
    cancelled: 'Cancelled',
  },
  payments: { paid: 'paid', collect: 'to collect', unpaid: 'unpaid' },
  cancelledBy: { shop: 'by the shop', kitchen: 'by the kitchen' },
  notClosed: 'not closed',
  reopen: 'Reopen',
  reopened: 'Reopened, one step back.',
  notReopened: 'That did not work: look again.',
  sections: {
    waits: 'Where its time went',
    items: 'Dishes',
    notes: 'Notes',
    promises: 'Promises made',
    timeline: 'What happened',
    told: 'Who was told',
    painted: 'When each screen showed it',
    requests: 'What the shop sent',
  },
  done: 'done',
  partDone: (done: string) => `${done} done`,
  nobodys: 'no station',
  handOver: 'hand-over only',
  removed: 'taken off the order',
  shopNote: 'From the shop',
  allergy: 'Allergy',
  note: 'Note',
  seenBy: (n: number) => (n === 0 ? 'seen nowhere yet' : `seen in ${n} ${n === 1 ? 'place' : 'places'}`),
  promise: {
    guest: (time: string) => `${time}, chosen by the guest`,
    kitchen: (time: string) => `${time}, by the kitchen`,
  },
  saidAt: (time: string) => `at ${time}`,
  noPromises: 'No promise was made.',
  channels: { onesignal: 'Phones (OneSignal)', woocommerce: 'The shop' },
  deliveryStates,
  dropReasons,
  attempts: (n: number) => `${n} ${n === 1 ? 'try' : 'tries'}`,
  wrote: (time: string) => `created ${time}`,
  sent: (time: string) => `sent ${time}`,
  providerSaid: (said: string) => `the provider said: ${said}`,
  providerId: (id: string) => `its number there: ${id}`,
  nobodyTold: 'Nobody was told by Kasera.',
  paintedAfter: (time: string) => `${time} after it came`,
  notPainted: 'No screen has reported it yet.',
  noRequests: 'The shop sent nothing: Kasera fetched it, or it was made here.',
  requestStates: {
    received: 'not looked at yet',
    processed: 'processed',
    duplicate: 'a repeat',
    ignored: 'not for the kitchen',
    failed: 'could not be read',
  },
  bytes: (figure: string) => `${figure} bytes`,
  keyLabel: 'API key',
  keyWhy:
    'What the shop sent holds the guest’s personal data. It is shown only with the API key, which stays on this page and is forgotten with it.',
  showBody: 'Show',
  showBodyOf: (place: number) => `Show request ${place}`,
  hideBody: 'Hide',
  bodyGone: 'deleted since',
  bodyOf: (place: number) => `Request ${place}`,
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'This browser does not copy by itself: it is selected, press Ctrl+C.',
  wrongKey: 'This is not the API key.',
  keyMissing: 'Enter the API key first.',
  noBody: 'Kasera would not show it.',
};

export type StoryWords = typeof storyEn;
