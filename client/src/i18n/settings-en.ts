import type {
  ShopAsking,
  ShopCheck,
  WebhookRecord,
  WebhookState,
  WebhookTopic,
  WriteBackRule,
  WriteBackStep,
} from '@kasera/shared/shop.ts';
import { adviceEn } from './settings-advice-en.ts';

const count = (n: number, figure: string, one: string, many: string) => `${figure} ${n === 1 ? one : many}`;

const results: Record<ShopCheck['result'], string> = {
  ok: 'fine',
  warning: 'with a remark',
  failed: 'not right',
  skipped: 'not looked at',
};

const askingStates: Record<ShopAsking['state'], string> = {
  off: 'off',
  asking: 'asking',
  slow: 'asking less often',
  down: 'the shop does not answer',
};

const topics: Record<WebhookTopic, string> = {
  'order.created': 'New order',
  'order.updated': 'Order changed',
  'order.deleted': 'Order put in the trash',
  'order.restored': 'Order taken out of the trash',
  'product.updated': 'Product changed',
};

const webhookStatuses: Record<WebhookState['status'], string> = {
  active: 'active',
  paused: 'paused in the shop',
  disabled: 'switched off by the shop',
  missing: 'not there',
  unknown: 'not looked yet',
};

const webhookEvents: Record<WebhookRecord['what'], string> = {
  made: 'made',
  replaced: 'was switched off, replaced by a new one',
  changed: 'corrected',
  removed: 'removed',
  failed: 'could not be made or corrected',
};

const steps: Record<WriteBackStep, { when: string; short: string }> = {
  accepted: { when: 'Accepted with a time', short: 'accepted' },
  ready: { when: 'Ready', short: 'ready' },
  completed: { when: 'Handed over', short: 'handed over' },
  cancelled: { when: 'Cancelled by the kitchen', short: 'cancelled' },
};

const notes: Record<WriteBackRule['note'], string> = {
  none: 'no note',
  private: 'private note',
  customer: 'note to the guest',
};

