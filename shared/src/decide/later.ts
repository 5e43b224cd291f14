import type { KitchenRules, Order } from '../order.ts';
import { isHandOverOnly, isLive } from '../parts.ts';

const minuteMs = 60_000;

type Timed = Pick<Order, 'items' | 'promisedAt'>;

/** How long before its promise an order is begun: what its slowest category needs, else the kitchen's usual. */
export function leadMs({ items }: Pick<Order, 'items'>, rules: Pick<KitchenRules, 'leadMinutes'>): number {
  const cooked = items.filter((item) => isLive(item) && !isHandOverOnly(item));
  const leads = cooked.map(({ route }) => route?.leadMinutes ?? rules.leadMinutes);
  return (leads.length > 0 ? Math.max(...leads) : rules.leadMinutes) * minuteMs;
}

/** When an order with a chosen time is moved to the board ([BO5]); undefined where that is over, or it has none. */
export function fireTime(order: Timed, since: number, rules: Pick<KitchenRules, 'leadMinutes'>): number | undefined {
  if (order.promisedAt === null) return undefined;
  const fireAt = order.promisedAt - leadMs(order, rules);
  return fireAt > since ? fireAt : undefined;
}

/** The order moved to the board at that time; undefined: it is not for later. */
export function withFireAt(order: Order, fireAt: number | undefined): Order {
  if (order.fireAt === fireAt) return order;
  const { fireAt: _was, ...rest } = order;
  return fireAt === undefined ? rest : { ...rest, fireAt };
}

/** Its promise or its lines moved: while it still waits, it waits for the new time; what is on the board stays there. */
export function withFireMoved(order: Order, now: number, rules: Pick<KitchenRules, 'leadMinutes'>): Order {
  if (order.fireAt === undefined || order.fireAt <= now) return order;
  return withFireAt(order, fireTime(order, now, rules) ?? now);
}
