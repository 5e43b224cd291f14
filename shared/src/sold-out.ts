import type { Order, OrderItem } from './order.ts';
import type { SoldOut } from './shop.ts';
import { listOf } from './tickets.ts';

type Product = Pick<OrderItem, 'productId' | 'variationId'>;

/** Whether an order's line is of something sold out. A variation is out with its product. */
export function isSoldOut(item: Product, list: readonly Pick<SoldOut, 'productId' | 'variationId'>[]): boolean {
  return list.some(
    (out) => out.productId === item.productId && (out.variationId === null || out.variationId === item.variationId),
  );
}

/**
 * What cannot be made now. What is on its way back the kitchen can make again, though the shop does not sell it yet.
 * @param now epoch milliseconds by the server's clock
 */
export function outNow(list: readonly SoldOut[], now: number): readonly SoldOut[] {
  const isBack = (out: SoldOut) => out.shop === 'returning' || isStuck(out, now);
  return list.some(isBack) ? list.filter((out) => !isBack(out)) : list;
}

/** Whether its time is over and the shop could not be told so: it is sold out there, and nowhere else. */
export function isStuck({ shop, until }: Pick<SoldOut, 'shop' | 'until'>, now: number): boolean {
  return shop === 'failed' && until !== null && until <= now;
}

/** Whether a line still has to be cooked: what is done or was taken off the order lacks nothing. */
export function isToCook(item: Pick<OrderItem, 'done' | 'change'>): boolean {
  return !item.done && item.change?.type !== 'removed';
}

/**
 * The open orders in which it still has to be cooked, the longest waiting first.
 * @param now epoch milliseconds by the server's clock
 */
export function ordersWanting(
  out: Pick<SoldOut, 'productId' | 'variationId'>,
  orders: readonly Order[],
  now: number,
): Order[] {
  return orders
    .filter((order) => isOpen(order, now) && order.items.some((item) => isToCook(item) && isSoldOut(item, [out])))
    .toSorted((a, b) => a.clockAt - b.clockAt || (a.id < b.id ? -1 : 1));
}

function isOpen(order: Order, now: number): boolean {
  const list = listOf(order, now);
  return list === 'new' || list === 'cooking' || (list === 'left-open' && !order.stop);
}
