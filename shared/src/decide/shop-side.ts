import type { Order, ShopStanding } from '../order.ts';

/** The order with the shop's side as it is now; the same object if it is the same. */
export function withShop(order: Order, newest: ShopStanding, standing: ShopStanding | null): Order {
  if (sameStanding(order.shop, newest) && sameStanding(order.shop.standing, standing)) return order;
  return { ...order, shop: { status: newest.status, modifiedAt: newest.modifiedAt, standing } };
}

function sameStanding(a: ShopStanding | null, b: ShopStanding | null): boolean {
  return a === b || (a?.status === b?.status && a?.modifiedAt === b?.modifiedAt);
}
