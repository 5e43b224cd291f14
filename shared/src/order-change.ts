import type { WriteBackWord } from './order.ts';

/** What a change of an order is called, and what it sets going. */

/** What kind of change an event records; the first word a reader of the log sees. */
export type OrderEventType =
  | 'arrived'
  | 'changed'
  | 'cancelled'
  | 'restored'
  | 'closed-in-shop'
  | 'acknowledged'
  | 'item-done'
  | 'item-undone'
  | 'ready'
  | 'completed'
  | 'recalled'
  | 'confirmed'
  | 'note'
  /** A station bumped its part. */
  | 'part-ready'
  | 'part-recalled'
  | 'delayed'
  | 'rushed'
  | 'fired'
  | 'postponed'
  | 'put-away'
  | 'routed';

/** What the outside has to hear of a change. Pure data: `server/src/orders/handle.ts` turns them into deliveries. */
export type OrderEffect =
  /** Ring: a ticket nobody has answered. */
  | { type: 'alert'; reason: 'new' | 'restored' }
  /** Somebody answered, or there is nothing left to answer: stop ringing, drop what is not yet sent. */
  | { type: 'quiet'; reason: 'answered' | 'cancelled' }
  /** The kitchen took a step the shop may be told of; it replaces one before it that has not left. */
  | { type: 'tell-shop'; tap: string; step: WriteBackWord; leavesAt: number; promisedAt: number | null }
  /** What has not left for the shop is not true any more. */
  | { type: 'untell-shop'; reason: 'recalled' | 'overtaken' | 'conflict' };
