/** Deliveries: everything that leaves Kasera, in one outbox (DESIGN 2 and 7). */

/**
 * `waiting`: due at `dueAt`. `held`: waits for room in its channel's budget. `sending`: leased. `sent`: the provider
 * took it. `nobody`: it took it and told no one. `dropped`: lost its meaning before it left. `merged`: leaves as part
 * of another one. `parked`: refused for good; tried again at the next start. `unconfigured`: no channel to send by.
 */
export const deliveryStates = [
  'waiting',
  'held',
  'sending',
  'sent',
  'nobody',
  'dropped',
  'merged',
  'parked',
  'unconfigured',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * `recalled`: taken back before it left. `overtaken`: a later step says more. `conflict`: the shop says something else
 * by now.
 */
export type DropReason = 'answered' | 'cancelled' | 'closed' | 'expired' | 'recalled' | 'overtaken' | 'conflict';

/** Why it has not left yet, or never will as things are configured. */
export type KeptReason = 'not configured' | 'no audience' | 'not connected' | 'held back by the budget';

/**
 * What became of one try. `retry`: not taken, tried again. `unclear`: no answer that says so; tried again, and it may
 * have been delivered. `refused`: not taken for good.
 */
export const attemptOutcomes = ['sent', 'nobody', 'retry', 'unclear', 'refused'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** A delivery as `GET /api/deliveries` tells it; times ISO 8601 with Z. */
export interface ApiDelivery {
  id: string;
  channel: string;
  audience: string;
  /** What the shop is told: `accepted` … `cancelled`, `outofstock 12/34`; null for a push, which says what its orders are. */
  about: string | null;
  state: DeliveryState;
  orders: { id: string; number: string }[];
  reason: string | null;
  providerId: string | null;
  error: string | null;
  createdAt: string;
  dueAt: string | null;
  sentAt: string | null;
  mergedInto: string | null;
  attempts: { at: string; durationMs: number; outcome: AttemptOutcome; status: number | null; error: string | null }[];
}
