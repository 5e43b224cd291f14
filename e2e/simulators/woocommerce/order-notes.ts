/** A note on an order, for the staff or for the guest (who gets it by mail). */
export interface OrderNote {
  id: number;
  author: string;
  note: string;
  forGuest: boolean;
  at: number;
}

/** Notes of all orders; ids rise over all of them, as comments' do. */
export function createOrderNotes(deps: { now: () => number }) {
  const byOrder = new Map<number, OrderNote[]>();
  let nextId = 1;
  return {
    /** Newest first. */
    of: (orderId: number): readonly OrderNote[] => byOrder.get(orderId) ?? [],
    add(orderId: number, note: string, options: { forGuest?: boolean; author?: string } = {}): OrderNote {
      const { forGuest = false, author = 'WooCommerce' } = options;
      const added = { id: nextId, author, note, forGuest, at: deps.now() };
      nextId += 1;
      byOrder.set(orderId, [added, ...(byOrder.get(orderId) ?? [])]);
      return added;
    },
    remove: (orderId: number): boolean => byOrder.delete(orderId),
  };
}

export type OrderNotes = ReturnType<typeof createOrderNotes>;
