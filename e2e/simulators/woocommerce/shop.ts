import { setTimeout as sleep } from 'node:timers/promises';
import { recordedZone, type OrderChange } from './build-order.ts';
import { createCatalogue, type Catalogue } from './catalogue.ts';
import { pick } from './chance.ts';
import { createDeliveries, type Manners, type SentDelivery } from './deliveries.ts';
import { createReach, type DestinationOptions } from './destination.ts';
import { createHttpPost, type Answer, type Post } from './http-post.ts';
import { loopbackUrl } from './loopback.ts';
import { createOrderBook, told, type KeptOrder, type OrderBook, type PlaceOptions } from './order-book.ts';
import { statusesWith, type OrderStatus } from './order-statuses.ts';
import type { ShopOrder } from './shop-order.ts';
import type { StockChange } from './stock.ts';
import { runStorm, type StormOptions, type StormProgress } from './storm.ts';
import { everydayTemplates, type OrderTemplate } from './templates.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

export interface ShopOptions extends DestinationOptions {
  /** Where the webhooks go, on this machine only; without a path, to `/webhooks/woocommerce`. Left out: it has none. */
  url?: string;
  secret?: string;
  /** Numbers in [0, 1): `seededRandom(seed)` makes a run that can be repeated. */
  random?: () => number;
  now?: () => number;
  /** How a request travels; left out: as WordPress sends it. */
  post?: Post;
  /** Keeps connections (only for the default `post`); the real shop closes each. */
  keepAlive?: boolean;
  manners?: Manners;
  firstId?: number;
  /** What people call an order; left out: its id, or the template's own form. */
  numberOf?: (id: number) => string;
  /** The site's zone, an IANA name or an offset; left out: the recorded shop's, Europe/Madrid. */
  zone?: string;
  /** Statuses a plugin added. */
  customStatuses?: readonly OrderStatus[];
  /** The site's home, which signs its webhooks as their source; left out: the recorded shop's. */
  source?: string;
}

export interface Shop extends Disposable {
  /** Creates the shop's four order webhooks, which pings once for each. */
  ping(): Promise<Answer[]>;
  /** A guest orders; resolves when all its deliveries were answered. Block checkouts send a draft first. */
  placeOrder(template?: OrderTemplate, options?: PlaceOptions): Promise<ShopOrder>;
  /** An order that is simply there, as from before there were webhooks: nothing is sent. */
  addOrder(template?: OrderTemplate, options?: PlaceOptions): ShopOrder;
  /** Saves an order with a change, or with none (`{}`), which is sent all the same. */
  updateOrder(id: number, change: OrderChange): Promise<SentDelivery[]>;
  cancel(id: number): Promise<SentDelivery[]>;
  complete(id: number): Promise<SentDelivery[]>;
  /** Sends `order.deleted` with the bare id. */
  trash(id: number): Promise<SentDelivery[]>;
  /** Sends `order.restored` with the whole order, in the status it had. */
  restore(id: number): Promise<SentDelivery[]>;
  /** Gone for good, which the shop tells nobody; what is still queued for it arrives as a REST error. */
  erase(id: number): void;
  /** Changes a product's or a variation's stock in the back office; sends `product.updated`. */
  updateProduct(id: number, change: StockChange): Promise<SentDelivery[]>;
  /** Places orders at a rate; resolves with the last progress when all were answered. */
  storm(options: StormOptions): Promise<StormProgress>;
  orders(): ShopOrder[];
  isDisabled(topic: string): boolean;
  /** From now on changes are told to nobody (a stopped WP-Cron), and never afterwards either. */
  webhooksOff(): void;
  webhooksOn(): void;
  /** Puts the site's clock that much ahead of the real time; negative: behind. */
  setClock(aheadMs: number): void;
  /** Resolves when no delivery waits or is under way. */
  idle(): Promise<void>;
  readonly inside: ShopInside;
}

/** What the shop's REST side works on. */
export interface ShopInside {
  readonly book: OrderBook;
  readonly webhooks: Webhooks;
  readonly catalogue: Catalogue;
  readonly statuses: readonly OrderStatus[];
  readonly zone: string;
  now(): number;
  random(): number;
  /** Sends a change's webhooks and keeps with the order what became of them. */
  send(topics: readonly string[], id: number): Promise<SentDelivery[]>;
  ping(webhookId: number): Promise<Answer>;
  reach: ReturnType<typeof createReach>;
  post: Post;
}

