import type { Order } from '@kasera/shared/order.ts';

/** How an order stands to its promise, in two columns so that the database can sort by it. */
export interface Lateness {
  /** Ready after its promise by that much; null: in time, or not ready. */
  lateMs: number | null;
  /** Not ready yet: from then on it is late; null: it is ready, or nothing was promised. */
  lateFrom: number | null;
}

const inNoFigure: Lateness = { lateMs: null, lateFrom: null };

/**
 * The lateness of an order ([SC3b]). Tests, what was put away at the day's end, what was cancelled, and old news that
 * nobody has accepted are late in no figure.
 */
export function latenessOf(order: Order): Lateness {
  const { status, statusAt, promisedAt, times } = order;
  if (promisedAt === null || isInNoFigure(order)) return inNoFigure;
  if (status !== 'ready' && status !== 'completed') return { lateMs: null, lateFrom: promisedAt };
  const lateMs = (times.readyAt ?? times.completedAt ?? statusAt) - promisedAt;
  return { lateMs: lateMs > 0 ? lateMs : null, lateFrom: null };
}

function isInNoFigure({ status, test, notClosed, arrivedLate }: Order): boolean {
  if (test || notClosed === true || status === 'unreleased' || status === 'cancelled') return true;
  return arrivedLate && status === 'new';
}

/** By how much it is late at that moment; null: it is not. */
export function lateBy({ lateMs, lateFrom }: Lateness, now: number): number | null {
  return lateFrom !== null && lateFrom < now ? now - lateFrom : lateMs;
}
