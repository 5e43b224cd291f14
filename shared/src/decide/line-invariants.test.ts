import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Order, OrderItem } from '../order.ts';
import {
  concerns,
  finishedPart,
  isDoneAt,
  isDoneFor,
  isHandOverOnly,
  isLive,
  isUnclaimed,
  partStations,
  stationsOf,
} from '../parts.ts';
import { anyLine } from '../testing/any-line.ts';
import { anyStory, type StoryPage } from '../testing/any-story.ts';
import { routeTo } from '../testing/sample-order.ts';
import { sampleContext, sampleNow, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, sampleCommand, tell } from '../testing/sample-story.ts';
import { listFor } from '../tickets.ts';
import { decideCommand } from './command.ts';

function inEveryStory(check: (page: StoryPage) => void): void {
  fc.assert(
    fc.property(fc.oneof(anyLine, anyStory), (story) => story.run().forEach(check)),
    { numRuns: 600 },
  );
}

const isCooking = (order: Order | null) => order?.status === 'acknowledged' || order?.status === 'preparing';
const isOpen = (item: OrderItem) => isLive(item) && !item.done;
/** A screen of each station with a part, and of one that has none. */
const screensOf = (order: Order) => [...partStations(order), 'bar'].map((id) => ({ screen: id, stations: [id] }));

test('[BO2a] no open line of an order in cooking is invisible: a station that makes it has the ticket', () => {
  inEveryStory(({ order }) => {
    if (!order || !isCooking(order)) return;
    for (const item of order.items.filter(isOpen)) {
      for (const station of stationsOf(item).filter((one) => !isDoneAt(item, one))) {
        const viewer = { screen: station, stations: [station] };
        expect(concerns(item, viewer) && finishedPart(order, station) === undefined).toBe(true);
        expect(['cooking', 'left-open', 'later']).toContain(listFor(order, sampleNow + 15 * 60_000, viewer));
      }
    }
  });
});

test('[BO2b] what nobody claims is open on every screen', () => {
  inEveryStory(({ order }) => {
    if (!order || !isCooking(order) || !order.items.some((item) => isOpen(item) && isUnclaimed(item))) return;
    for (const viewer of screensOf(order)) {
      expect(['cooking', 'left-open', 'later']).toContain(listFor(order, sampleNow + 15 * 60_000, viewer));
    }
  });
});

test('[BO2c] without an Expo an order in cooking with something to cook is always on some station’s screen', () => {
  inEveryStory(({ order, context }) => {
    if (!order || !isCooking(order) || context.rules.expo) return;
    if (order.items.every(isHandOverOnly)) return;
    const lists = screensOf(order).map((viewer) => listFor(order, context.now, viewer));
    expect(lists.some((list) => list !== 'done' && list !== 'none')).toBe(true);
  });
});

test('[BO2c] wherever a story stands, bumping every station’s part makes the order ready, with Expo once Expo says so', () => {
  inEveryStory(({ order, context }) => {
    if (!order || !isCooking(order) || order.items.every(isHandOverOnly)) return;
    const parts = partStations(order);
    const stations = parts.length > 0 ? parts : ['bar'];
    const bumped = stations.reduce(
      (held, station) => tried(held, { type: 'ready', stations: [station] }, context),
      order,
    );
    expect(bumped.status).toBe(context.rules.expo ? 'preparing' : 'ready');
    expect(tried(bumped, { type: 'ready' }, context).status).toBe('ready');
  });
});

test('[BO4a] a bump recalled by the same station is as if it had never been', () => {
  const stations = fc.subarray(['grill', 'cold', 'constructor'], { minLength: 1 });
  fc.assert(
    fc.property(fc.oneof(anyLine, anyStory), stations, ({ run }, own) => {
      const page = run().at(-1);
      const before = page?.order;
      if (!page || !before || !isCooking(before) || own.some((station) => finishedPart(before, station))) return;
      const isOnTicket = (item: OrderItem) =>
        isLive(item) && !isHandOverOnly(item) && concerns(item, { stations: own });
      if (!before.items.some(isOnTicket)) return;
      const bumped = tried(before, { type: 'ready', stations: own }, page.context);
      if (bumped === before || bumped.version !== before.version + 1) return;
      const back = tried(bumped, { type: 'recall', stations: own }, page.context);
      const { times, ...rest } = kitchenSide(before);
      expect(kitchenSide(back)).toEqual({ ...rest, times: { ...times, firstTouchAt: back.times.firstTouchAt } });
    }),
    { numRuns: 600 },
  );
});

