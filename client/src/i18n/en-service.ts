import type { ScreenPage, ScreenSound } from '@kasera/shared/socket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

const pages: Record<ScreenPage, string> = {
  board: 'kitchen board',
  handover: 'hand-over',
  pickup: 'pickup screen',
  service: 'this page',
};

const sounds: Record<ScreenSound, string> = {
  on: 'sound on',
  muted: 'sound off',
  blocked: 'sound blocked',
  unsupported: 'no sound',
};

/** What "Ready for service?" says, in English. */
export const serviceEn = {
  title: 'Ready for service?',
  ready: 'Ready for service',
  toSeeTo: (n: number) => `${count(n, 'thing', 'things')} to see to`,
  looking: 'Checking …',
  areas: {
    screens: 'Screens',
    stations: 'Stations',
    shop: 'The shop',
    phones: 'Phones',
    orders: 'Orders',
    kasera: 'Kasera',
  },
  levels: { good: 'fine', warn: 'see to it', bad: 'not working', none: 'for information' },
  pages,
  sounds,
  thisScreen: 'this screen',
  everything: 'shows everything',
  shows: (stations: string) => `shows ${stations}`,
  expo: 'Expo',
  connectedFor: (time: string) => `connected for ${time}`,
  awake: 'kept awake',
  mayFallAsleep: 'may fall asleep',
  inFront: 'in front',
  behind: 'not in front',
  faults: {
    muted: 'Its sound is off: touch the loudspeaker in its top bar.',
    blocked: 'Its browser plays no sound until it is touched: touch that screen once.',
    unsupported: 'Its browser can make no sound: use another browser, or put a screen that can beside it.',
    asleep: 'It may go dark: open it over https, or switch off sleep in the device’s own settings.',
    hidden: 'Something else stands in front of it: bring the page to the front on that device.',
  },
  away: 'not connected',
  lastSeen: (time: string) => `last seen ${time} ago`,
  others: (n: number) => `${count(n, 'screen without a name', 'screens without a name')}, not connected`,
  awayTodo: 'Switch it on and open its page; if it is no longer used, there is nothing to do.',
  noBoard: 'No kitchen board',
  noBoardSays: 'no screen shows the orders',
  noBoardTodo: 'Open the board’s link on the screen in the kitchen.',
  stationShown: (screens: string) => `shown on ${screens}`,
  stationAlone: 'no live screen shows it',
  stationTodo: (station: string) => `Switch its screen on, or choose ${station} on another one.`,
  noExpoSays: 'no live screen; orders become ready there',
  noExpoTodo: 'Choose Expo on a screen, or switch it off in the kitchen settings.',
  webhooks: 'Webhooks',
  asking: 'Asking the shop',
  lastOrder: 'Last order',
  lastOrderAgo: (time: string) => `${time} ago`,
  noOrder: 'none yet',
  phones: 'Push messages',
  server: 'Server',
  serverLost: 'not reached: what stands here is how it was last',
  serverFull: 'too many screens are connected: what stands here is how it was last',
  serverFullTodo: 'Close other tabs and screens, or ask the owner. It goes on trying.',
  serverTodo: 'Check that the machine with Kasera is on and in the same network.',
  refusing: 'Taking orders',
  refusingSays: (time: string) => `turned away since ${time}`,
  refusingTodo: 'Look for new orders in the shop itself, and free up disk space on the machine.',
  noticeTodos: {
    'disk-low': 'Free up space on the machine with Kasera: without it no order can be taken.',
    'shop-down':
      'Open the shop in a browser: if it does not come up, call its host. Orders come in by themselves once it is back.',
    'push-parked': 'Check the app, its key and the audience in the configuration, then start Kasera again.',
    'push-nobody-subscribed': 'Open the app on each phone and allow notifications, then send a test order.',
    'push-failing': 'Watch the screens meanwhile: they go on without phones.',
    'push-held-back': 'Watch the screens meanwhile: the phones are told as soon as it may be.',
  },
  unknownScreens: 'It could not be found out which screens are off.',
  testTitle: 'Try it once',
};

export type ServiceWords = typeof serviceEn;
