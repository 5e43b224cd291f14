import type { ItemRoute } from '../kitchen.ts';
import type { Order, OrderItem, OrderTimes } from '../order.ts';

/** An accepted order with nothing special about it, for tests: name only what the test is about. */
export function sampleOrder(parts: Partial<Order> = {}): Order {
  return {
    id: 'o1',
    kitchenId: 'main',
    source: 'woocommerce',
    externalId: '1',
    number: '1042',
    version: 1,
    dishesVersion: 1,
    status: 'acknowledged',
    statusAt: 0,
    shop: { status: 'processing', modifiedAt: 0, standing: null },
    kind: 'delivery',
    guest: { name: 'Ana R.' },
    note: '',
    place: null,
    items: [],
    payment: 'paid',
    total: null,
    currency: null,
    customerId: null,
    guestPromisedAt: null,
    promisedAt: null,
    promises: [],
    clockAt: 0,
    dueAt: 0,
    changed: null,
    kitchenNotes: [],
    closedInShop: false,
    restored: false,
    unpaidAgain: false,
    partialRefund: false,
    arrivedLate: false,
    test: false,
    cancellation: null,
    stop: null,
    beforeReady: null,
    times: sampleTimes(),
    ...parts,
  };
}

/** Times of an order of which nothing is known yet. */
export function sampleTimes(parts: Partial<OrderTimes> = {}): OrderTimes {
  return {
    placedAt: null,
    paidAt: null,
    arrivedAt: 0,
    releasedAt: null,
    acknowledgedAt: null,
    firstTouchAt: null,
    readyAt: null,
    completedAt: null,
    cancelledAt: null,
    ...parts,
  };
}

/** One dish, not yet cooked. */
export function sampleItem(parts: Partial<OrderItem> = {}): OrderItem {
  return {
    id: 'i1',
    productId: null,
    variationId: null,
    name: 'Pizza Margarita',
    quantity: 1,
    options: [],
    doneQuantity: 0,
    done: false,
    change: null,
    ...parts,
  };
}

/** Where a line goes: to those stations, with the kitchen's usual lead; `hand-over` alone is a drink. */
export function routeTo(...stations: string[]): ItemRoute {
  const handOver = stations.includes('hand-over');
  return { stations: handOver ? [] : stations, handOver, leadMinutes: null };
}

/** One dish, not yet cooked, of those stations. */
export function routedItem(id: string, stations: readonly string[], parts: Partial<OrderItem> = {}): OrderItem {
  return sampleItem({ id, name: `Dish ${id}`, route: routeTo(...stations), ...parts });
}
