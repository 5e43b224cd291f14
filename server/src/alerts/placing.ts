import type { DropReason } from '@kasera/shared/alert.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { OrderEffect } from '@kasera/shared/order-change.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { PushRules } from './push-config.ts';

/** The channel of pushes: this part looks at no other rows of the outbox. */
const channel = 'onesignal';

export interface PlacingDeps {
  rules: Pick<PushRules, 'addressee' | 'render'>;
  newId(): string;
  /** A UUID for the provider, one per delivery. */
  newKey(): string;
}

/** What a change of an order does to its deliveries: statements for the same commit ([PU3], [PU4]). */
export function statementsFor(deps: PlacingDeps, order: Order, effects: readonly OrderEffect[], now: number): Sql[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'alert') return placing(deps, order, now);
    return effect.type === 'quiet' ? dropping(order.id, effect.reason, now) : [];
  });
}

/** A new delivery, rendered once: due now, or saying why nothing leaves. */
function placing({ rules, newId, newKey }: PlacingDeps, order: Order, now: number): Sql[] {
  const id = newId();
  const key = newKey();
  const addressee = rules.addressee(order);
  const named = sql`insert into delivery_orders (delivery_id, order_id, number)
    values (${id}, ${order.id}, ${order.number})`;
  if (addressee.type === 'unconfigured') {
    return [
      sql`
        insert into deliveries (id, kitchen_id, channel, audience, state, payload, idempotency_key, created_at, due_at,
          settled_at, reason)
        values (${id}, ${order.kitchenId}, ${channel}, ${''}, 'unconfigured', ${''}, ${key}, ${now}, ${now},
          ${now}, ${addressee.reason})`,
      named,
    ];
  }
  const payload = rules.render([order], addressee.targeting, key);
  return [
    sql`
      insert into deliveries (id, kitchen_id, channel, audience, state, payload, idempotency_key, created_at, due_at)
      values (${id}, ${order.kitchenId}, ${channel}, ${addressee.key}, 'waiting', ${payload}, ${key}, ${now}, ${now})`,
    named,
  ];
}

/** Drops what has not left and names no other order that still waits for an answer. */
function dropping(orderId: string, reason: DropReason, now: number): Sql[] {
  return [
    sql`
      update deliveries set state = 'dropped', reason = ${reason}, settled_at = ${now}
      where channel = ${channel} and state in ('waiting', 'held')
        and id in (select delivery_id from delivery_orders where order_id = ${orderId})
        and not exists (
          select 1 from delivery_orders named join orders o on o.id = named.order_id
          where named.delivery_id = deliveries.id and o.id <> ${orderId} and o.status = 'new')`,
  ];
}