/**
 * Without versions, what a bump sees, and the bumps of screens that have no part in it any more; accepted and preparing
 * are one state of mind.
 */
function kitchenSide(order: Order) {
  const { version: _v, statusAt: _at, status, changed: _c, seenAt: _s, telling: _t, ...rest } = order;
  const { echoes: _e, closedInShop: _closed, unseenVersion: _u, ...kept } = rest;
  const items = order.items.filter(isLive).map((item) => ({ ...item, change: null }));
  const parts = partStations({ items });
  const finished = Object.entries(order.finished ?? {}).filter(([station]) => parts.includes(station));
  return { ...kept, finished, isCooking: status === 'acknowledged' || status === 'preparing', items };
}

test('[TK3a] `doneQuantity` of a shared line is what all its stations have made, and `doneBy` who is ahead', () => {
  inEveryStory(({ order }) => {
    for (const item of order?.items ?? []) {
      for (const [station, made] of Object.entries(item.doneBy ?? {})) {
        expect(stationsOf(item)).toContain(station);
        expect(made > item.doneQuantity && made <= item.quantity).toBe(true);
      }
      const viewers = stationsOf(item).map((station) => ({ stations: [station] }));
      if (viewers.length > 0 && isLive(item)) {
        expect(item.done).toBe(viewers.every((viewer) => isDoneFor(item, viewer)));
      }
    }
  });
});

test('[BO2d] two lines, three stations, any sequence of presses: both sides make the same of it', () => {
  const items = [toldItem({ route: routeTo('grill', 'cold') }), toldItem({ id: 'i2', route: routeTo('fryer') })];
  const station = fc.constantFrom('grill', 'cold', 'fryer');
  const wish = fc.tuple(fc.constantFrom('ready' as const, 'recall' as const, 'confirm' as const), station);
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 12 }), fc.nat({ max: 3_600_000 }), (presses, lateMs) => {
      const make = (late: number) =>
        presses.reduce(
          (held, [type, one], index) => {
            const context = sampleContext({ now: sampleNow + index * 60_000 + late });
            return tried(held, { type, stations: [one], ageMs: late }, context);
          },
          orderAt('acknowledged', { items }),
        );
      const { statusAt, ...rest } = make(0);
      expect({ ...make(lateMs), statusAt }).toEqual({ ...rest, statusAt });
    }),
  );
});

test('[TK4a] work the shop adds after bumps opens the difference at its stations, and nowhere else', () => {
  const items = [toldItem({ route: routeTo('grill') }), toldItem({ id: 'i2', route: routeTo('cold') })];
  const grill = press(orderAt('acknowledged', { items }), { type: 'ready', stations: ['grill'] });
  const more = tell(
    grill,
    sampleSignal({ second: 9, items: [{ ...toldItem(), quantity: 3, route: routeTo('grill') }, ...items.slice(1)] }),
  );
  expect(more.finished).toBeUndefined();
  expect(more.items[0]).toMatchObject({ doneQuantity: 2, quantity: 3, done: false });
  const both = press(grill, { type: 'ready', stations: ['cold'] });
  const back = tell(
    both,
    sampleSignal({ second: 9, items: [{ ...toldItem(), quantity: 3, route: routeTo('grill') }, ...items.slice(1)] }),
  );
  expect(back).toMatchObject({ status: 'preparing', times: { readyAt: null } });
  expect(Object.keys(back.finished ?? {})).toEqual(['cold']);
});

function tried(order: Order, wish: Parameters<typeof sampleCommand>[0], context = sampleContext()): Order {
  const decision = decideCommand(order, sampleCommand(wish), context);
  return decision.type === 'changed' ? decision.order : order;
}
