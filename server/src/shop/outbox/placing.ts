import type { DropReason } from '@kasera/shared/alert.ts';
import type { Order } from '@kasera/shared/order.ts';
import type { OrderEffect } from '@kasera/shared/order-change.ts';
import type { WriteBackMapping } from '@kasera/shared/shop.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { aboutTask, type ShopTask } from './task.ts';

export interface PlacingDeps {
  /** The shop that is told: a source's id. */
  source: string;
  kitchenId: string;
  /** Its address; null: no shop is connected. */
  shop(): string | null;
  mapping(): WriteBackMapping;
  now(): number;
  newId(): string;
}

export interface Placing {
  dueAt: number;
  /** Tasks of one key are carried out one after the other, in the order they were placed. */
  key: string;
  orderId?: string;
  /** What people call that order. */
  number?: string;
}

/** A new task, for the commit of the change that causes it. */
export function placing(deps: PlacingDeps, task: ShopTask, { dueAt, key, orderId, number = '' }: Placing): Sql[] {
  const { source, kitchenId, now, newId } = deps;
  const id = newId();
  const at = now();
  const [state, settledAt, reason] =
    deps.shop() !== null ? ['waiting', null, null] : ['unconfigured', at, 'not connected'];
  const row = sql`
    insert into deliveries (id, kitchen_id, channel, audience, state, payload, idempotency_key, subject, about,
      created_at, due_at, settled_at, reason)
    values (${id}, ${kitchenId}, 'woocommerce', ${source}, ${state}, ${JSON.stringify(task)}, ${id}, ${key},
      ${aboutTask(task)}, ${at}, ${dueAt}, ${settledAt}, ${reason})`;
  if (orderId === undefined) return [row];
  return [row, sql`insert into delivery_orders (delivery_id, order_id, number) values (${id}, ${orderId}, ${number})`];
}

/** Drops what of that key has not left, parked ones too. What is under way finds out by itself. */
export function dropping(key: string, reason: DropReason, now: number): Sql[] {
  return [
    sql`
      update deliveries set state = 'dropped', reason = ${reason}, settled_at = ${now}
      where channel = 'woocommerce' and subject = ${key} and state in ('waiting', 'parked')`,
  ];
}

export const orderKey = (orderId: string): string => `order ${orderId}`;

/** What a change of an order has the shop told, or told no more: statements for the same commit ([SH5]). */
export function statementsFor(deps: PlacingDeps, order: Order, effects: readonly OrderEffect[]): Sql[] {
  if (order.source !== deps.source) return [];
  return effects.flatMap((effect) => {
    if (effect.type === 'untell-shop') return dropping(orderKey(order.id), effect.reason, deps.now());
    return effect.type === 'tell-shop' ? telling(deps, order, effect) : [];
  });
}

type TellShop = Extract<OrderEffect, { type: 'tell-shop' }>;

function telling(deps: PlacingDeps, order: Order, { tap, step, leavesAt, promisedAt }: TellShop): Sql[] {
  const rule = deps.mapping()[step];
  if (rule.status === null && rule.note === 'none') return [];
  const { id: orderId, externalId, number } = order;
  const shop = deps.shop() ?? '';
  const task = { type: 'order' as const, orderId, externalId, shop, tap, step, ...rule, promisedAt };
  return placing(deps, task, { dueAt: leavesAt, key: orderKey(orderId), orderId, number });
}
