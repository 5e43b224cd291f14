import type { KitchenRules, Order, OrderSnapshot } from '../order.ts';
import { freshItem } from './items.ts';
import type { SignalContext } from './decision.ts';

/** The source of test orders: marked on screen, out of every figure, told to no shop. */
export const testSource = 'test';

/** An order as it is before anything is decided about it: known, on no screen. */
export function draftOrder(snapshot: OrderSnapshot, context: SignalContext): Order {
  const { now } = context;
  const { source, externalId, number, kind, guest, note, place, payment, total, currency, customerId } = snapshot;
  return {
    id: context.id,
    kitchenId: context.kitchenId,
    source,
    externalId,
    number,
    kind,
    guest,
    note,
    place,
    payment,
    total,
    currency,
    customerId,
    version: 0,
    dishesVersion: 1,
    status: 'unreleased',
    statusAt: now,
    shop: { status: snapshot.shopStatus, modifiedAt: snapshot.modifiedAt, standing: null },
    items: snapshot.items.map((item) => freshItem(item, null)),
    guestPromisedAt: snapshot.promisedAt,
    promisedAt: snapshot.promisedAt,
    promises: [],
    clockAt: now,
    dueAt: dueAt(snapshot.promisedAt, now, context.rules),
    changed: null,
    kitchenNotes: [],
    closedInShop: false,
    restored: false,
    unpaidAgain: false,
    partialRefund: snapshot.partialRefund,
    arrivedLate: false,
    test: source === testSource,
    cancellation: null,
    stop: null,
    beforeReady: null,
    times: {
      placedAt: snapshot.placedAt,
      paidAt: snapshot.paidAt,
      arrivedAt: now,
      releasedAt: null,
      acknowledgedAt: null,
      firstTouchAt: null,
      readyAt: null,
      completedAt: null,
      cancelledAt: null,
    },
  };
}

/** The shop's word for when it was placed is believed within this time before receipt. */
const believableMs = 6 * 3_600_000;

/**
 * When the clock of an order starts: placed, if that is within 6 h before receipt and not in the future, else receipt.
 * A guest has placed an order when it is made *and* paid, and not while it was still known as a draft (a block
 * checkout's draft is dated when the page was opened).
 * @param notBefore the shop's time of the last state in which it was not yet placed, or null
 */
export function clockStart(times: Order['times'], notBefore: number | null, now: number): number {
  const known = [times.placedAt, times.paidAt, notBefore].filter((time) => time !== null);
  const placed = known.length > 0 ? Math.max(...known) : now;
  return placed <= now && now - placed <= believableMs ? placed : now;
}

/** The place in the order of time: the promise, else the clock plus the usual time. */
export function dueAt(promisedAt: number | null, clockAt: number, rules: KitchenRules): number {
  return promisedAt ?? clockAt + rules.suggestedMinutes * 60_000;
}