/** What the shop's settings page says, in English. Its shape is the type every other language must fill. */
export const settingsEn = {
  advice: adviceEn,
  title: 'The shop',
  intro: 'Done once: from then on Kasera fetches every order from WooCommerce and tells it what the kitchen does.',
  loading: 'Asking Kasera how it stands …',
  unreached: 'Kasera does not answer. What you see may be out of date; this page goes on trying.',
  unreadable: 'Kasera’s answer was not understood. It may just have been updated: load the page again.',
  reload: 'Load again',
  ago: (time: string) => `${time} ago`,
  overall: {
    none: 'No shop is connected yet.',
    good: 'Everything works.',
    warn: 'It works, with a remark.',
    bad: 'Something needs you.',
    checking: 'Looking at the shop …',
    suspects: 'Orders seem erased',
    down: 'The shop does not answer',
    checks: 'A check failed',
    failing: 'The shop did not answer when last asked',
    webhooks: 'A webhook does not work',
    open: 'Webhooks come over unencrypted http',
    remark: 'See the remark',
  },
  connection: {
    title: 'Connection',
    about: 'Where the shop is, and the keys it knows Kasera by.',
    easy: 'With one click',
    easyAbout:
      'WooCommerce asks whether Kasera may read and write orders, and hands the keys over by itself. Log in there as an administrator.',
    consent: 'Connect through WooCommerce',
    consentGoing: 'Going to the shop …',
    byHand: 'With keys by hand',
    where: 'Where are the keys?',
    steps: [
      'Log in to WordPress as an administrator.',
      'Open WooCommerce → Settings → Advanced → REST API.',
      'Press “Add key”. Description: Kasera. Permissions: Read/Write.',
      'Press “Generate API key”. Copy both keys: they are shown only this once.',
    ],
    url: 'Address of the shop',
    urlHint: 'As in the browser, for example https://my-restaurant.com',
    key: 'Consumer key',
    keyHint: 'Begins with ck_',
    secret: 'Consumer secret',
    secretHint: 'Begins with cs_',
    show: 'Show',
    hide: 'Hide',
    connect: 'Connect',
    connecting: 'Looking at the shop …',
    kept: 'The keys are kept encrypted on Kasera’s own machine and shown to nobody.',
    missing: { url: 'The address is missing.', key: 'The key is missing.', secret: 'The secret is missing.' },
    swapped: {
      key: 'This is the secret: the key begins with ck_.',
      secret: 'This is the key: the secret begins with cs_.',
    },
    notConnected: 'Not connected: see what is not right below.',
    waiting: 'Waiting for you to agree in WooCommerce. This page notices by itself.',
    waitingForKeys: 'You agreed. Now the shop is sending the keys …',
    waitingLong:
      'The shop has not sent the keys yet. It may not reach Kasera under PUBLIC_URL; enter the keys by hand instead.',
    granted: 'Connected: the shop handed over its keys.',
    keysUnfit:
      'You agreed, but the keys the shop handed over do not work, and nothing was connected. Enter keys by hand: then it shows what is wrong.',
    elsewhere:
      'The shop led you to this address, where the board’s link has not been opened yet. What you said counts all the same: go on where you were.',
    denied: 'You said no in the shop, or the shop did. Nothing was connected.',
    connected: 'Connected.',
    connectedBut: 'Set up, but something is not right: see below.',
    address: 'Shop',
    keyEnding: 'Key',
    ending: (end: string) => `ends in ${end}`,
    since: 'Since',
    from: 'Set',
    fromPage: 'on this page',
    fromEnvironment: 'in .env',
    fromEnvironmentHint:
      'To change it, edit WOOCOMMERCE_URL, WOOCOMMERCE_KEY and WOOCOMMERCE_SECRET in .env and restart Kasera.',
    change: 'Change the keys …',
    changeCancel: 'Leave as it is',
    disconnect: 'Disconnect …',
    disconnectTitle: 'Disconnect the shop?',
    disconnectMeans: [
      'Kasera stops asking the shop: new orders no longer come that way.',
      'Its webhooks are deleted in the shop first: orders no longer come by them either. Where that cannot be done, it says so.',
      'The shop is told nothing any more: no status, no note, nothing sold out.',
      'The keys are erased here. Revoke them in WooCommerce too: Settings → Advanced → REST API.',
      'Tickets on the board stay.',
    ],
    disconnectNow: 'Disconnect',
    disconnecting: 'Disconnecting …',
    disconnected: {
      none: 'Disconnected.',
      removed: 'Disconnected. Kasera’s webhooks in the shop are deleted.',
      left: 'Disconnected. Webhooks to Kasera may be left in the shop and go on sending orders: delete them there, under WooCommerce → Settings → Advanced → Webhooks.',
    },
    keep: 'Keep it',
  },
  checks: {
    title: 'Checks',
    about: 'What Kasera found when it looked at the shop.',
    again: 'Check again',
    checking: 'Looking at the shop …',
    checkingAbout: 'This takes a few seconds; a slow shop may take a minute.',
    checkedAt: (ago: string) => `looked ${ago} ago`,
    never: 'Not looked yet.',
    ofAttempt: 'This came of the address and keys you just entered. Nothing was saved.',
    results,
    done: (failed: number, warnings: number) =>
      failed + warnings === 0
        ? 'Looked at everything: all fine.'
        : `Looked at everything: ${failed} not right, ${count(warnings, String(warnings), 'remark', 'remarks')}.`,
    todo: 'What to do',
  },
  asking: {
    title: 'Asking',
    about: 'Kasera asks the shop for new and changed orders by itself, so that none is missed.',
    states: askingStates,
    failing: 'the last look failed, and is tried again',
    checkedAt: 'Last asked',
    never: 'not yet',
    every: 'Asks',
    everySeconds: (seconds: string) => `every ${seconds} s`,
    failingSince: (time: string) => `Failing since ${time}.`,
    safe: 'Tickets on the board are safe; new orders cannot come until the shop answers.',
    slow: 'The shop is slow or closed, so it is asked less often for a while. Nothing needs to be done.',
    catchUp: 'Catching up',
    catchUpOf: (done: string, total: string) => `${done} of ${total} orders`,
    catchUpSome: (done: string) => `${done} orders so far`,
    catchUpAbout: 'Orders that changed while Kasera was off or the shop did not answer. New ones do not wait for it.',
  },
  webhooks: {
    title: 'Webhooks',
    about:
      'With these the shop calls Kasera by itself. They make orders a little faster; asking catches whatever they lose.',
    goTo: 'The shop calls',
    topic: 'What for',
    status: 'State',
    replaced: 'Last replaced',
    never: 'never',
    topics,
    statuses: webhookStatuses,
    mends: 'Kasera looks every few minutes and replaces what the shop switched off.',
    records: 'What was done lately',
    older: 'Older',
    events: webhookEvents,
  },
  telling: {
    title: 'Telling the shop',
    about: 'What each step in the kitchen does to the order in WooCommerce.',
    guest: 'A note to the guest is sent as an e-mail by WooCommerce, and so are some changes of status.',
    delay: 'Guests learn of it 60 s after the tap at the earliest. Taken back within that time, they learn nothing.',
    step: 'In the kitchen',
    status: 'Status in the shop',
    note: 'Note on the order',
    leave: 'leave as it is',
    steps,
    notes,
    mails: 'WooCommerce mails it.',
    unknownStatus: (slug: string) => `${slug} (not in the shop)`,
    coreStatuses: {
      processing: 'Processing',
      'on-hold': 'On hold',
      completed: 'Completed',
      cancelled: 'Cancelled',
    } as Readonly<Record<string, string>>,
    statusesUnread: 'The shop’s own statuses could not be read yet; these are WooCommerce’s usual ones.',
    saving: 'Saving …',
    saved: 'Saved.',
    notSaved: 'Not saved: Kasera did not take it. What you see is what counts now.',
    offline: 'Not saved: Kasera does not answer. What you see is what counts now.',
    refunds: 'Money is never moved: refunds are made in WooCommerce.',
  },
  suspects: {
    title: 'Orders that seem erased',
    about:
      'The shop says it no longer knows these orders. With so many at once that may be a fault of the shop, so Kasera asks you.',
    none: 'None.',
    noneAbout:
      'An order erased in the shop is cancelled on the board by itself. Only if many vanish at once you are asked here.',
    since: (time: string) => `missing since ${time}`,
    select: (number: string) => `Order ${number}`,
    all: 'All of them',
    look: 'Look in WooCommerce whether they are really gone, then say:',
    erased: 'They are erased: cancel them here',
    kept: 'They still exist: keep them',
    telling: 'Saying so …',
    doneErased: (n: number) => `${count(n, String(n), 'order is', 'orders are')} cancelled on the board.`,
    doneKept: (n: number) => `${count(n, String(n), 'order stays', 'orders stay')} on the board.`,
  },
  catalogue: {
    title: 'Catalogue',
    about:
      'Products and categories, read from the shop every day: they send dishes to their stations and can be marked sold out.',
    products: (n: number, figure: string) => count(n, figure, 'product', 'products'),
    categories: (n: number, figure: string) => count(n, figure, 'category', 'categories'),
    readAt: (ago: string) => `read ${ago} ago`,
    never: 'Not read yet. That happens by itself once the shop is connected.',
  },
  faults: {
    unreached: 'Kasera does not answer. Nothing was changed; try again.',
    refused: (message: string) => `Kasera did not do it: ${message}`,
    fromEnvironment: 'The connection stands in .env and cannot be changed here.',
    storage: 'Kasera cannot write to its disk at the moment. Nothing was changed; try again shortly.',
  },
};

export type SettingsWords = typeof settingsEn;
