import type { ApiDelivery, DeliveryState } from './alert.ts';
import type { OrderEventType } from './order-change.ts';
import type { Order, OrderKind, OrderStatus } from './order.ts';

/** What the order page and history ask for ([SC2], [SC3]). Times are epoch milliseconds: these are pages' contracts. */

/** `GET /api/history?q=&dish=&day=2026-11-20&late=1&cursor=`: everything is optional and narrows. */
export interface HistoryQuery {
  /** A number, or a part of the guest's name. */
  q?: string;
  /** A part of a dish's name. */
  dish?: string;
  /** A day of the kitchen's, by its time zone and its end of day. */
  day?: string;
  /** Only late ones, the worst first. */
  late?: boolean;
  cursor?: string;
}

/** Where an order's time went; null: that step is not over, or there was none. */
export interface Waits {
  /** From when it was released until it was accepted. */
  acceptMs: number | null;
  /** From then (or from when it was fired) until each station bumped its part. */
  stations: { station: string; name: string; ms: number }[];
  /** From then until it was ready. */
  cookMs: number | null;
  /** From ready until it was handed over. */
  pickupMs: number | null;
  /** The step an open order is in, and since when; for one in Later that is still to come. Absent: it is over. */
  running?: { step: 'accept' | 'cook' | 'pickup'; since: number } | undefined;
}

export interface HistoryRow {
  id: string;
  number: string;
  guest: string;
  kind: OrderKind;
  status: OrderStatus;
  test: boolean;
  notClosed: boolean;
  arrivedAt: number;
  promisedAt: number | null;
  readyAt: number | null;
  /** Ready after its promise by that much (or late by now, where it is still open); null: in time, or no promise. */
  lateMs: number | null;
  waits: Waits;
  dishes: { quantity: number; name: string }[];
}

export interface HistoryPage {
  rows: HistoryRow[];
  /** Of everything that was asked for, not only of this page. */
  total: number;
  late: number;
  next: string | null;
}

/** `GET /api/orders/:id/story`: everything of one order. */
export interface OrderStory {
  order: Order;
  /** Its time line, the oldest first. */
  events: {
    version: number;
    type: OrderEventType;
    at: number;
    actor: 'shop' | 'kitchen' | 'kasera';
    /** What the screen is called, or its id; null: no screen did it. */
    screen: string | null;
    stations: string[];
    detail: Record<string, string | number | boolean | null>;
  }[];
  waits: Waits;
  /** When which screen first put it before people's eyes. */
  painted: { screen: string; at: number }[];
  deliveries: (Pick<ApiDelivery, 'id' | 'channel' | 'audience' | 'about' | 'reason' | 'error' | 'providerId'> & {
    state: DeliveryState;
    createdAt: number;
    sentAt: number | null;
    attempts: number;
  })[];
  /** What the shop sent of it, the oldest first; the raw body is behind `GET /api/inbox/:id/body`. */
  requests: { id: string; receivedAt: number; topic: string | null; state: string; bytes: number; hasBody: boolean }[];
}

/** `GET /api/screens`: every screen ever seen lately, live or not. */
export interface KnownScreen {
  id: string;
  name: string;
  lastSeenAt: number;
}