/** A WooCommerce shop with the manners of a real one, as far as its webhooks show them. */
export function createShop(options: ShopOptions): Shop {
  const { random = Math.random, keepAlive = false, manners = {}, zone = recordedZone } = options;
  let aheadMs = 0;
  const now = (): number => (options.now ?? Date.now)() + aheadMs;
  const ownPost = options.post ? null : createHttpPost({ keepAlive });
  const post = options.post ?? ownPost ?? createHttpPost();
  const statuses = statusesWith(options.customStatuses ?? []);
  const catalogue = createCatalogue({ now, zone });
  const webhooks = createWebhooks({ now, disables: manners.disables === true });
  addOrderWebhooks(webhooks, options);
  const book = createOrderBook({
    ...{ now, random, zone, statuses },
    ...{ firstId: options.firstId ?? 1_000, numberOf: options.numberOf },
  });
  const reach = createReach(options);
  const deliveries = createDeliveries({
    ...{ webhooks, post, random, now, keepAlive, manners, reach },
    ...(options.source === undefined ? {} : { source: options.source }),
    sleep: (ms) => sleep(ms),
    bodyOf: (topic, id) => bodyOf({ book, catalogue }, topic, id),
  });

  async function send(topics: readonly string[], id: number): Promise<SentDelivery[]> {
    const held = book.find(id);
    const sent = await deliveries.change(topics, id);
    held?.deliveries.push(...sent);
    return sent;
  }

  function find(id: number): KeptOrder {
    const found = book.find(id);
    if (!found) throw new Error(`the simulated shop has no order ${id}`);
    return found;
  }

  async function placeOrder(template = pick(everydayTemplates, random), place: PlaceOptions = {}): Promise<ShopOrder> {
    const held = book.create(template, place);
    const { id, status, customer_note: note } = held.order;
    if (!template.startsWith('blocks-')) {
      await send(['order.created', 'order.updated'], id);
      return told(held);
    }
    // The block checkout saves a draft as soon as its page is open, and order.updated overtakes order.created.
    book.change(held, { status: 'checkout-draft', note: '' });
    await send(['order.updated'], id);
    book.change(held, { status, note });
    await send(['order.updated', 'order.created'], id);
    return told(held);
  }

  function change(id: number, wanted: OrderChange, topic = 'order.updated'): Promise<SentDelivery[]> {
    book.change(find(id), wanted);
    return send([topic], id);
  }

  return {
    ping: async () => {
      const answers: Answer[] = [];
      for (const webhook of webhooks.list()) answers.push(await deliveries.ping(webhook));
      return answers;
    },
    placeOrder,
    addOrder: (template = pick(everydayTemplates, random), place = {}) => told(book.create(template, place)),
    updateOrder: (id, wanted) => change(id, wanted),
    cancel: (id) => change(id, { status: 'cancelled' }),
    complete: (id) => change(id, { status: 'completed' }),
    trash: (id) => {
      const held = find(id);
      held.formerStatus = held.order.status;
      return change(id, { status: 'trash' }, 'order.deleted');
    },
    restore: (id) => change(id, { status: find(id).formerStatus }, 'order.restored'),
    erase: (id) => void book.erase(find(id).order.id),
    updateProduct: async (id, wanted) => {
      const sent: SentDelivery[] = [];
      for (const changed of catalogue.change(id, wanted)) sent.push(...(await send(['product.updated'], changed)));
      return sent;
    },
    storm: (storm) => runStorm(storm, { place: (template) => placeOrder(template), random, sleep: (ms) => sleep(ms) }),
    orders: () => book.all().map(told),
    isDisabled: (topic) => webhooks.list().some((hook) => hook.topic === topic && hook.status === 'disabled'),
    webhooksOff: () => deliveries.switchOff(true),
    webhooksOn: () => deliveries.switchOff(false),
    setClock: (ms) => void (aheadMs = ms),
    idle: () => deliveries.idle(),
    inside: {
      ...{ book, webhooks, catalogue, statuses, zone, now, random, send, reach, post },
      ping: (webhookId) => {
        const webhook = webhooks.find(webhookId);
        if (!webhook) throw new Error(`the simulated shop has no webhook ${webhookId}`);
        return deliveries.ping(webhook);
      },
    },
    [Symbol.dispose]: () => ownPost?.[Symbol.dispose](),
  };
}

/** The four that a Kasera with a hand-made connection has, with the recorded shop's ids. */
function addOrderWebhooks(webhooks: Webhooks, { url, secret = '' }: ShopOptions): void {
  if (url === undefined) return;
  const deliveryUrl = loopbackUrl(url).href;
  for (const event of ['created', 'updated', 'deleted', 'restored']) {
    webhooks.add({ topic: `order.${event}`, deliveryUrl, secret, pendingDelivery: false });
  }
}

function bodyOf(
  { book, catalogue }: { book: OrderBook; catalogue: Catalogue },
  topic: string,
  id: number,
): { body: unknown; shopStatus: string | null } {
  if (topic.startsWith('product.')) return { body: catalogue.find(id), shopStatus: null };
  if (topic === 'order.deleted') return { body: { id }, shopStatus: null };
  const held = book.find(id);
  if (held) return { body: held.order, shopStatus: held.order.status };
  const error = { code: 'woocommerce_rest_shop_order_invalid_id', message: 'Invalid ID.', data: { status: 404 } };
  return { body: error, shopStatus: null };
}
