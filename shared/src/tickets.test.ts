import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualSetup } from './kitchen.ts';
import type { Order, OrderItem } from './order.ts';
import { routedItem, sampleOrder, sampleTimes } from './testing/sample-order.ts';
import {
  ageStep,
  byDone,
  byDueAt,
  listFor,
  listOf,
  nextAction,
  urgency,
  type TicketAction,
  type TicketList,
} from './tickets.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 0, 10, 20, 41);

/** A screen that shows everything. */
const whole = (screen: string) => ({ screen, stations: null });
const order = (parts: Partial<Order> = {}) => sampleOrder({ clockAt: now, dueAt: now, ...parts });
function promised(afterMinutes: number, givenMinutes: number): Order {
  const promisedAt = now + afterMinutes * minute;
  return order({ promisedAt, promises: [{ at: promisedAt - givenMinutes * minute, promisedAt, by: 'kitchen' }] });
}

test('[BD1] says how long is left, and turns late with the first moment past the promise', () => {
  expect(urgency(promised(12, 20), now)).toEqual({ state: 'calm', minutes: 12 });
  expect(urgency(promised(0, 20), now)).toEqual({ state: 'soon', minutes: 0 });
  expect(urgency(promised(0, 20), now + 1)).toEqual({ state: 'late', minutes: 1 });
  expect(urgency(promised(-4, 20), now)).toEqual({ state: 'late', minutes: 4 });
});

test('[BD1] is soon under five minutes or under 30 % of what was promised, whichever comes first', () => {
  expect(urgency(promised(5, 10), now).state).toBe('soon');
  expect(urgency(promised(6, 10), now).state).toBe('calm');
  expect(urgency(promised(9, 30), now).state).toBe('soon');
  expect(urgency(promised(10, 30), now).state).toBe('calm');
  expect(urgency(promised(30, 300), now).state).toBe('calm');
});

test('[BD1] ages a ticket without a promise: soon at 8 minutes, late at 15, ten late at 25', () => {
  const aged = (minutes: number) => urgency(order({ clockAt: now - minutes * minute }), now);
  expect(aged(7)).toEqual({ state: 'calm', minutes: 8 });
  expect(aged(8)).toEqual({ state: 'soon', minutes: 7 });
  expect(aged(15).state).toBe('soon');
  expect(aged(16)).toEqual({ state: 'late', minutes: 1 });
  expect(aged(25)).toEqual({ state: 'late', minutes: 10 });
});

