import { testSource } from '@kasera/shared/decide/draft-order.ts';
import type { OrderSnapshot } from '@kasera/shared/order.ts';
import type { CommandResult } from './command-result.ts';
import type { OrderHandling } from './handle.ts';
import type { OrderStore } from './store.ts';

export interface TestOrderDeps {
  signal: OrderHandling['signal'];
  store: Pick<OrderStore, 'head'>;
  newId(): string;
  now(): number;
  kitchenId: string;
}

/** @returns a function that places a test order: it goes the way of every order, from the decision on */
export function createTestOrders({
  signal,
  store,
  newId,
  now,
  kitchenId,
}: TestOrderDeps): () => Promise<CommandResult> {
  return async () => {
    const externalId = newId();
    const number = `TEST-${externalId.slice(-4).toUpperCase()}`;
    const snapshot = testSnapshot(externalId, number, now());
    const { order } = await signal({ type: 'snapshot', snapshot, restored: false }, () => []);
    if (!order) throw new Error('a test order was not kept');
    return { type: 'done', order, seq: (await store.head(kitchenId)).seq };
  };
}

/**
 * What a test order says: one dish with a removal and an extra, one without, so that owner and cook see how a ticket
 * reads.
 */
function testSnapshot(externalId: string, number: string, now: number): OrderSnapshot {
  const dish = { productId: null, variationId: null };
  return {
    source: testSource,
    externalId,
    number,
    shopStatus: 'processing',
    modifiedAt: now,
    placedAt: now,
    paidAt: now,
    kind: 'pickup',
    guest: { name: 'Kasera' },
    note: '',
    place: null,
    items: [
      {
        ...dish,
        id: '1',
        name: 'Pizza Margarita',
        quantity: 2,
        options: [
          { name: 'Sin cebolla', value: '' },
          { name: 'Extra queso', value: '' },
        ],
      },
      { ...dish, id: '2', name: 'Patatas bravas', quantity: 1, options: [] },
    ],
    promisedAt: null,
    payment: 'paid',
    total: '24.50',
    currency: 'EUR',
    customerId: null,
    partialRefund: false,
  };
}
