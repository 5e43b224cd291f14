import type { KitchenView } from '@kasera/shared/kitchen-settings.ts';
import type { Order, ShopSignal } from '@kasera/shared/order.ts';
import type { Schedule } from '../alerts/looks.ts';
import { datePlugins } from '../intake/sources/promised-time.ts';
import type { RouteOf } from '../orders/line-routes.ts';
import type { OrderStore } from '../orders/store.ts';
import type { Kitchen } from './kitchen.ts';
import { createLineRouting } from './line-routing.ts';
import { createMenu, type RoutingCatalogue } from './menu.ts';
import { createReRouting, type ReRouting } from './re-routing.ts';
import { createUnclaimed, type Unclaimed } from './unclaimed.ts';

export interface LineDeps {
  kitchen: Pick<Kitchen, 'settings' | 'version' | 'rules' | 'saved'>;
  /** The shop's, as it is whenever it is asked. */
  catalogue(): RoutingCatalogue;
  /** Whose catalogue it is. */
  source: string;
  store: Pick<OrderStore, 'open' | 'page' | 'idle'>;
  kitchenId: string;
  /** The kitchen's number of the newest change. */
  seq(): number;
  /** Carries out what concerns one order. */
  signal(signal: ShopSignal): Promise<unknown>;
  schedule: Schedule;
  now(): number;
  log: { warn(fields: object, sentence: string): void };
}

/** Which stations make what, of every order there is. */
export interface Line extends Pick<ReRouting, 'start' | 'stop' | 'catalogueChanged'> {
  readonly routeOf: RouteOf;
  notices: Unclaimed['notices'];
  /** What `/settings/kitchen` shows; without `menu` only what the owner set. */
  view(asked: { menu: boolean }): Promise<KitchenView>;
}

/** Sends lines to stations by the shop's catalogue and the owner's settings ([BO2]). Nothing runs before `start`. */
export function createLine(deps: LineDeps): Line {
  const { kitchen, store, kitchenId, now } = deps;
  const menu = createMenu(deps.catalogue);
  const routeOf = createLineRouting({ settings: kitchen.settings, menu, source: deps.source });
  const unclaimed = createUnclaimed({ store, kitchenId, settings: kitchen.settings, routeOf, seq: deps.seq });
  const { signal, schedule, log } = deps;
  const hasExpo = () => kitchen.rules().expo;
  const reRouting = createReRouting({ orders: () => atWork(deps), routeOf, hasExpo, signal, schedule, now, log });
  kitchen.saved(reRouting.settingsChanged);
  return {
    routeOf,
    notices: unclaimed.notices,
    ...{ start: reRouting.start, stop: reRouting.stop, catalogueChanged: reRouting.catalogueChanged },
    view: async (asked) => ({
      settings: kitchen.settings(),
      version: kitchen.version(),
      timeZone: kitchen.rules().timeZone,
      ...(asked.menu ? menu.list() : { categories: [], products: [] }),
      unclaimed: asked.menu ? await unclaimed.ofLastOrders() : [],
      datePlugins: [...datePlugins],
    }),
  };
}

const mostReady = 500;

/** Everything that is cooked or waits for its guest: what is ready may be recalled. */
async function atWork({ store, kitchenId, now }: Pick<LineDeps, 'store' | 'kitchenId' | 'now'>): Promise<Order[]> {
  const [open, ready] = await Promise.all([store.open(kitchenId), store.idle(kitchenId, 'ready', now(), mostReady)]);
  return [...open, ...ready];
}
