import type { CommandType, RefusalCode } from '@kasera/shared/command.ts';
import type { OrderKind, OrderStatus } from '@kasera/shared/order.ts';
import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';
import { deviceEn } from './en-device.ts';
import { lineCommandsEn, lineNoticesEn } from './en-line.ts';
import type { Clockwork } from './format.ts';
import { wallEn } from './en-wall.ts';
import { screenNameEn, shopEn, shopNoticesEn, soldOutEn } from './en-shop.ts';
import { ticketEn } from './en-ticket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const gigabytes = (bytes = 0) => `${(bytes / 1e9).toFixed(1)} GB`;

const notices: Record<NoticeCode, (notice: Notice, clock: Clockwork) => string> = {
  ...shopNoticesEn,
  ...lineNoticesEn,
  'signature-failing': ({ count: n = 0 }) =>
    `${count(n, 'order message has', 'order messages have')} a wrong signature: the secret in WooCommerce is not the one Kasera printed at start-up.`,
  'shop-reached-unproven': () =>
    'The shop reached us, but nothing signed has come yet. Place an order in the shop to prove the secret.',
  'shop-not-connected': () => 'No shop is connected yet. The start-up text says what to paste into WooCommerce.',
  'webhook-no-permission': () =>
    'The webhook’s owner may not read orders. In WooCommerce, save the webhook as an administrator or shop manager.',
  'inbox-failed': ({ count: n = 0 }) =>
    `${count(n, 'message', 'messages')} from the shop could not be read. They are kept; look for the orders in the shop.`,
  'disk-low': ({ freeBytes }) => `Little room left on the disk: ${gigabytes(freeBytes)}.`,
  'push-not-configured': () => 'Phones are not told: OneSignal is not configured. The start-up text says how.',
  'push-no-audience': () =>
    'Phones are not told: nobody has said whom to tell (ONESIGNAL_AUDIENCE in the configuration).',
  'push-parked': ({ error }) => `Phones are not told: OneSignal refused${error ? ` (${error})` : ''}.`,
  'push-nobody-subscribed': () => 'Phones are not told: nobody is subscribed in OneSignal.',
  'push-failing': ({ error }) => `OneSignal does not answer${error ? ` (${error})` : ''}; still trying.`,
  'push-held-back': ({ count: n = 0 }) =>
    `${count(n, 'order waits', 'orders wait')} to be told to the phones: too many messages in 15 minutes.`,
  'arrived-late': ({ count: n = 0 }) =>
    `${count(n, 'old order', 'old orders')} came in without ringing: see “Left open”.`,
  'left-open': ({ count: n = 0 }) =>
    `${count(n, 'order has', 'orders have')} been open for over 12 hours: see “Left open”.`,
};

const kinds: Record<OrderKind, string> = { delivery: 'Delivery', pickup: 'Pickup', 'dine-in': 'Dine-in', unknown: '' };

const statuses: Record<OrderStatus, string> = {
  unreleased: 'not released',
  new: 'new',
  acknowledged: 'accepted',
  preparing: 'cooking',
  ready: 'ready',
  completed: 'handed over',
  cancelled: 'cancelled',
};

const commands: Record<CommandType, string> = {
  ...lineCommandsEn,
  acknowledge: 'Accept',
  'item-done': 'Tick',
  'item-undone': 'Untick',
  ready: 'Ready',
  complete: 'Hand over',
  recall: 'Recall',
  cancel: 'Cancel',
  confirm: 'Seen',
  note: 'Note',
};

const refusals: Record<RefusalCode, string> = {
  conflict: 'somebody else was quicker',
  changed: 'the order has changed, look again',
  'not-allowed': 'that is not possible any more',
  'not-found': 'the order is not known any more',
  'reused-id': 'it was already sent as something else',
  invalid: 'the server did not understand it',
};

