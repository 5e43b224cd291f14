import type { KitchenRules, ShopStanding } from '../order.ts';

/**
 * What a shop status means for a kitchen. `waiting`: not (yet) to be cooked. `active`: to be cooked.
 * `completed`: finished in the shop. `closed`: not to be cooked any more.
 */
export type ShopStatusClass = 'waiting' | 'active' | 'completed' | 'closed';

const customRank = 4;
const ranks: ReadonlyMap<string, number> = new Map([
  ['auto-draft', 0],
  ['draft', 0],
  ['checkout-draft', 0],
  ['pending', 1],
  ['failed', 2],
  ['on-hold', 3],
  ['processing', 5],
  ['completed', 6],
  ['cancelled', 7],
  ['refunded', 8],
  ['trash', 9],
]);
const closedStatuses: ReadonlySet<string> = new Set(['failed', 'cancelled', 'refunded', 'trash']);

/** The place of a status in an order's usual life; custom ones stand between on-hold and processing (DESIGN 5). */
export function rankOf(status: string): number {
  return ranks.get(status) ?? customRank;
}

/** A custom status never hides an order, so what is not known is `active`. */
export function classOf(status: string, rules: Pick<KitchenRules, 'onHoldIsNew'>): ShopStatusClass {
  if (status === 'completed') return 'completed';
  if (closedStatuses.has(status)) return 'closed';
  if (status === 'on-hold') return rules.onHoldIsNew ? 'active' : 'waiting';
  return rankOf(status) <= 1 ? 'waiting' : 'active';
}

/**
 * Which of two states of one order is the newer: by the shop's own second, then by rank.
 * @returns > 0 if `a` is newer, < 0 if older, 0 if they cannot be told apart (the last to arrive wins)
 */
export function compareStandings(a: ShopStanding, b: ShopStanding): number {
  return a.modifiedAt - b.modifiedAt || rankOf(a.status) - rankOf(b.status);
}
