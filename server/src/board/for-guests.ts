import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import type { Beat } from '@kasera/shared/socket.ts';

type NameRule = Pick<KitchenRules, 'pickupNames'>;

/**
 * An order as a screen that guests see may have it ([BO6b]): its number, how far it is, and the first name if the owner
 * wants it. It is made from nothing rather than by leaving out, so that what an order will hold one day is not in it.
 */
export function forGuests(order: Order, rules: NameRule): Order {
  const { id, number, version, status, statusAt, kind, test, arrivedLate, times } = order;
  // One moment, from which "forgotten for hours" is told as on the board.
  const clockAt = Math.max(order.clockAt, order.guestPromisedAt ?? 0, times.acknowledgedAt ?? 0);
  return {
    ...nothingOfIt,
    ...{ id, number, version, status, statusAt, kind, test, arrivedLate, clockAt, dueAt: clockAt },
    guest: { name: rules.pickupNames ? firstName(order.guest.name) : '' },
    ...(order.fireAt !== undefined && { fireAt: order.fireAt }),
    ...(order.notClosed && { notClosed: true }),
    times: { ...noTimes, readyAt: times.readyAt, completedAt: times.completedAt },
  };
}

/** "Ana R." is "Ana"; an initial alone is nobody's first name. */
function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/);
  return /^\p{L}\.$/u.test(first) ? '' : first;
}

const noTimes: Order['times'] = {
  placedAt: null,
  paidAt: null,
  arrivedAt: 0,
  releasedAt: null,
  acknowledgedAt: null,
  firstTouchAt: null,
  readyAt: null,
  completedAt: null,
  cancelledAt: null,
};

const nothingOfIt: Omit<Order, 'id' | 'number' | 'version' | 'status' | 'statusAt' | 'kind' | 'test' | 'times'> = {
  kitchenId: '',
  source: '',
  externalId: '',
  dishesVersion: 0,
  shop: { status: '', modifiedAt: 0, standing: null },
  guest: { name: '' },
  note: '',
  place: null,
  items: [],
  payment: 'paid',
  total: null,
  currency: null,
  customerId: null,
  guestPromisedAt: null,
  promisedAt: null,
  promises: [],
  clockAt: 0,
  dueAt: 0,
  changed: null,
  kitchenNotes: [],
  closedInShop: false,
  restored: false,
  unpaidAgain: false,
  partialRefund: false,
  arrivedLate: false,
  cancellation: null,
  stop: null,
  beforeReady: null,
};

/** The beat of such a screen: that it is being told things, and nothing of the kitchen's troubles and screens. */
export function beatForGuests({ seq, epoch, now, build, intake }: Beat, rules: NameRule): Beat {
  return {
    ...{ seq, now, build, epoch: epochForGuests(epoch, rules) },
    intake: intake.state === 'ok' ? intake : { ...intake, reason: '' },
    shopHeardAt: null,
    shopPingedAt: null,
    shopCheckedAt: null,
    shopUrl: null,
    asking: { state: 'off', checkedAt: null, everyMs: 10_000, failingSince: null, fault: null, catchUp: null },
    notices: [],
    screens: [],
  };
}

/** The kitchen's rules without what only the kitchen has use for. */
export function rulesForGuests(rules: KitchenRules): KitchenRules {
  return { ...rules, stations: [], allergyWords: [] };
}

/**
 * What such a screen holds is other data than what the kitchen's hold, though it has the same numbers: who changes from
 * one to the other, or to names, is given everything anew.
 */
export function epochForGuests(epoch: string, { pickupNames }: NameRule): string {
  return `${epoch}/guests${pickupNames ? '-by-name' : ''}`;
}
