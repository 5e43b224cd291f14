import { expect, test } from 'vitest';
import { defaultMapping } from '../shop.ts';
import type { Order } from '../order.ts';
import { routeTo } from '../testing/sample-order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, sampleCommand, stages, tell, type Wish } from '../testing/sample-story.ts';
import { isLater, listOf, byDueAt } from '../tickets.ts';
import { decideCommand } from './command.ts';

const minute = 60_000;
const at = (minutes: number) => sampleContext({ now: sampleNow + minutes * minute });
const fate = (order: Order, wish: Wish, context = sampleContext()) => {
  const decision = decideCommand(deepFreeze(order), sampleCommand(wish), context);
  return decision.type === 'refused' ? decision.refusal.code : decision.type;
};
const later = (minutes: number, parts = {}) =>
  orderAt('acknowledged', { promisedAt: sampleNow + minutes * minute, ...parts });

test('[BO5a] one for later waits until its time less the lead, and has its place by its time', () => {
  const order = later(120);
  expect(order).toMatchObject({ fireAt: sampleNow + 90 * minute, dueAt: sampleNow + 120 * minute });
  expect([isLater(order, sampleNow + 90 * minute - 1), isLater(order, sampleNow + 90 * minute)]).toEqual([true, false]);
  expect([later(30).fireAt, later(29).fireAt, orderAt('acknowledged').fireAt]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('[BO5a] the slowest category gives the lead; drinks do not', () => {
  const slow = toldItem({ id: 'a', route: { stations: ['oven'], handOver: false, leadMinutes: 90 } });
  const drink = toldItem({ id: 'b', route: { stations: [], handOver: true, leadMinutes: 110 } });
  const quick = toldItem({ id: 'c', route: { stations: ['cold'], handOver: false, leadMinutes: 5 } });
  expect(later(120, { items: [slow, drink, toldItem({ id: 'd' })] }).fireAt).toBe(sampleNow + 30 * minute);
  expect(later(120, { items: [quick, drink] }).fireAt).toBe(sampleNow + 115 * minute);
});

test('[BO5b] while it waits it follows the guest’s time; what is on the board stays there', () => {
  const moved = tell(later(120), sampleSignal({ second: 9, promisedAt: sampleNow + 180 * minute }));
  expect(moved.fireAt).toBe(sampleNow + 150 * minute);
  const soon = tell(later(120), sampleSignal({ second: 9, promisedAt: sampleNow + 20 * minute }));
  expect(isLater(soon, sampleNow)).toBe(false);
  const fired = tell(later(120), sampleSignal({ second: 9, promisedAt: sampleNow + 300 * minute }), at(100));
  expect(isLater(fired, at(100).now)).toBe(false);
});

test('[BO5c] fired by hand, ticked or rushed it is on the board', () => {
  const fired = press(later(120), { type: 'fire' }, at(1));
  expect([isLater(fired, at(1).now), fate(fired, { type: 'fire' }, at(2))]).toEqual([false, 'unchanged']);
  expect(listOf(press(later(120), { type: 'item-done', itemId: 'i1' }), sampleNow)).toBe('cooking');
  expect(isLater(press(later(120), { type: 'rush', why: 'rush' }), sampleNow)).toBe(false);
  expect(fate(orderAt('new'), { type: 'fire' })).toBe('not-allowed');
});

test('[BO5d] one with nothing to cook is ready at once, but for tonight it is not said to be', () => {
  const items = [toldItem({ route: routeTo('hand-over') })];
  const steps = [undefined, 120].map((minutes) => {
    const promisedAt = minutes === undefined ? null : sampleNow + minutes * minute;
    const writeBack = { ...defaultMapping, ready: { status: null, note: 'customer' as const } };
    const decision = decideCommand(
      orderAt('new', { items, promisedAt }),
      sampleCommand({ type: 'acknowledge' }),
      sampleContext({ writeBack }),
    );
    return (
      decision.type === 'changed' &&
      decision.effects.flatMap((effect) => (effect.type === 'tell-shop' ? effect.step : []))
    );
  });
  expect(steps).toEqual([['ready'], ['accepted']]);
});

test('[BO14a] BUSY is added to the suggested time, not to a chosen one, and no longer than it lasts', () => {
  const busy = { minutes: 20, since: sampleNow, until: sampleNow + 60 * minute };
  const promised = (wish: { readyInMinutes?: number }, minutes: number) =>
    press(orderAt('new'), { type: 'acknowledge', ...wish }, { ...at(minutes), rules: { ...sampleRules, busy } })
      .promisedAt;
  expect(promised({}, 59)).toBe(sampleNow + (59 + 40) * minute);
  expect(promised({}, 60)).toBe(sampleNow + (60 + 20) * minute);
  expect(promised({ readyInMinutes: 10 }, 0)).toBe(sampleNow + 10 * minute);
});

test('[TK6b] +10 moves the promise, from now where it is past; its place in the order of time stays', () => {
  const order = orderAt('preparing');
  const delayed = press(order, { type: 'delay', minutes: 10 }, at(5));
  expect(delayed).toMatchObject({ promisedAt: sampleNow + 30 * minute, dueAt: order.dueAt });
  expect(delayed.promises.at(-1)).toMatchObject({ at: at(5).now, promisedAt: sampleNow + 30 * minute, by: 'kitchen' });
  expect(press(order, { type: 'delay', minutes: 10 }, at(25)).promisedAt).toBe(sampleNow + 35 * minute);
});

test('[TK6b] the same press counts once, another one again, however old what it saw', () => {
  const once = press(orderAt('preparing'), { type: 'delay', minutes: 10, id: 'a' });
  expect(fate(once, { type: 'delay', minutes: 10, id: 'a' }, at(1))).toBe('unchanged');
  expect(press(once, { type: 'delay', minutes: 10, id: 'b', version: 0 }).promisedAt).toBe(sampleNow + 40 * minute);
});

test.each(stages.filter((stage) => stage !== 'acknowledged' && stage !== 'preparing' && stage !== 'unreleased'))(
  '[TK6b] an order that is %s cannot be delayed',
  (stage) => {
    expect(fate(orderAt(stage), { type: 'delay', minutes: 10 })).toBe('not-allowed');
  },
);

test('[TK6b] the guest is told the new time where accepting writes them, and where that has not left yet', () => {
  const told = (note: 'none' | 'private' | 'customer', telling: boolean) => {
    const writeBack = { ...defaultMapping, accepted: { status: null, note } };
    const { telling: _telling, ...order } = press(
      orderAt('new'),
      { type: 'acknowledge' },
      sampleContext({ writeBack }),
    );
    const held: Order = telling && _telling ? { ...order, telling: _telling } : order;
    const decision = decideCommand(held, sampleCommand({ type: 'delay', minutes: 10 }), sampleContext({ writeBack }));
    return decision.type === 'changed' && decision.effects.map(({ type }) => type);
  };
  expect(told('customer', false)).toEqual(['tell-shop']);
  expect(told('private', false)).toEqual([]);
  expect(told('private', true)).toEqual(['untell-shop', 'tell-shop']);
  expect(told('none', false)).toEqual([]);
});

test('[TK6c] rush puts it first, whatever its time, until it is taken off', () => {
  const [early, late] = [orderAt('preparing'), { ...orderAt('preparing'), id: 'o2', dueAt: sampleNow + 999 * minute }];
  const rushed = press(late, { type: 'rush', why: 'driver', from: 'acknowledged', version: 0 });
  expect([early, rushed].toSorted(byDueAt)[0]?.id).toBe('o2');
  expect(rushed.rush).toEqual({ at: sampleNow, why: 'driver' });
  expect(fate(rushed, { type: 'rush', why: 'driver' })).toBe('unchanged');
  expect(press(rushed, { type: 'rush', why: null }).rush).toBeUndefined();
  expect(fate(orderAt('ready'), { type: 'rush', why: 'driver', from: 'preparing' })).toBe('changed');
  expect(fate(orderAt('completed'), { type: 'rush', why: 'rush' })).toBe('not-allowed');
});

test('[BO14b] put off, it waits in Later for its new time and is begun anew then', () => {
  const promisedAt = sampleNow + 20 * 60 * minute;
  const bumped = press(
    orderAt('preparing', {
      items: [toldItem({ route: routeTo('grill') }), toldItem({ id: 'i2', route: routeTo('cold') })],
    }),
    { type: 'ready', stations: ['grill'] },
  );
  const off = press(bumped, { type: 'postpone', promisedAt }, at(60));
  expect(off).toMatchObject({
    status: 'acknowledged',
    promisedAt,
    dueAt: promisedAt,
    fireAt: promisedAt - 30 * minute,
  });
  expect([off.finished, off.items.map(({ doneQuantity }) => doneQuantity)]).toEqual([undefined, [0, 0]]);
  expect([listOf(off, at(60).now), listOf(off, promisedAt)]).toEqual(['later', 'cooking']);
  expect(fate(off, { type: 'postpone', promisedAt }, at(61))).toBe('unchanged');
});

test('[BO14b] one nobody answered is accepted by it; into the past or from ready it is not put off', () => {
  const promisedAt = sampleNow + 20 * 60 * minute;
  const decision = decideCommand(orderAt('new'), sampleCommand({ type: 'postpone', promisedAt }), sampleContext());
  expect(decision).toMatchObject({
    order: { status: 'acknowledged', times: { acknowledgedAt: sampleNow } },
    effects: [{ type: 'quiet' }, { type: 'tell-shop', step: 'accepted', promisedAt }],
  });
  expect(fate(orderAt('preparing'), { type: 'postpone', promisedAt: sampleNow })).toBe('invalid');
  expect(fate(orderAt('ready'), { type: 'postpone', promisedAt })).toBe('not-allowed');
});

test.each(['new', 'acknowledged', 'preparing', 'ready'] as const)(
  '[BO14c] what is %s at the day’s end is put away and nobody is told; taken out again it is where it was',
  (stage) => {
    const order = orderAt(stage);
    const decision = decideCommand(order, sampleCommand({ type: 'put-away' }), at(60));
    const quiet = stage === 'new' ? [{ type: 'quiet', reason: 'answered' }] : [];
    expect(decision).toMatchObject({
      order: { status: 'completed', notClosed: true },
      event: { type: 'put-away' },
      effects: quiet,
    });
    const away = press(order, { type: 'put-away' }, at(60));
    expect(fate(away, { type: 'put-away' })).toBe('unchanged');
    const out = press(away, { type: 'recall', from: 'completed' }, at(61));
    expect({ ...out, version: order.version }).toEqual({ ...order, statusAt: at(61).now });
  },
);

test('[BO14c] a STOP that nobody saw is put away too', () => {
  expect(press(orderAt('stop'), { type: 'put-away' })).toMatchObject({ status: 'cancelled', stop: null });
});

const shopCancels = sampleSignal({ shopStatus: 'cancelled', second: 9, promisedAt: sampleNow + 120 * minute });

test('[OR4h] cancelled while it waits in Later, by the shop or here, is gone with a trace and no STOP', () => {
  const cancel: Wish = { type: 'cancel', reason: 'x' };
  for (const gone of [tell(later(120), shopCancels), press(later(120), cancel)]) {
    expect(gone).toMatchObject({ status: 'cancelled', stop: null, cancellation: { was: 'acknowledged' } });
    expect(listOf(gone, sampleNow)).toBe('done');
  }
  const [before, due] = [at(90 - 1 / minute), at(90)];
  expect([before, due].map((when) => tell(later(120), shopCancels, when).stop === null)).toEqual([true, false]);
  const begun: Wish[] = [{ type: 'fire' }, { type: 'item-done', itemId: 'i1' }, { type: 'rush', why: 'rush' }];
  for (const wish of begun) expect(press(press(later(120), wish), cancel).stop).not.toBeNull();
});

test('[OR4h] one that came to the board while the press was on its way is a STOP: it may have been begun', () => {
  const cancel = (ageMs: number) => press(later(120), { type: 'cancel', reason: 'x', ageMs }, at(92));
  expect([cancel(minute), cancel(5 * minute)].map(({ stop }) => stop?.was)).toEqual(['acknowledged', 'acknowledged']);
});

test('[OR1g] cancelled while it waited in Later and back, it is new and rings', () => {
  const order = tell(later(120), shopCancels);
  const back = sampleSignal({ second: 10, promisedAt: sampleNow + 120 * minute });
  expect(tell(order, back)).toMatchObject({ status: 'new', restored: true });
  expect(tell(order, back)).not.toHaveProperty('fireAt');
});
