import type { Notice, NoticeCode } from '@kasera/shared/socket.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const named = (name: string | undefined) => (name ? `: ${name}` : '');

/** What the reserved row says of a trouble: it shares one line with much else, and the health chip has the whole sentence. */
export interface RowWords {
  words: Partial<Record<NoticeCode, (notice: Notice) => string>>;
  notForAnHour: string;
}

export const rowEn: RowWords = {
  words: {
    'station-no-screen': ({ name = '' }) => `Station ${name} has no live screen`,
    'screens-deaf': ({ count: n = 1, name }) => `${count(n, 'screen', 'screens')} cannot be heard${named(name)}`,
    'items-unclaimed': ({ count: n = 1, name }) => `${count(n, 'dish', 'dishes')} without a station${named(name)}`,
    'signature-failing': () => 'Orders do not get through: the webhook’s secret is wrong',
    'webhook-no-permission': () => 'Orders do not get through: the webhook may not read them',
    'webhook-broken': () => 'Webhook lost: orders may come later. See the shop settings',
    'shop-keys-refused': () => 'The shop refuses Kasera’s keys. See the shop settings',
    'inbox-failed': ({ count: n = 1 }) =>
      `${count(n, 'order message', 'order messages')} could not be read: look in the shop`,
    'shop-not-told': ({ count: n = 1 }) => `${count(n, 'thing', 'things')} could not be told to the shop`,
    'stock-stuck': ({ count: n = 1 }) => `${count(n, 'product', 'products')} still out of stock in the shop`,
    'push-no-audience': () => 'Phones are not told: nobody has said whom to tell',
    'push-parked': () => 'Phones are not told: OneSignal refuses the messages',
    'push-failing': () => 'Phones are told late or not: OneSignal does not answer',
    'push-nobody-subscribed': () => 'Phones are not told: nobody is subscribed',
  },
  notForAnHour: 'Not for an hour',
};