test('[BD1] an unanswered ticket ages in three steps, at 8, 15 and 25 minutes', () => {
  expect([0, 7, 8, 14, 15, 24, 25, 200].map((minutes) => ageStep(minutes))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
});

test('[BD1] counts the minutes a new ticket waits, and never below zero', () => {
  expect(urgency(order({ status: 'new', clockAt: now - 61_000 }), now)).toEqual({ state: 'new', minutes: 1 });
  expect(urgency(order({ status: 'new', clockAt: now + 5_000 }), now)).toEqual({ state: 'new', minutes: 0 });
});

test('[BD1] an unseen STOP outweighs every clock', () => {
  const stopped = order({ status: 'cancelled', stop: { at: now - 90_000, was: 'preparing' } });
  expect(urgency(stopped, now)).toEqual({ state: 'stop', minutes: 1 });
  expect(listOf(stopped, now)).toBe('stop');
  expect(nextAction(stopped, whole('s1'))).toBe('stop-seen');
});

test('[BD1] puts each status into its list', () => {
  expect(listOf(order({ status: 'unreleased' }), now)).toBe('none');
  expect(listOf(order({ status: 'new' }), now)).toBe('new');
  expect(listOf(order({ status: 'preparing' }), now)).toBe('cooking');
  expect(listOf(order({ status: 'ready' }), now)).toBe('done');
  expect(listOf(order({ status: 'completed' }), now)).toBe('done');
  expect(listOf(order({ status: 'cancelled' }), now)).toBe('done');
});

test('[BD1] stands done by when it was finished: handing over moves nothing', () => {
  const ready = (id: string, readyAt: number, parts = {}) =>
    order({ id, status: 'ready', statusAt: readyAt, times: sampleTimes({ readyAt }), ...parts });
  const done = [ready('a', 3), ready('b', 1, { status: 'completed', statusAt: 9 }), ready('c', 2)];
  const cancelled = order({ id: 'd', status: 'cancelled', statusAt: 4, times: sampleTimes({ readyAt: 0 }) });
  expect([...done, cancelled].toSorted(byDone).map(({ id }) => id)).toEqual(['d', 'a', 'c', 'b']);
});

test('[OR5] what is open for over 12 hours is left open, unless the guest chose a later time or it was just accepted', () => {
  const old = { clockAt: now - 12 * hour - 1 };
  expect(listOf(order({ status: 'new', clockAt: now - 12 * hour }), now)).toBe('new');
  expect(listOf(order({ status: 'new', ...old }), now)).toBe('left-open');
  expect(listOf(order({ status: 'preparing', ...old }), now)).toBe('left-open');
  expect(listOf(order({ status: 'new', ...old, guestPromisedAt: now + hour }), now)).toBe('new');
  expect(listOf(order({ ...old, times: sampleTimes({ acknowledgedAt: now }) }), now)).toBe('cooking');
});

test('[OR5] old news stands with the left open until somebody accepts it', () => {
  expect(listOf(order({ status: 'new', arrivedLate: true }), now)).toBe('left-open');
  expect(listOf(order({ status: 'acknowledged', arrivedLate: true }), now)).toBe('cooking');
});

test('[BD1] a change has to be seen before the ticket can be bumped; a note by each screen', () => {
  const note = { id: 'n1', text: 'no salt', allergy: false, at: now, seenBy: ['s1'] };
  expect(nextAction(order(), whole('s1'))).toBe('ready');
  expect(nextAction(order({ changed: { note: { was: '' } } }), whole('s1'))).toBe('change-seen');
  expect(nextAction(order({ kitchenNotes: [note] }), whole('s1'))).toBe('ready');
  expect(nextAction(order({ kitchenNotes: [note] }), whole('s2'))).toBe('note-seen');
  expect(nextAction(order({ status: 'new', changed: { note: { was: '' } } }), whole('s1'))).toBe('accept');
  expect(nextAction(order({ status: 'ready' }), whole('s1'))).toBe('none');
});

const anyOrder = fc
  .record({ id: fc.uuid(), dueAt: fc.integer({ min: 0, max: 5 }), clockAt: fc.integer({ min: 0, max: 5 }) })
  .map((parts) => order(parts));

test('[BD1] the order of time is total: any shuffle sorts to the same row', () => {
  const shuffled = fc
    .uniqueArray(anyOrder, { selector: (one) => one.id })
    .chain((orders) => fc.tuple(fc.constant(orders), fc.shuffledSubarray(orders, { minLength: orders.length })));
  fc.assert(
    fc.property(shuffled, ([orders, others]) => {
      expect(others.toSorted(byDueAt)).toEqual(orders.toSorted(byDueAt));
    }),
  );
});

test('[BD1] urgency never eases as time passes, and its figure moves by whole minutes', () => {
  const rank = { calm: 0, soon: 1, late: 2, new: 0, stop: 0 };
  const times = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(400 * minute), fc.nat(400 * minute));
  fc.assert(
    fc.property(times, ([given, a, b]) => {
      const one = promised(given, given);
      const earlier = urgency(one, now + Math.min(a, b));
      const later = urgency(one, now + Math.max(a, b));
      expect(rank[later.state]).toBeGreaterThanOrEqual(rank[earlier.state]);
      expect(Number.isInteger(later.minutes) && later.minutes >= 0).toBe(true);
    }),
  );
});

const steak = routedItem('steak', ['grill']);
const salad = routedItem('salad', ['cold']);
const shared = routedItem('shared', ['grill', 'cold']);
const soup = routedItem('soup', []);
const water = routedItem('water', ['hand-over']);
const done = (item: OrderItem): OrderItem => ({ ...item, done: true, doneQuantity: item.quantity });
const gone = (item: OrderItem): OrderItem => ({ ...done(item), quantity: 0, change: { type: 'removed', was: 1 } });
const bumped = (...stations: string[]) => Object.fromEntries(stations.map((one) => [one, { at: now, before: {} }]));
const stop = { status: 'cancelled', stop: { at: now, was: 'preparing' } } as const;
const grill = ['grill'];

