import type { SellOut } from '@kasera/shared/shop.ts';
import type { RowChange } from './sold-out-rows.ts';
import type { SoldOutRow } from './sold-out-store.ts';

/** A change of a row, and what is to be on its way to the shop after it. */
export interface SoldOutDecision {
  change: RowChange;
  /** Null: what is on its way stays. Else only this is: telling it (at once), the way back (at that time). */
  deliveries: { out: boolean; backAt: number | null } | null;
}

const none = { out: false, backAt: null } as const;

/** Whether its time has come: from then on the shop is to have it back. */
export function isDue({ until }: Pick<SoldOutRow, 'until'>, now: number): boolean {
  return until !== null && until <= now;
}

/** Whether anything was changed in the shop, or may have been. */
export function isTouched({ former }: Pick<SoldOutRow, 'former'>): boolean {
  return former.length > 0;
}

/** @param url the shop connected now; null: none is, and only the kitchen knows */
export function decideSellOut(
  tap: Pick<SellOut, 'by' | 'span'> & { name: string; until: number | null },
  url: string | null,
  now: number,
): SoldOutDecision & { change: Omit<SoldOutRow, 'id' | 'productId' | 'variationId' | 'version'> } {
  const { name, by, span, until } = tap;
  const what = { name, by, at: now, span, until, fault: null, former: [], endedAt: null };
  return {
    change: { ...what, shop: url === null ? 'untold' : 'telling', shopUrl: url },
    deliveries: url === null ? none : { out: true, backAt: until },
  };
}

/** What stands is sold out again: another span, told to the shop again where it does not surely know. */
export function decideAgain(
  row: SoldOutRow,
  tap: Pick<SellOut, 'by' | 'span'> & { name: string; until: number | null },
  url: string | null,
  now: number,
): SoldOutDecision {
  const anew = decideSellOut(tap, url, now);
  if (!isTouched(row)) {
    const knows = row.shop === 'told' && row.shopUrl === url && !isDue(row, now);
    return knows ? { change: { ...anew.change, shop: 'told' }, deliveries: { out: false, backAt: tap.until } } : anew;
  }
  // The shop that was touched is the one to have it back, whichever is connected now.
  const { former: _former, shopUrl: _shopUrl, ...change } = anew.change;
  const knows = row.shop === 'told' && !isDue(row, now);
  return {
    change: { ...change, shop: knows ? 'told' : 'telling' },
    deliveries: { out: !knows, backAt: tap.until },
  };
}

/** Somebody brings it back, now. */
export function decideBringBack(row: SoldOutRow, url: string | null, now: number): SoldOutDecision {
  // A shop that was exchanged for another can be told nothing any more: the person who presses knows.
  const isExchanged = url !== null && row.shopUrl !== url;
  if (!isTouched(row) || isExchanged) return { change: { endedAt: now }, deliveries: none };
  const until = row.until === null ? now : Math.min(row.until, now);
  const { change, deliveries } = returning(row, url, now);
  return { change: { fault: null, ...change, until }, deliveries };
}

/** Its time comes: what the shop never knew is over; of what it knows the way back is on its way already. */
export function decideDue(row: SoldOutRow, url: string | null, now: number): SoldOutDecision | null {
  if (!isDue(row, now)) return null;
  if (!isTouched(row)) return { change: { endedAt: now }, deliveries: none };
  if (row.shop === 'returning' || row.shop === 'failed') return null;
  return { ...returning(row, url, now), deliveries: null };
}

/**
 * A start, or another connection: whatever became of the deliveries, what has to be told is on its way again. What no
 * shop was told of stays with the kitchen.
 */
export function decideRestore(row: SoldOutRow, url: string | null, now: number): SoldOutDecision {
  if (isDue(row, now)) {
    return isTouched(row) ? returning(row, url, now) : { change: { endedAt: now }, deliveries: none };
  }
  if (row.shop === 'untold') return { change: {}, deliveries: none };
  const knows = row.shop === 'told';
  return { change: { shop: knows ? 'told' : 'telling' }, deliveries: { out: !knows, backAt: row.until } };
}

/** On its way back, or, while that shop is not the one connected, waiting for it and said on the board. */
function returning(row: SoldOutRow, url: string | null, now: number): SoldOutDecision {
  if (row.shopUrl !== url) return { change: { shop: 'failed', fault: 'not-connected' }, deliveries: none };
  return { change: { shop: 'returning' }, deliveries: { out: false, backAt: now } };
}
