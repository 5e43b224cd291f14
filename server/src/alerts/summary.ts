import type { Order } from '@kasera/shared/order.ts';
import { sql, type Sql } from '../db/sql.ts';
import type { Addressee, PushRules } from './push-config.ts';
import type { PushLanguage } from './push-text.ts';
import { nameableTogether } from './render.ts';

export interface SummaryDeps {
  rules: Pick<PushRules, 'addressee' | 'render'>;
  newId(): string;
  /** A UUID for the provider, one per delivery. */
  newKey(): string;
}

const channel = 'onesignal';

/**
 * One alert for orders that arrived while Kasera was off ([SH3]): a delivery that names them all, in place of one for
 * each. More than one push can name (about a hundred), or several audiences, are as many deliveries as that takes.
 * @param orders all of them unanswered, oldest first
 * @returns statements for one commit
 */
export function summaryFor(deps: SummaryDeps, orders: readonly Order[], now: number): Sql[] {
  return byAudience(deps, orders).flatMap(({ addressee, orders: told }) =>
    inPushes(told).flatMap((named) => delivery(deps, addressee, named, now)),
  );
}

interface Group {
  addressee: Addressee;
  orders: Order[];
}

function byAudience({ rules }: SummaryDeps, orders: readonly Order[]): Group[] {
  const groups = new Map<string, Group>();
  for (const order of orders) {
    const addressee = rules.addressee(order);
    const name = addressee.type === 'audience' ? `to ${addressee.key}` : addressee.reason;
    const group = groups.get(name) ?? { addressee, orders: [] };
    group.orders.push(order);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** As many as one push can name, and so on. */
function inPushes(orders: readonly Order[]): Order[][] {
  const pushes: Order[][] = [];
  for (let rest = [...orders]; rest.length > 0;) {
    const count = nameableTogether(rest.map(({ number }) => number));
    pushes.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pushes;
}

function delivery({ rules, newId, newKey }: SummaryDeps, to: Addressee, orders: Order[], now: number): Sql[] {
  const [first] = orders;
  if (!first) return [];
  const [id, key] = [newId(), newKey()];
  const leaves = to.type === 'audience';
  const payload = leaves ? rules.render(orders, to.targeting, key, titleOf(orders)) : '';
  return [
    sql`
      insert into deliveries (id, kitchen_id, channel, audience, state, payload, idempotency_key, created_at, due_at,
        settled_at, reason)
      values (${id}, ${first.kitchenId}, ${channel}, ${leaves ? to.key : ''}, ${leaves ? 'waiting' : 'unconfigured'},
        ${payload}, ${key}, ${now}, ${now}, ${leaves ? null : now}, ${leaves ? null : to.reason})`,
    ...orders.map(
      (order) => sql`
        insert into delivery_orders (delivery_id, order_id, number) values (${id}, ${order.id}, ${order.number})`,
    ),
  ];
}

const words = {
  en: (count: number) => `${count} ${count === 1 ? 'order' : 'orders'} arrived while Kasera was off`,
  es: (count: number) => `${count} ${count === 1 ? 'pedido llegó' : 'pedidos llegaron'} con Kasera parado`,
};

function titleOf(orders: readonly Order[]): (language: PushLanguage) => string {
  return (language) => words[language](orders.length);
}