test.each<[string, Partial<Order>, string[] | null, TicketList, TicketAction]>([
  ['its own dish', { items: [steak, salad] }, grill, 'cooking', 'ready'],
  ['another’s dish', { items: [salad] }, grill, 'none', 'ready'],
  ['a dish it shares', { items: [shared] }, grill, 'cooking', 'ready'],
  ['what nobody claims', { items: [soup] }, grill, 'cooking', 'ready'],
  ['what is not routed', { items: [] }, grill, 'cooking', 'ready'],
  ['drinks', { items: [water] }, grill, 'none', 'ready'],
  ['drinks, on a whole screen', { items: [water] }, null, 'cooking', 'ready'],
  ['drinks, a dish taken off and not yet seen', { items: [water, gone(steak)] }, grill, 'cooking', 'change-seen'],
  ['its part bumped', { items: [done(steak), salad], finished: bumped('grill') }, grill, 'done', 'none'],
  [
    'its part bumped, on the other’s',
    { items: [done(steak), salad], finished: bumped('grill') },
    ['cold'],
    'cooking',
    'ready',
  ],
  [
    'its part bumped, on Expo',
    { items: [done(steak), salad], finished: bumped('grill') },
    ['expo'],
    'cooking',
    'ready',
  ],
  [
    'one of its two parts bumped',
    { items: [done(steak), salad], finished: bumped('grill') },
    ['grill', 'cold'],
    'cooking',
    'ready',
  ],
  [
    'both of its parts bumped',
    { items: [done(steak), done(salad)], finished: bumped('grill', 'cold') },
    ['grill', 'cold'],
    'done',
    'none',
  ],
  [
    'its part bumped, more nobody claims',
    { items: [done(steak), soup], finished: bumped('grill') },
    grill,
    'cooking',
    'ready',
  ],
  ['all ticked, not bumped', { items: [done(steak)] }, grill, 'cooking', 'ready'],
  ['a change of its dish', { items: [{ ...steak, change: { type: 'added' } }] }, grill, 'cooking', 'change-seen'],
  [
    'a change of its dish it has seen',
    { items: [{ ...steak, change: { type: 'added' } }], seenAt: grill },
    grill,
    'cooking',
    'ready',
  ],
  [
    'a change of another’s dish',
    { items: [steak, { ...salad, change: { type: 'added' } }] },
    grill,
    'cooking',
    'ready',
  ],
  ['a STOP', { ...stop, items: [steak, salad] }, grill, 'stop', 'stop-seen'],
  ['a STOP it has seen', { ...stop, items: [steak, salad], seenAt: grill }, grill, 'done', 'none'],
  ['a STOP the other has seen', { ...stop, items: [steak, salad], seenAt: ['cold'] }, grill, 'stop', 'stop-seen'],
  ['a STOP all but it have seen, on Expo', { ...stop, items: [steak], seenAt: ['expo'] }, ['expo'], 'done', 'none'],
  [
    'a STOP on a bumped part',
    { ...stop, items: [done(steak), salad], finished: bumped('grill') },
    grill,
    'stop',
    'stop-seen',
  ],
  ['a STOP of another', { ...stop, items: [salad] }, grill, 'none', 'stop-seen'],
  ['an unanswered one', { status: 'new', items: [steak] }, grill, 'new', 'accept'],
  ['an unanswered one of another', { status: 'new', items: [salad] }, grill, 'none', 'accept'],
  ['one for later', { items: [steak], fireAt: now + 1 }, grill, 'later', 'ready'],
  ['one for later whose time has come', { items: [steak], fireAt: now }, grill, 'cooking', 'ready'],
  ['a ready one', { status: 'ready', items: [done(steak)] }, grill, 'done', 'none'],
])('[BO2i] a screen shows %s where it belongs', (_what, parts, stations, list, action) => {
  const viewer = { screen: 's1', stations };
  expect(listFor(order(parts), now, viewer)).toBe(list);
  expect(nextAction(order(parts), viewer)).toBe(action);
});

test('[TK6a] a note asks each station until it said so, and each screen that shows everything', () => {
  const noted = (...seenBy: string[]) =>
    order({ items: [steak, salad], kitchenNotes: [{ id: 'n', text: 'x', allergy: true, at: 0, seenBy }] });
  const at = (one: Order, stations: string[] | null) => nextAction(one, { screen: 's1', stations });
  expect([at(noted('@grill'), grill), at(noted('@grill'), ['cold']), at(noted('@grill'), null)]).toEqual([
    'ready',
    'note-seen',
    'note-seen',
  ]);
  expect([at(noted('@grill'), ['grill', 'cold']), at(noted('@grill', '@cold'), ['grill', 'cold'])]).toEqual([
    'note-seen',
    'ready',
  ]);
  expect([at(noted('*'), null), at(noted('s1'), null), at(noted(), [])]).toEqual(['ready', 'ready', 'note-seen']);
});

test('[TK1a] each kind of order turns by the kitchen’s thresholds', () => {
  const thresholds = { ...usualSetup.thresholds, pickup: { soon: 10, ages: [2, 4, 6] as const } };
  const left = (kind: Order['kind'], minutes: number) =>
    urgency({ ...promised(minutes, 20), kind }, now, { thresholds }).state;
  expect([left('pickup', 10), left('delivery', 10), left('pickup', 11)]).toEqual(['soon', 'calm', 'calm']);
  const aged = (kind: Order['kind']) => urgency(order({ kind, clockAt: now - 5 * minute }), now, { thresholds }).state;
  expect([aged('pickup'), aged('dine-in')]).toEqual(['late', 'calm']);
});

test('[OR5] what was put off for another day is not left open on the day', () => {
  const off = order({
    clockAt: now - 30 * hour,
    promisedAt: now + hour,
    times: sampleTimes({ acknowledgedAt: now - 29 * hour }),
  });
  expect(listOf(off, now)).toBe('cooking');
});

test('[OR5] what is ready is as late as it was when it became ready', () => {
  const made = { ...promised(-4, 20), status: 'ready' as const, times: sampleTimes({ readyAt: now - 2 * minute }) };
  expect(urgency(made, now)).toEqual({ state: 'late', minutes: 2 });
  expect(urgency(made, now + hour)).toEqual({ state: 'late', minutes: 2 });
});
