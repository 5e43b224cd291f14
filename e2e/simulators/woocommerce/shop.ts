import { setTimeout as sleep } from 'node:timers/promises';
import { buildOrder, changeOrder, type OrderChange } from './build-order.ts';
import { pick } from './chance.ts';
import { createDeliveries, type Manners, type SentDelivery } from './deliveries.ts';
import { createHttpPost, type Answer, type Post } from './http-post.ts';
import { loopbackUrl } from './loopback.ts';
import type { ShopOrder } from './shop-order.ts';
import { runStorm, type StormOptions, type StormProgress } from './storm.ts';
import { everydayTemplates, readTemplate, type OrderTemplate } from './templates.ts';
import type { WooOrder } from './woo-order.ts';

export interface ShopOptions {
  /** Where the webhooks go, on this machine only; without a path, to `/webhooks/woocommerce`. */
  url: string;
  secret: string;
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
}

export interface PlaceOptions {
  status?: string;
  customerId?: number;
  guest?: { firstName: string; lastName: string };
  note?: string;
}

export interface Shop extends Disposable {
  /** Creates the shop's four order webhooks, which pings once for each. */
  ping(): Promise<Answer[]>;
  /** A guest orders; resolves when all its deliveries were answered. Block checkouts send a draft first. */
  placeOrder(template?: OrderTemplate, options?: PlaceOptions): Promise<ShopOrder>;
  /** Saves an order with a change, or with none (`{}`), which is sent all the same. */
  updateOrder(id: number, change: OrderChange): Promise<SentDelivery[]>;
  cancel(id: number): Promise<SentDelivery[]>;
  complete(id: number): Promise<SentDelivery[]>;
  /** Sends `order.deleted` with the bare id. */
  trash(id: number): Promise<SentDelivery[]>;
  /** Sends `order.restored` with the whole order, in the status it had. */
  restore(id: number): Promise<SentDelivery[]>;
  /** Places orders at a rate; resolves with the last progress when all were answered. */
  storm(options: StormOptions): Promise<StormProgress>;
  orders(): ShopOrder[];
  isDisabled(topic: string): boolean;
}

/** A WooCommerce shop with the manners of a real one, as far as its webhooks show them. */
export function createShop(options: ShopOptions): Shop {
  const { random = Math.random, now = Date.now, keepAlive = false, manners = {} } = options;
  const url = loopbackUrl(options.url);
  const ownPost = options.post ? null : createHttpPost({ keepAlive });
  const post = options.post ?? ownPost ?? createHttpPost();
  const kept = new Map<number, KeptOrder>();
  const templates = new Map<OrderTemplate, string>();
  let nextId = options.firstId ?? 1_000;

  const deliveries = createDeliveries({
    ...{ url, secret: options.secret, post, random, now, keepAlive, manners },
    sleep: (ms) => sleep(ms),
    bodyOf: (topic, id) => {
      const { order } = find(id);
      if (topic === 'order.deleted') return { body: { id }, shopStatus: null };
      return { body: order, shopStatus: order.status };
    },
  });

  function find(id: number): KeptOrder {
    const found = kept.get(id);
    if (!found) throw new Error(`the simulated shop has no order ${id}`);
    return found;
  }

  function templateOf(name: OrderTemplate): string {
    const text = templates.get(name) ?? readTemplate(name);
    templates.set(name, text);
    return text;
  }

  function create(template: OrderTemplate, place: PlaceOptions): KeptOrder {
    const id = nextId;
    nextId += 1;
    const facts = { id, now: now(), guest: pick(guests, random), ...place };
    const number = options.numberOf?.(id);
    const order = buildOrder(templateOf(template), number === undefined ? facts : { ...facts, number });
    const made: KeptOrder = { order, template, formerStatus: order.status, deliveries: [] };
    kept.set(id, made);
    return made;
  }

  async function send(held: KeptOrder, topics: readonly string[]): Promise<SentDelivery[]> {
    const sent = await deliveries.change(topics, held.order.id);
    held.deliveries.push(...sent);
    return sent;
  }

  async function placeOrder(template = pick(everydayTemplates, random), place: PlaceOptions = {}): Promise<ShopOrder> {
    const held = create(template, place);
    if (!template.startsWith('blocks-')) {
      await send(held, ['order.created', 'order.updated']);
      return told(held);
    }
    const { status, customer_note: note } = held.order;
    // The block checkout saves a draft as soon as its page is open, and order.updated overtakes order.created.
    changeOrder(held.order, { status: 'checkout-draft', note: '' }, now());
    await send(held, ['order.updated']);
    changeOrder(held.order, { status, note }, now());
    await send(held, ['order.updated', 'order.created']);
    return told(held);
  }

  function update(id: number, change: OrderChange): Promise<SentDelivery[]> {
    const held = find(id);
    changeOrder(held.order, change, now());
    return send(held, ['order.updated']);
  }

  return {
    ping: async () => {
      const answers: Answer[] = [];
      for (const webhookId of [1, 2, 3, 4]) answers.push(await deliveries.ping(webhookId));
      return answers;
    },
    placeOrder,
    updateOrder: update,
    cancel: (id) => update(id, { status: 'cancelled' }),
    complete: (id) => update(id, { status: 'completed' }),
    trash: (id) => {
      const held = find(id);
      held.formerStatus = held.order.status;
      changeOrder(held.order, { status: 'trash' }, now());
      return send(held, ['order.deleted']);
    },
    restore: (id) => {
      const held = find(id);
      changeOrder(held.order, { status: held.formerStatus }, now());
      return send(held, ['order.restored']);
    },
    storm: (storm) => runStorm(storm, { place: (template) => placeOrder(template), random, sleep: (ms) => sleep(ms) }),
    orders: () => [...kept.values()].map(told),
    isDisabled: (topic) => deliveries.isDisabled(topic),
    [Symbol.dispose]: () => ownPost?.[Symbol.dispose](),
  };
}

interface KeptOrder {
  order: WooOrder;
  template: OrderTemplate;
  /** The status to come back to from the trash. */
  formerStatus: string;
  deliveries: SentDelivery[];
}

function told({ order, template, deliveries }: KeptOrder): ShopOrder {
  return { id: order.id, number: order.number, template, status: order.status, deliveries };
}

const guests = [
  { firstName: 'Lucía', lastName: 'Pérez' },
  { firstName: 'Andrés', lastName: 'Muñoz' },
  { firstName: 'María José', lastName: 'Núñez' },
  { firstName: 'Íñigo', lastName: 'Etxeberria' },
  { firstName: 'Nerea', lastName: 'Ibarra' },
  { firstName: 'Óscar', lastName: 'Peña' },
  { firstName: 'Sofía', lastName: 'Ruiz' },
  { firstName: 'Jesús', lastName: 'Cía' },
];