/** Everything Kasera's screens say, in English. Its shape is the type every other language must fill. */
export const en = {
  language: 'English',
  locale: 'en-GB',
  kinds,
  statuses,
  notices,
  shop: shopEn,
  soldOut: soldOutEn,
  line: ticketEn,
  screenName: screenNameEn,
  device: deviceEn,
  wall: wallEn,
  fault: {
    ticket: 'shown simply: something in it cannot be drawn',
    part: 'Something here could not be shown. The orders are as they were.',
    again: 'Try again',
    page: 'This page had a fault and starts again by itself. The orders are safe; other screens show them.',
  },
  top: {
    open: 'Open',
    done: 'Done',
    leftOpen: 'Left open',
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    more: (n: number) => `${n} more`,
    nextPage: 'Next page',
    settings: 'Settings',
    close: 'Close',
    views: 'Lists',
  },
  health: {
    live: 'live',
    connecting: 'connecting …',
    offline: 'no connection',
    'no-place': 'too many screens',
    shopHeard: (ago: string) => `shop ${ago}`,
    shopNever: 'no shop yet',
    refusing: 'orders refused',
    problems: (n: number) => count(n, 'problem', 'problems'),
    title: 'How it stands',
    server: 'Server',
    serverLive: 'connected, told everything as it happens',
    serverLost: 'not reached; this screen may be out of date',
    serverFull: 'there, but too many screens are connected; this one may be out of date',
    shop: 'Shop',
    shopSigned: (ago: string) => `last signed message ${ago} ago`,
    shopPinged: (ago: string) => `reached us ${ago} ago, signature not yet proven`,
    shopSilent: 'nothing has come yet',
    phones: 'Phones',
    phonesFine: 'are told of each new order',
    phonesTrouble: 'something is missing',
    sound: 'Sound',
    allFine: 'Everything is connected.',
  },
  ago: { seconds: (n: number) => `${n} s`, minutes: (n: number) => `${n} min`, hours: (n: number) => `${n} h` },
  sound: {
    on: 'Sound on',
    muted: 'Sound off',
    enable: 'Tap to enable sound',
    blocked: 'This screen cannot be heard',
  },
  languageTitle: 'Language',
  warnings: {
    silent: (seconds: number) => `No connection to Kasera for ${seconds} s. New orders do not arrive on this screen.`,
    noPlace: 'Too many screens: new orders do not arrive here. Close other tabs or screens, or ask the owner.',
    refusing: 'Orders are being refused: look in the shop.',
    refusingSince: (time: string) => `since ${time}`,
    hush: 'Silence',
    hushed: 'silenced',
  },
  messages: {
    refused: (number: string, command: CommandType, code: RefusalCode) =>
      command === 'confirm' && code === 'changed'
        ? `#${number}: more has changed since you looked. Look again, then tap again.`
        : `#${number}: “${commands[command]}” was undone, ${refusals[code]}.`,
    returned: 'Connected again.',
    returnedNothing: 'Nothing was missed.',
    arrived: (n: number) => `${n} new`,
    changed: (n: number) => `${n} changed`,
    cancelled: (n: number) => `${n} cancelled`,
    dismiss: 'Dismiss',
    stale: (n: number, since: string) =>
      `${count(n, 'tap', 'taps')} from ${since} ${n === 1 ? 'was' : 'were'} never sent. Send now?`,
    staleSend: 'Send',
    staleDrop: 'Drop',
  },
  ticket: {
    table: (number: string) => `Table ${number}`,
    inMinutes: (n: number) => `in ${n}`,
    at: (time: string) => time,
    late: (n: number) => `LATE ${n}`,
    new: (n: number) => `NEW ${n}`,
    stop: 'STOP',
    stopElsewhere: (number: string) => `STOP ${number}`,
    moreNew: (n: number) => `+${n} new waiting`,
    oldestWaits: (minutes: number) => `the oldest: ${minutes} min`,
    label: (parts: { number: string; part: string; kind: string; guest: string }) =>
      [`#${parts.number}`, parts.part, parts.kind, parts.guest].filter(Boolean).join(', '),
    part: (part: number, parts: number) => `part ${part} of ${parts}`,
    continues: 'continues',
    collect: (sum: string) => `COLLECT ${sum}`.trim(),
    paid: 'paid',
    unpaid: 'UNPAID',
    test: 'TEST',
    changed: 'CHANGED',
    restored: 'RESTORED',
    arrivedLate: 'old order, did not ring',
    closedInShop: 'CLOSED IN THE SHOP',
    unpaidAgain: 'UNPAID AGAIN',
    partialRefund: 'PART REFUND: ASK THE MANAGER',
    sentLate: (minutes: number) => `sent ${minutes} min late by the shop`,
    notSent: 'not sent yet',
    allergy: 'ALLERGY',
    note: 'Note',
    noteWas: (was: string) => `note was: ${was}`,
    noteWasEmpty: 'note is new',
    kindWas: (was: string) => `was ${was}`,
    promiseWas: (time: string) => `time was ${time}`,
    promiseIsNew: 'time is new',
    was: (was: string, now: string) => `was ${was}, now ${now}`,
    added: 'added',
    removed: 'removed',
    optionsWere: (were: string) => `was: ${were}`,
    partDone: (done: string) => `${done} done`,
    cancelledAt: (time: string) => `Cancelled ${time}`,
    cancelledByKitchen: 'by us',
    itemDone: 'done',
    noItems: 'No dishes on this order',
    menu: (number: string) => `More for #${number}`,
  },
  bar: {
    acceptIn: 'Accept, ready in (min)',
    accept: (n: number) => `Accept, ready in ${n} minutes`,
    acceptGuestTime: (time: string) => `ACCEPT for ${time}`,
    ready: 'READY',
    changeSeen: 'CHANGE SEEN',
    noteSeen: 'NOTE SEEN',
    stopSeen: 'SEEN',
    undo: 'UNDO',
    isReady: (number: string) => `${number} ready`,
  },
  menu: {
    addNote: 'Add a note',
    addAllergy: 'Add an allergy',
    cancel: 'Cancel the order …',
    closedSeen: 'Closed in the shop: seen',
    back: 'Back',
    save: 'Save',
    noteText: 'What should the kitchen know?',
    allergyText: 'Which allergy?',
    cancelReason: 'Why?',
    otherReason: 'Another reason',
    cancelEffectNew: 'The ticket goes from every screen.',
    cancelEffectCooking: 'Every screen shows STOP until somebody taps SEEN.',
    cancelShop:
      'The shop, and the guest with this reason, are told only if the shop settings say so. Nothing is refunded: do that in the shop.',
    cancelShopUnconnected: 'The shop is not told and nothing is refunded: do that in WooCommerce.',
    cancelNow: (number: string) => `Cancel #${number}`,
    placed: 'Placed',
    arrived: 'Arrived',
    promised: 'Promised',
    total: 'Total',
    inShop: 'Open in the shop (refunds are made there)',
  },
  lists: {
    doneTitle: 'Done',
    doneEmpty: 'Nothing is done yet.',
    leftOpenTitle: 'Left open',
    leftOpenWhy: 'Old orders that came in without ringing, and tickets open for over 12 hours.',
    leftOpenEmpty: 'Nothing was left open.',
    recall: 'Recall',
    recallOne: (number: string) => `Recall #${number}`,
    handedOver: 'Handed over',
    handedOverOne: (number: string) => `Handed over #${number}`,
    accept: 'To the board',
    finish: 'Finish',
    dishes: (n: number) => count(n, 'dish', 'dishes'),
    done: 'DONE',
  },
  empty: {
    title: 'No open orders',
    waiting: 'The next one appears here by itself.',
    nothingCooking: 'Nothing is being cooked',
    newColumn: 'New orders appear here',
    testOrder: 'Send a test order',
    testSending: 'Sending …',
    testFailed: 'The test order could not be sent. Is the server there?',
    testSent: 'Sent: every board rings until somebody accepts it.',
    testWhy: 'It is marked TEST, the shop is not told, and it counts in no figure.',
    loading: 'Asking for the orders …',
  },
  live: {
    arrived: (number: string, dishes: number) => `New order #${number}, ${count(dishes, 'dish', 'dishes')}`,
  },
  access: {
    title: 'This screen needs the board’s link',
    body: 'Orders are only shown to screens that were opened with the link that holds the key.',
    where: 'Kasera prints it when it starts, in the line that begins with “Board”. Open that link once on this screen.',
    retry: 'This page looks again by itself.',
  },
};

/** `timeZone`: by whose clock times are said; without it by the screen's own. */
export type Messages = typeof en & { timeZone?: string };
