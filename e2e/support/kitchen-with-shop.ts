import {
  startShopSite,
  type SeenRequest,
  type ShopSite,
  type ShopSiteOptions,
} from '../simulators/woocommerce/shop-site.ts';
import { clockAheadVariable } from './clock-ahead.ts';
import { freePort } from './free-port.ts';
import { readDeliveries, type Asked } from './kitchen-api.ts';
import { askingOf } from './shop-page.ts';
import type { KaseraOptions, RunningKasera } from './start-kasera.ts';
import { waitUntil } from './wait-until.ts';

/** A real server and a simulated shop that know each other both ways. */
export interface KitchenWithShop extends AsyncDisposable {
  readonly kitchen: RunningKasera;
  readonly site: ShopSite;
  /**
   * The server dies (kill -9), time passes for it and for the shop, and it starts again: whatever fell due meanwhile is
   * due now. Screens that are open lose their connection and find back.
   */
  afterDeath(ms: number): Promise<void>;
}

export interface KitchenWithShopOptions {
  env?: Record<string, string>;
  shop?: ShopSiteOptions;
  /** What the shop has before Kasera asks it for the first time, which it does as soon as it runs. */
  prepare?(site: ShopSite): void;
}

const dayMs = 86_400_000;
const webhookSecret = 'a secret of both, for webhooks';
const clock = ['--import', new URL('clock-ahead.ts', import.meta.url).href];

/** @param kasera the journey's own way to start a server, which ends with the story */
export async function startKitchenWithShop(
  kasera: (options: KaseraOptions) => Promise<RunningKasera>,
  { env = {}, shop = {}, prepare }: KitchenWithShopOptions = {},
): Promise<KitchenWithShop> {
  const port = await freePort();
  const site = await startShopSite({ url: `http://127.0.0.1:${port}`, secret: webhookSecret, ...shop });
  const settings = {
    ...{ WOOCOMMERCE_URL: site.url, WOOCOMMERCE_KEY: site.key, WOOCOMMERCE_SECRET: site.secret },
    ...{ WOOCOMMERCE_WEBHOOK_SECRET: webhookSecret, SHOP_ASK_SECONDS: '5', ...env },
  };
  // A shop has sold before; an empty one is asked another way.
  site.shop.addOrder('guest', { status: 'completed', placedAt: Date.now() - dayMs });
  prepare?.(site);
  const kitchen = await kasera({ port, env: settings, nodeArgs: clock });
  let aheadMs = 0;
  return {
    ...{ kitchen, site },
    async afterDeath(ms) {
      await kitchen.kill('SIGKILL');
      aheadMs += ms;
      site.shop.setClock(aheadMs);
      await kitchen.restart({ ...settings, [clockAheadVariable]: String(aheadMs) });
    },
    [Symbol.asyncDispose]: () => site.close(),
  };
}

/** What was to be told to the shop and what became of it, as "completed sent" or "ready dropped recalled", oldest first. */
export async function tellings(kitchen: Asked): Promise<string[]> {
  const deliveries = await readDeliveries(kitchen);
  return deliveries
    .filter(({ channel }) => channel === 'woocommerce')
    .map(({ about, state, reason }) => [about, state, ...(reason === null ? [] : [reason])].join(' '))
    .toReversed();
}

/** Everything the site was asked to write, as "PUT orders/1000". */
export function writesIn(site: ShopSite): string[] {
  return site.requests
    .filter(({ method, path }) => method !== 'GET' && /\/(orders|products)\/\d+/.test(path))
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/wc\/v3\//, '')}`);
}

/**
 * Waits for a look at the shop, until what it brought is carried out.
 * @param since how many requests the shop had seen before it; left out: it begins after now
 */
export async function untilAsked({ kitchen, site }: KitchenWithShop, since = site.requests.length): Promise<void> {
  const patience = { what: 'the shop is asked for its orders', withinMs: 30_000 };
  const look = await waitUntil(() => site.requests.slice(since).find(isLook), patience);
  await waitUntil(async () => ((await askingOf(kitchen)).checkedAt ?? 0) >= look.at, patience);
}

function isLook({ path, query, status }: SeenRequest): boolean {
  return path === '/wp-json/wc/v3/orders' && query['modified_after'] !== undefined && status === 200;
}

/** @throws where the shop has no such order */
export function statusInShop(site: ShopSite, id: number): string {
  const held = site.shop.inside.book.find(id);
  if (!held) throw new Error(`the shop has no order ${id}`);
  return held.order.status;
}
