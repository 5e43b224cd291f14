/**
 * How many pushes may leave for one audience (PU6). OneSignal switches an app off that delivers more than ten times
 * its subscribers in 15 minutes, so a push takes a slot from its first try until 15 minutes after it was settled.
 *
 * Most slots are for orders that leave at once. The last quarter is kept for pushes that name several: what finds no
 * slot at once is held until the oldest has waited 2 minutes, then everything held leaves as one. When those slots are
 * used up as well, the limit wins and the held ones wait for the first free slot.
 */

export const budgetWindowMs = 15 * 60_000;
export const maxHoldMs = 2 * 60_000;
/** A slot whose end is not known (its push is still being tried) is looked at again after this. */
const lookAgainMs = 60_000;

/** A delivery that was never tried. */
export interface PendingPush {
  id: string;
  /** Since when it waits. */
  since: number;
  held: boolean;
}

export interface BudgetQuestion {
  now: number;
  /** Pushes to this audience in any 15 minutes; at least 1. */
  budget: number;
  /** For each push that may occupy a slot, when it frees it; Infinity while it is still being tried. */
  slotsFreeAt: readonly number[];
  pending: readonly PendingPush[];
}

/** `alone`: each leaves now. `together`: all leave now, as one push. `held`: wait until `heldUntil`. */
export interface BudgetPlan {
  alone: string[];
  together: string[];
  held: string[];
  heldUntil: number | null;
}

/** Decides what of the pending pushes to one audience leaves now; each of them is in exactly one list of the answer. */
export function planPushes({ now, budget, slotsFreeAt, pending }: BudgetQuestion): BudgetPlan {
  const taken = slotsFreeAt.filter((freeAt) => freeAt > now).toSorted((a, b) => a - b);
  const atOnce = budget - keptForSeveral(budget);
  const inTurn = pending.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  const ids = inTurn.map(({ id }) => id);
  const oldest = inTurn[0];
  if (!oldest) return { alone: [], together: [], held: [], heldUntil: null };

  const someWereHeld = inTurn.some(({ held }) => held);
  const waitedLongEnough = now >= oldest.since + maxHoldMs;
  const mayLeave = taken.length < atOnce || (waitedLongEnough && taken.length < budget);
  if ((someWereHeld || waitedLongEnough) && mayLeave)
    return ids.length === 1 ? plan({ alone: ids }) : plan({ together: ids });

  const alone = someWereHeld ? [] : ids.slice(0, Math.max(0, atOnce - taken.length));
  const held = ids.slice(alone.length);
  const firstHeld = inTurn[alone.length];
  if (!firstHeld) return plan({ alone });
  const afterThese = [...taken, ...alone.map(() => Infinity)];
  const heldUntil = Math.min(
    whenFewerThan(atOnce, afterThese, now),
    Math.max(firstHeld.since + maxHoldMs, whenFewerThan(budget, afterThese, now)),
  );
  return plan({ alone, held, heldUntil: heldUntil === Infinity ? now + lookAgainMs : heldUntil });
}

function plan(parts: Partial<BudgetPlan>): BudgetPlan {
  return { alone: [], together: [], held: [], heldUntil: null, ...parts };
}

/** A quarter, at least one, but never the only one. */
function keptForSeveral(budget: number): number {
  return Math.min(budget - 1, Math.max(1, Math.floor(budget / 4)));
}

/** When fewer than `slots` of the taken ones (ascending) are still taken. */
function whenFewerThan(slots: number, takenUntil: readonly number[], now: number): number {
  return takenUntil[takenUntil.length - slots] ?? now;
}
