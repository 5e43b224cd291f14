import type { Refusal } from '../command.ts';
import type { KitchenRules, Order } from '../order.ts';
import type { OrderEffect, OrderEventType } from '../order-change.ts';
import type { WriteBackMapping } from '../shop.ts';

/** Who or what caused a change. */
export type Actor = 'shop' | 'kitchen' | 'kasera';

/** One numbered line in the kitchen's log. */
export interface OrderEvent {
  type: OrderEventType;
  at: number;
  actor: Actor;
  /** Small and free of personal data: the log outlives the order. */
  detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a change comes to. `event` is null where no screen has to hear of it (the shop only moved its clock). */
export interface Change {
  type: 'changed';
  order: Order;
  event: OrderEvent | null;
  effects: OrderEffect[];
}

export interface Unchanged<O extends Order | null = Order> {
  type: 'unchanged';
  order: O;
  reason: string;
}

export interface Refused {
  type: 'refused';
  refusal: Refusal;
}

/** Everything a decision may know besides the order: nothing else is read, so it can be made on any machine. */
export interface DecisionContext {
  now: number;
  rules: KitchenRules;
  /** What each step tells the shop; absent or null where no shop is told, and on the screens. */
  writeBack?: WriteBackMapping | null;
}

/** What deciding about a shop's message needs besides. */
export interface SignalContext extends DecisionContext {
  kitchenId: string;
  /** The id a new order gets. */
  id: string;
}
