import { buildOrder, changeOrder, type OrderChange } from './build-order.ts';
import { pick } from './chance.ts';
import type { SentDelivery } from './deliveries.ts';
import { createOrderNotes } from './order-notes.ts';
import type { OrderStatus } from './order-statuses.ts';
import type { ShopOrder } from './shop-order.ts';
import { readTemplate, type OrderTemplate } from './templates.ts';
import type { WooOrder } from './woo-order.ts';

export interface PlaceOptions {
  status?: string;
  customerId?: number;
  guest?: { firstName: string; lastName: string };
  note?: string;
  /** When it was placed and last changed, where that is not now: epoch milliseconds. */
  placedAt?: number;
}

/** An order as the shop keeps it. */
export interface KeptOrder {
  readonly order: WooOrder;
  readonly template: OrderTemplate;
  /** The status to come back to from the trash. */
  formerStatus: string;
  readonly deliveries: SentDelivery[];
  /** Rises with each change, so that what is made of the order can be kept until it changes. */
  revision: number;
}

export interface OrderBookDeps {
  now: () => number;
  random: () => number;
  zone: string;
  firstId: number;
  statuses: readonly OrderStatus[];
  numberOf: ((id: number) => string) | undefined;
}

/** The shop's orders. Nothing here sends anything. */
export function createOrderBook(deps: OrderBookDeps) {
  const { now, zone } = deps;
  const kept = new Map<number, KeptOrder>();
  const templates = new Map<OrderTemplate, string>();
  const notes = createOrderNotes({ now });
  let nextId = deps.firstId;
  let revision = 0;

  function templateOf(name: OrderTemplate): string {
    const text = templates.get(name) ?? readTemplate(name);
    templates.set(name, text);
    return text;
  }

  function touch(held: KeptOrder): void {
    revision += 1;
    held.revision = revision;
  }

  function change(held: KeptOrder, wanted: OrderChange): void {
    const former = held.order.status;
    changeOrder(held.order, wanted, now(), zone);
    const { id, status } = held.order;
    const nameOf = (slug: string): string => deps.statuses.find((known) => known.slug === slug)?.name ?? slug;
    if (status !== former && status !== 'trash' && former !== 'trash' && former !== 'checkout-draft') {
      notes.add(id, `Order status changed from ${nameOf(former)} to ${nameOf(status)}.`);
    }
    touch(held);
  }

  return {
    notes,
    change,
    find: (id: number): KeptOrder | undefined => kept.get(id),
    all: (): KeptOrder[] => [...kept.values()],
    /** Rises with each change of any order. */
    revision: (): number => revision,
    create(template: OrderTemplate, { placedAt, ...place }: PlaceOptions): KeptOrder {
      const id = nextId;
      nextId += 1;
      const facts = { id, now: placedAt ?? now(), zone, guest: pick(guests, deps.random), ...place };
      const number = deps.numberOf?.(id);
      const order = buildOrder(templateOf(template), number === undefined ? facts : { ...facts, number });
      const made: KeptOrder = { order, template, formerStatus: order.status, deliveries: [], revision: 0 };
      kept.set(id, made);
      touch(made);
      return made;
    },
    erase(id: number): boolean {
      notes.remove(id);
      revision += 1;
      return kept.delete(id);
    },
  };
}

export type OrderBook = ReturnType<typeof createOrderBook>;

/** What a test is told of an order. */
export function told({ order, template, deliveries }: KeptOrder): ShopOrder {
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
