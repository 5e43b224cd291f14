import { isLive } from '@kasera/shared/decide/items.ts';
import type { KitchenSettings, KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { Order } from '@kasera/shared/order.ts';
import { isUnclaimed } from '@kasera/shared/parts.ts';
import type { Notice } from '@kasera/shared/socket.ts';
import type { RouteOf } from '../orders/line-routes.ts';
import type { OrderStore } from '../orders/store.ts';

export interface UnclaimedDeps {
  store: Pick<OrderStore, 'open' | 'page'>;
  kitchenId: string;
  settings(): KitchenSettings;
  routeOf: RouteOf;
  /** The kitchen's number of the newest change: without a new one nothing is counted anew. */
  seq(): number;
}

export interface Unclaimed {
  /** Names of lines of the last orders no station would claim by now, the most frequent first. */
  ofLastOrders(): Promise<KitchenView['unclaimed']>;
  /** `items-unclaimed`, where open orders have such lines still to be made. */
  notices(now: number): Promise<Notice[]>;
}

const lastOrders = 200;
const mostNames = 100;
const namesInNotice = 5;
/** Notices are gathered each second; in the rush each second brings a change. */
const countEveryMs = 5_000;

/** What no station claims ([BO2]): every screen shows it, and it is counted. In a kitchen without stations nothing is. */
export function createUnclaimed(deps: UnclaimedDeps): Unclaimed {
  const { store, kitchenId, settings, routeOf } = deps;
  let counted: { at: number; seq: number; settings: KitchenSettings; notices: Notice[] } | null = null;
  const hasStations = (): boolean => settings().stations.length > 0;
  return {
    async ofLastOrders() {
      if (!hasStations()) return [];
      const orders = await store.page(kitchenId, lastOrders, null);
      const lines = orders.flatMap(({ items, source, test }) => (test ? [] : items.map((item) => ({ item, source }))));
      const unclaimed = lines.filter(({ item, source }) => {
        const { route: held, ...line } = item;
        const route = routeOf(line, source, held);
        return isUnclaimed(route ? { route } : {});
      });
      return countNames(unclaimed.map(({ item }) => item)).slice(0, mostNames);
    },
    async notices(now) {
      if (!hasStations()) return [];
      const isSame = counted?.seq === deps.seq() && counted.settings === settings();
      const isFresh = counted !== null && counted.at <= now && now - counted.at < countEveryMs;
      if (counted !== null && (isSame || isFresh)) return counted.notices;
      const seen = { at: now, seq: deps.seq(), settings: settings() };
      counted = { ...seen, notices: noticesOf(await store.open(kitchenId)) };
      return counted.notices;
    },
  };
}

function noticesOf(orders: readonly Order[]): Notice[] {
  const items = orders.flatMap((order) => (order.test ? [] : order.items));
  const lines = items.filter((item) => isLive(item) && !item.done && isUnclaimed(item));
  if (lines.length === 0) return [];
  const names = [...new Set(countNames(lines).map(({ name }) => name))];
  const shown = names.slice(0, namesInNotice).join(', ');
  const name = names.length > namesInNotice ? `${shown} …` : shown;
  return [{ code: 'items-unclaimed', level: 'warning', count: lines.length, name }];
}

function countNames(items: readonly { name: string; productId: string | null }[]): KitchenView['unclaimed'] {
  const counts = new Map<string, KitchenView['unclaimed'][number]>();
  for (const { name, productId } of items) {
    const key = JSON.stringify([name, productId]);
    counts.set(key, { name, productId, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
