import type { Order } from '@kasera/shared/order.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { listOrders } from '../listing.ts';
import { emptyWall, settleWall, type WallState } from './wall-state.ts';

const never = -Infinity;
const whole = { screen: 's', stations: null };
const cooking = (id: string, dueAt: number, parts: Partial<Order> = {}) =>
  sampleOrder({ id, dueAt, status: 'preparing', ...parts });
const fresh = (id: string) => sampleOrder({ id, status: 'new' });
const wallOf = (orders: Order[], before: WallState = emptyWall, now = 10_000, lastInputAt = never) =>
  settleWall(before, { listing: listOrders(orders, 0, whole), now, lastInputAt });
const shape = (state: WallState) => state.places.map(({ id, zone, face }) => `${zone} ${id} ${face}`);

test('[BD1] stands by due time in the columns, and unanswered in the NEW column', () => {
  const { state, nextAt } = wallOf([fresh('n'), cooking('b', 2), cooking('a', 1)]);
  expect(shape(state)).toEqual(['main a ticket', 'main b ticket', 'new n ticket']);
  expect(nextAt).toBeNull();
});

test('[BD1] a bumped ticket keeps its slot for 5 s as the way back, then leaves', () => {
  const before = wallOf([cooking('a', 1), cooking('b', 2)]).state;
  const orders = [cooking('a', 1, { status: 'ready' }), cooking('b', 2)];
  const bumped = wallOf(orders, before, 20_000);
  expect(shape(bumped.state)).toEqual(['main a undo', 'main b ticket']);
  expect(bumped.nextAt).toBe(25_000);
  expect(shape(wallOf(orders, bumped.state, 24_999).state)).toEqual(['main a undo', 'main b ticket']);
  expect(shape(wallOf(orders, bumped.state, 25_000).state)).toEqual(['main b ticket']);
});

test('[BD1] a ticket bumped while it still stands in the NEW column leaves the slot there', () => {
  const before = wallOf([fresh('n')]).state;
  const bumped = wallOf([cooking('n', 1, { status: 'ready' })], before, 10_000, 9_999);
  expect(shape(bumped.state)).toEqual(['new n undo']);
});

test('[BD1] a recalled ticket is back in its slot at once', () => {
  const before = wallOf([cooking('a', 1), cooking('b', 2)]).state;
  const bumped = wallOf([cooking('a', 1, { status: 'ready' }), cooking('b', 2)], before).state;
  expect(shape(wallOf([cooking('a', 1), cooking('b', 2)], bumped).state)).toEqual(['main a ticket', 'main b ticket']);
});

test('[BD1] what was ready before this screen looked has no slot', () => {
  expect(wallOf([cooking('a', 1, { status: 'ready' })]).state.places).toEqual([]);
});

test('[BD1] nothing closes up within 1.5 s of a touch: what left stays as an empty slot, what is accepted stays in the NEW column', () => {
  const before = wallOf([cooking('a', 1), cooking('b', 3), fresh('n'), fresh('o')]).state;
  const orders = [cooking('b', 3), cooking('n', 2), fresh('o'), fresh('p')];
  const held = wallOf(orders, before, 20_000, 19_000);
  expect(shape(held.state)).toEqual([
    ...['main a gone', 'main b ticket', 'new n ticket', 'new o ticket', 'new p ticket'],
  ]);
  expect(held.nextAt).toBe(20_500);
  const rested = wallOf(orders, held.state, 20_500, 19_000);
  expect(shape(rested.state)).toEqual(['main n ticket', 'main b ticket', 'new o ticket', 'new p ticket']);
});

test('[BD5] stays the same object while nothing changes', () => {
  const orders = [cooking('a', 1), fresh('n')];
  const { state } = wallOf(orders);
  expect(wallOf(orders, state, 11_000).state).toBe(state);
});

/** Numbers that look like chance and are the same in every run. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const anyStatus: Order['status'][] = ['new', 'preparing', 'ready', 'completed'];

test('[BD1] whatever happens, every open order stands on the wall exactly once', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const roll = createDice(seed);
    let state = emptyWall;
    let now = 0;
    for (let step = 0; step < 20; step += 1) {
      now += roll(4_000);
      const orders = Array.from({ length: 12 }, (_, id) =>
        sampleOrder({ id: String(id), dueAt: roll(9), status: anyStatus[roll(4)] ?? 'new' }),
      ).filter(() => roll(3) > 0);
      state = wallOf(orders, state, now, now - roll(3_000)).state;
      const stand = state.places.map((place) => place.id);
      expect(new Set(stand).size).toBe(stand.length);
      const tickets = state.places.filter((place) => place.face === 'ticket').map((place) => place.id);
      const open = orders.filter((order) => order.status === 'new' || order.status === 'preparing');
      expect(tickets.toSorted()).toEqual(open.map((order) => order.id).toSorted());
    }
  }
});

test('[BO2] on a station’s screen its bumped part leaves the undo slot, though the order is not ready', () => {
  const route = { stations: ['grill'], handOver: false, leadMinutes: null };
  const other = { ...route, stations: ['cold'] };
  const items = [sampleItem({ id: 'g', route }), sampleItem({ id: 'c', route: other })];
  const grill = { screen: 's', stations: ['grill'] };
  const look = (parts: Partial<Order>, before: WallState) =>
    settleWall(before, {
      listing: listOrders([cooking('a', 1, { items, ...parts })], 0, grill),
      now: 1,
      lastInputAt: never,
    });
  const before = look({}, emptyWall).state;
  expect(shape(before)).toEqual(['main a ticket']);
  const finished = { grill: { at: 1, before: {} } };
  expect(shape(look({ finished }, before).state)).toEqual(['main a undo']);
});

test('[BD5.3] in a storm a slow screen closes its gaps every three seconds, and adds what is new at once', () => {
  const inStorm = (orders: Order[], before: WallState, now: number) =>
    settleWall(before, { listing: listOrders(orders, 0, whole), now, lastInputAt: never, isStorm: true });
  const [a, b, c] = [cooking('a', 1), cooking('b', 2), cooking('c', 3)];
  const first = inStorm([a, b], emptyWall, 10_000).state;
  const closed = inStorm([b], first, 10_800).state;
  expect(shape(closed)).toEqual(['main b ticket']);
  const held = inStorm([c, fresh('n')], closed, 11_600);
  expect(shape(held.state)).toEqual(['main b gone', 'main c ticket', 'new n ticket']);
  expect(held.nextAt).toBe(13_800);
  expect(shape(inStorm([c, fresh('n')], held.state, 13_800).state)).toEqual(['main c ticket', 'new n ticket']);
  const answered = inStorm([c, fresh('m')], held.state, 12_000).state;
  expect(shape(answered)).toEqual(['main b gone', 'main c ticket', 'new m ticket']);
});
