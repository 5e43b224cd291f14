import type { Order, OrderItem } from '@kasera/shared/order.ts';
import type { SoldOut } from '@kasera/shared/shop.ts';
import { isSoldOut, isToCook, outNow } from '@kasera/shared/sold-out.ts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Cell } from './cell.ts';
import type { Live } from './live.ts';

/** Everything live, given to the tree once by `main.tsx`. */
export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs a LiveContext above it');
  return live;
}

/** The value of a cell, kept current. */
export function useCell<T>(cell: Pick<Cell<T>, 'get' | 'subscribe'>): T {
  return useSyncExternalStore(cell.subscribe, cell.get);
}

/** One order as this screen shows it; renders only when that one changes. */
export function useOrder(id: string): Order | undefined {
  const { store } = useLive();
  return useSyncExternalStore(
    (listener) => store.subscribeOrder(id, listener),
    () => store.order(id),
  );
}

/** All orders; renders when any of them changes. */
export function useOrders(): readonly Order[] {
  const { store } = useLive();
  return useSyncExternalStore(store.subscribe, store.orders);
}

/** Whether a line still to be cooked is of something sold out; renders only when that changes. */
export function useIsSoldOut(item: OrderItem): boolean {
  const { soldOut, clock } = useLive();
  const read = () => isToCook(item) && isSoldOut(item, outNow(soldOut.get(), clock.now()));
  return useSyncExternalStore(soldOut.subscribe, read);
}

/** What cannot be made now, kept current. */
export function useOutNow(): readonly SoldOut[] {
  const { soldOut, clock } = useLive();
  return outNow(useCell(soldOut), clock.now());
}
