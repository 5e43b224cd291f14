import type { ItemRoute } from '@kasera/shared/kitchen.ts';
import type { Order, ShopSignal } from '@kasera/shared/order.ts';
import { isEveryPartFinished } from '@kasera/shared/parts.ts';
import { isSameRoute, nowhere } from '@kasera/shared/routing.ts';
import type { Schedule } from '../alerts/looks.ts';
import type { RouteOf } from '../orders/line-routes.ts';

export interface ReRoutingDeps {
  /** Every order somebody may still have to do with. */
  orders(): Promise<Order[]>;
  routeOf: RouteOf;
  /** Whether orders become ready at an Expo, not with the last station's bump. */
  hasExpo(): boolean;
  /** Carries out what concerns one order. */
  signal(signal: ShopSignal): Promise<unknown>;
  schedule: Schedule;
  now(): number;
  log: { warn(fields: object, sentence: string): void };
}

export interface ReRouting {
  start(): void;
  /** The settings changed: it is done at once, and once more a moment later. */
  settingsChanged(): void;
  /** The catalogue changed: it is done when no more changes come, at the latest after a while. */
  catalogueChanged(): void;
  /** Begins nothing any more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const soonMs = 20;
/** A catalogue is read in pages, each of which changes something. */
const quietMs = 2_000;
const longestWaitMs = 15_000;
const retryMs = 10_000;
/** So many orders at a time: those that arrive meanwhile wait for none of the others. */
const atATime = 8;

/** Sends the lines of open orders where catalogue and settings say by now ([BO2], [SH6]), in the background. */
export function createReRouting(deps: ReRoutingDeps): ReRouting {
  const { schedule, now } = deps;
  let running = false;
  let pending: 'nothing' | 'soon' | 'quiet' = 'nothing';
  let restlessSince: number | null = null;
  let looksAgain = false;
  let cancel = (): void => undefined;
  let underWay: Promise<void> | null = null;

  function beginIn(ms: number, why: 'soon' | 'quiet'): void {
    // Nothing postpones what is to come soon.
    if (!running || pending === 'soon') return;
    pending = why;
    cancel();
    cancel = schedule(begin, ms);
  }

  function catalogueChanged(): void {
    restlessSince ??= now();
    const leftMs = restlessSince + longestWaitMs - now();
    if (leftMs <= 0) beginIn(soonMs, 'soon');
    else beginIn(Math.min(quietMs, leftMs), 'quiet');
  }

  function begin(): void {
    pending = 'nothing';
    // What comes while a round is under way has another round after it.
    if (underWay) return beginIn(quietMs, 'quiet');
    restlessSince = null;
    underWay = round().finally(() => (underWay = null));
  }

  async function round(): Promise<void> {
    try {
      await reRoute(deps, () => running);
      if (!looksAgain) return;
      // An order that was routed by the former settings may have been on its way to the disk while we looked.
      looksAgain = false;
      beginIn(quietMs, 'quiet');
    } catch (error) {
      deps.log.warn({ error }, 'open orders could not be routed anew');
      beginIn(retryMs, 'quiet');
    }
  }

  return {
    start() {
      running = true;
      beginIn(soonMs, 'soon');
    },
    settingsChanged() {
      looksAgain = true;
      beginIn(soonMs, 'soon');
    },
    catalogueChanged,
    async stop() {
      running = false;
      cancel();
      await underWay;
    },
  };
}

async function reRoute({ orders, routeOf, hasExpo, signal }: ReRoutingDeps, goesOn: () => boolean): Promise<void> {
  const moving = (await orders()).map((order) => ({ order, routes: routesOf(order, routeOf) }));
  const differing = moving.filter(({ order, routes }) => {
    return Object.keys(routes).length > 0 || (!hasExpo() && isWaitingForExpo(order));
  });
  for (let from = 0; from < differing.length && goesOn(); from += atATime) {
    const signals = differing.slice(from, from + atATime).map(({ order: { source, externalId }, routes }) => {
      return signal({ type: 'routed', source, externalId, routes });
    });
    await Promise.all(signals);
  }
}

/** Every station bumped it: without an Expo nobody could end it any more. */
function isWaitingForExpo(order: Order): boolean {
  return (order.status === 'acknowledged' || order.status === 'preparing') && isEveryPartFinished(order);
}

/** Of the lines that go elsewhere by now: where. */
function routesOf({ items, source }: Order, routeOf: RouteOf): Record<string, ItemRoute> {
  const differing = items.flatMap((item): [string, ItemRoute][] => {
    const route = routeOf(item, source, item.route);
    return isSameRoute(route, item.route) ? [] : [[item.id, route ?? nowhere]];
  });
  return Object.fromEntries(differing);
}
