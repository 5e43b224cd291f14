import type { Order } from '@kasera/shared/order.ts';

/** Who stands there to fetch it, when somebody does: only what is delivered has a driver. */
export function whoIsHere({ kind }: Pick<Order, 'kind'>): 'driver' | 'guest' {
  return kind === 'delivery' ? 'driver' : 'guest';
}
