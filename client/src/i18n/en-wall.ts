import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What each trouble is called in the health chip, where there is room for two or three words. */
const troubles: Record<NoticeCode, (notice: Notice) => string> = {
  'signature-failing': () => 'wrong signature',
  'shop-reached-unproven': () => 'signature unproven',
  'shop-not-connected': () => 'no shop',
  'webhook-no-permission': () => 'webhook may not read',
  'inbox-failed': ({ count: n = 1 }) => `${n} unreadable`,
  'disk-low': () => 'disk nearly full',
  'push-not-configured': () => 'push not set up',
  'push-no-audience': () => 'push to nobody',
  'push-parked': () => 'push refused',
  'push-nobody-subscribed': () => 'no phone subscribed',
  'push-failing': () => 'push not answering',
  'push-held-back': () => 'push held back',
  'arrived-late': ({ count: n = 1 }) => `${n} came late`,
  'left-open': ({ count: n = 1 }) => `${n} left open`,
  'shop-down': () => 'shop not answering',
  'shop-keys-refused': () => 'shop refuses our keys',
  'webhook-replaced': () => 'webhook replaced',
  'webhook-broken': () => 'webhook lost',
  'caught-up': () => 'caught up',
  'erased-suspects': ({ count: n = 1 }) => `${n} erased?`,
  'shop-not-told': () => 'shop not told',
  'stock-stuck': () => 'stock not restored',
  'shop-conflict': () => 'shop disagrees',
  'station-no-screen': ({ name = '' }) => `${name}: no screen`,
  'screens-deaf': ({ count: n = 1 }) => count(n, 'deaf screen', 'deaf screens'),
  'items-unclaimed': ({ count: n = 1 }) => `${n} without station`,
};

/** What stands around the tickets, in English. */
export const wallEn = {
  everything: 'Everything',
  expo: 'Expo',
  shows: (what: string) => `This screen shows: ${what}. Change`,
  allDay: 'All day',
  later: 'Later',
  laterTitle: 'LATER',
  more: 'More',
  pageBack: 'Back a page',
  pageForward: 'Forward a page',
  onlyPage: 'page 1 of 1',
  showLater: (shown: string) => `Later: ${shown}. Show the list`,
  busy: 'BUSY',
  busyMore: 'BUSY …',
  busyUntil: (minutes: number, time: string) => `BUSY +${minutes} until ${time}`,
  leftAtClosing: (n: number) => `Closed, ${count(n, 'order', 'orders')} left`,
  leftChoices: 'made / not made / tomorrow',
  stationGone: (names: string, now: string) =>
    `${names} was removed in the kitchen settings. This screen shows: ${now}.`,
  ways: { '/settings/kitchen': 'Assign a station', '/service': 'Check the screens' },
  othersToo: (n: number) => `+${n}`,
  troubles,
};
