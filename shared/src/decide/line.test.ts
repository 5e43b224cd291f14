import { expect, test } from 'vitest';
import type { Order } from '../order.ts';
import { routeTo } from '../testing/sample-order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, sampleCommand, tell, type Wish } from '../testing/sample-story.ts';
import { isPartFinished } from '../parts.ts';
import { decideCommand } from './command.ts';
import { isSeenAt } from './marks.ts';

/** A pizza of the oven and the grill together, a salad of the cold station, and a drink. */
const items = [
  toldItem({ id: 'shared', quantity: 2, route: routeTo('oven', 'grill') }),
  toldItem({ id: 'salad', name: 'Ensalada', quantity: 1, route: routeTo('cold') }),
  toldItem({ id: 'water', name: 'Agua', quantity: 1, route: routeTo('hand-over') }),
];
const accepted = orderAt('acknowledged', { items });
const withExpo = sampleContext({ rules: { ...sampleRules, expo: true } });
const fate = (order: Order, wish: Wish, context = sampleContext()) => {
  const decision = decideCommand(deepFreeze(order), sampleCommand(wish), context);
  return decision.type === 'refused' ? decision.refusal.code : decision.type;
};
const bump = (order: Order, ...stations: string[]) => press(order, { type: 'ready', stations });
const line = (order: Order, id: string) => order.items.find((item) => item.id === id);
const finished = (order: Order) => Object.keys(order.finished ?? {}).toSorted();

test('[TK3a] a line of two stations is done when both have made it; each ticks its own share', () => {
  const oven = press(accepted, { type: 'item-done', itemId: 'shared', stations: ['oven'] });
  expect(line(oven, 'shared')).toMatchObject({ done: false, doneQuantity: 0, doneBy: { oven: 2 } });
  expect(fate(oven, { type: 'item-done', itemId: 'shared', stations: ['oven'] })).toBe('unchanged');
  const both = press(oven, { type: 'item-done', itemId: 'shared', stations: ['grill', 'cold'] });
  expect(line(both, 'shared')).toMatchObject({ done: true, doneQuantity: 2 });
  expect(line(both, 'shared')).not.toHaveProperty('doneBy');
  const back = press(both, { type: 'item-undone', itemId: 'shared', stations: ['grill'] });
  expect(line(back, 'shared')).toMatchObject({ done: false, doneQuantity: 0, doneBy: { oven: 2 } });
  expect(fate(back, { type: 'item-undone', itemId: 'shared', stations: ['grill'] })).toBe('unchanged');
  expect(line(press(oven, { type: 'item-done', itemId: 'shared' }), 'shared')).toMatchObject({ done: true });
});

test('[TK3a] a dish that went to another station meanwhile is not ticked by the former one', () => {
  expect(fate(accepted, { type: 'item-done', itemId: 'salad', stations: ['grill'] })).toBe('changed');
});

test('[BO2c] the last station’s bump makes the order ready, and tells the shop; each before it only its part', () => {
  const oven = bump(accepted, 'oven');
  expect(oven).toMatchObject({ status: 'preparing', finished: { oven: { at: sampleNow, before: { shared: 0 } } } });
  expect(oven.times.readyAt).toBeNull();
  const two = bump(oven, 'cold');
  expect([two.status, line(two, 'shared')?.done, line(two, 'salad')?.done]).toEqual(['preparing', false, true]);
  const decision = decideCommand(two, sampleCommand({ type: 'ready', stations: ['grill'] }), sampleContext());
  expect(decision).toMatchObject({
    order: { status: 'ready', times: { readyAt: sampleNow } },
    event: { type: 'ready' },
    effects: [{ type: 'tell-shop', step: 'ready' }],
  });
});

test('[BO2c] one screen of two stations bumps both', () => {
  expect(bump(bump(accepted, 'oven', 'grill'), 'cold').status).toBe('ready');
});

test('[BO2e] with an Expo the order waits for its word; and Expo may finish every part', () => {
  const parts = ['oven', 'grill', 'cold'].reduce(
    (order, station) => press(order, { type: 'ready', stations: [station] }, withExpo),
    accepted,
  );
  expect(parts.status).toBe('preparing');
  expect(fate(parts, { type: 'ready', stations: ['cold'] }, withExpo)).toBe('unchanged');
  expect(press(parts, { type: 'ready' }, withExpo).status).toBe('ready');
  const expo = press(bump(accepted, 'oven'), { type: 'ready', stations: ['expo', 'cold'] }, withExpo);
  expect([expo.status, finished(expo)]).toEqual(['ready', ['cold', 'grill', 'oven']]);
});

test('[BO2f] a bump that arrives when Expo already said ready, or it was handed over, is at its target', () => {
  const ready = press(accepted, { type: 'ready' });
  expect(fate(ready, { type: 'ready', stations: ['grill'], from: 'preparing' })).toBe('unchanged');
  const handed = press(ready, { type: 'complete' });
  expect(fate(handed, { type: 'ready', stations: ['grill'], from: 'preparing' })).toBe('unchanged');
});

test('[BO4a] a part recalled in cooking opens as it was, the others stay bumped', () => {
  const ticked = press(accepted, { type: 'item-done', itemId: 'shared', stations: ['oven'] });
  const two = bump(bump(ticked, 'oven'), 'grill');
  expect(line(two, 'shared')?.done).toBe(true);
  const back = press(two, { type: 'recall', stations: ['oven'] });
  expect(finished(back)).toEqual(['grill']);
  expect(line(back, 'shared')).toMatchObject({ done: true, doneQuantity: 2 });
  const grill = press(two, { type: 'recall', stations: ['grill'] });
  expect(line(grill, 'shared')).toMatchObject({ done: false, doneBy: { oven: 2 } });
});

test('[BO4b] from ready a station brings back its own part alone; without one, every part comes back', () => {
  const ready = bump(bump(bump(accepted, 'oven'), 'cold'), 'grill');
  const grill = press(ready, { type: 'recall', stations: ['grill'], from: 'ready' });
  expect(grill).toMatchObject({ status: 'preparing', times: { readyAt: null }, beforeReady: null });
  expect(finished(grill)).toEqual(['cold', 'oven']);
  expect(grill.items.map(({ done }) => done)).toEqual([false, true, false]);
  expect(line(grill, 'shared')?.doneBy).toEqual({ oven: 2 });
  const all = press(ready, { type: 'recall', from: 'ready' });
  expect(all.finished).toBeUndefined();
  expect(all.items.map(({ done, doneBy }) => [done, doneBy])).toEqual([
    [false, undefined],
    [false, undefined],
    [false, undefined],
  ]);
});

test('[BO4c] two stations recalling at once both get their part; the same one twice is at its target', () => {
  const ready = press(accepted, { type: 'ready' });
  const grill = press(ready, { type: 'recall', stations: ['grill'], from: 'ready' });
  expect(fate(grill, { type: 'recall', stations: ['grill'], from: 'ready' })).toBe('unchanged');
  expect(fate(grill, { type: 'recall', from: 'ready' })).toBe('unchanged');
  const both = press(grill, { type: 'recall', stations: ['cold'], from: 'ready' });
  expect(finished(both)).toEqual(['oven']);
  expect(fate(both, { type: 'recall', stations: ['cold'], from: 'preparing' })).toBe('unchanged');
});

test('[BO4c] a recall of a part that waited while the order became ready is a conflict, not a surprise', () => {
  const oven = bump(accepted, 'oven');
  const ready = bump(bump(oven, 'cold'), 'grill');
  expect(fate(ready, { type: 'recall', stations: ['oven'], from: 'preparing' })).toBe('conflict');
});

test('[BO2b] what nobody claims is on every ticket, and done with the first bump', () => {
  const soup = toldItem({ id: 'soup', name: 'Sopa', quantity: 1, route: routeTo() });
  const order = orderAt('acknowledged', { items: [...items, soup] });
  const oven = bump(order, 'oven');
  expect(line(oven, 'soup')?.done).toBe(true);
  const bar = bump(order, 'bar');
  expect([isPartFinished(bar, { stations: ['bar'] }), isPartFinished(bar, { stations: ['cold'] })]).toEqual([
    true,
    false,
  ]);
  expect(line(press(bar, { type: 'recall', stations: ['bar'] }), 'soup')?.done).toBe(false);
  const back = press(oven, { type: 'item-undone', itemId: 'soup' });
  expect(back.finished).toBeUndefined();
});

test('[TK4b] a change is seen station by station, and gone when those it concerns have said so', () => {
  const changed = tell(accepted, sampleSignal({ second: 9, items, note: 'sin sal' }));
  const oven = press(changed, { type: 'confirm', stations: ['oven'] });
  expect([isSeenAt(oven, { screen: 's', stations: ['oven'] }), oven.changed]).toEqual([true, { note: { was: '' } }]);
  expect(fate(oven, { type: 'confirm', stations: ['oven'] })).toBe('unchanged');
  const two = press(oven, { type: 'confirm', stations: ['grill', 'expo'] });
  expect(two.seenAt).toEqual(['oven', 'grill', 'expo']);
  const all = press(two, { type: 'confirm', stations: ['cold'] });
  expect([all.changed, all.seenAt]).toEqual([null, undefined]);
});

test('[TK4b] one dish’s change waits for its own stations only, and for none that bumped its part', () => {
  const [shared, ...rest] = items;
  const more = tell(accepted, sampleSignal({ second: 9, items: [{ ...shared!, quantity: 3 }, ...rest] }));
  const oven = press(more, { type: 'confirm', stations: ['oven'] });
  expect(press(oven, { type: 'confirm', stations: ['grill'] }).seenAt).toBeUndefined();
  const less = tell(bump(accepted, 'oven'), sampleSignal({ second: 9, items: [{ ...shared!, quantity: 1 }, ...rest] }));
  expect(press(less, { type: 'confirm', stations: ['grill'] }).items.every(({ change }) => change === null)).toBe(true);
});

test('[TK4b] something else that comes up is seen by nobody yet; what others do meanwhile changes nothing of that', () => {
  const changed = tell(accepted, sampleSignal({ second: 9, items, note: 'sin sal' }));
  const oven = press(changed, { type: 'confirm', stations: ['oven'] });
  const paid = tell(oven, sampleSignal({ second: 10, items, note: 'sin sal', total: '30.00' }));
  expect(press(paid, { type: 'item-done', itemId: 'salad' }).seenAt).toEqual(['oven']);
  expect(tell(paid, sampleSignal({ second: 11, items, note: 'sin sal ni nada' })).seenAt).toBeUndefined();
});

test('[TK4c] a STOP leaves when every station with a part said so; before anything was routed one word suffices', () => {
  const cancelled = { shopStatus: 'cancelled', second: 9 };
  const stop = tell(bump(accepted, 'oven'), sampleSignal({ ...cancelled, items }));
  const two = press(press(stop, { type: 'confirm', stations: ['oven'] }), { type: 'confirm', stations: ['grill'] });
  expect(two.stop).not.toBeNull();
  expect(tell(two, sampleSignal({ second: 10, shopStatus: 'refunded', items })).seenAt).toEqual(['oven', 'grill']);
  expect(press(two, { type: 'confirm', stations: ['cold'] })).toMatchObject({ stop: null, status: 'cancelled' });
  expect(press(stop, { type: 'confirm', stations: ['grill', 'cold'] }).stop).not.toBeNull();
  expect(press(stop, { type: 'confirm' }).stop).toBeNull();
  const unrouted = tell(orderAt('preparing'), sampleSignal(cancelled));
  expect(press(unrouted, { type: 'confirm', stations: ['grill'] }).stop).toBeNull();
});

test('[TK6a] a note is confirmed station by station', () => {
  const noted = press(accepted, { type: 'note', text: 'Alergia', allergy: true });
  const oven = press(noted, { type: 'confirm', stations: ['oven'] });
  expect(oven.kitchenNotes[0]?.seenBy).toEqual(['@oven']);
  expect(fate(oven, { type: 'confirm', stations: ['oven'] })).toBe('unchanged');
  expect(fate(oven, { type: 'confirm', stations: ['oven', 'cold'] })).toBe('changed');
});

test('[TK4d] where the only open dish is taken off, seeing it ends the order; without anybody to see it, a part comes back', () => {
  const [shared, salad, water] = items;
  const salads = bump(accepted, 'oven', 'grill');
  const off = tell(salads, sampleSignal({ second: 9, items: [shared!, water!] }));
  expect(off.status).toBe('preparing');
  const seen = decideCommand(off, sampleCommand({ type: 'confirm', stations: ['cold'] }), sampleContext());
  expect(seen).toMatchObject({ order: { status: 'ready' }, event: { type: 'ready' } });
  const moved = tell(salads, {
    type: 'routed',
    source: 'woocommerce',
    externalId: '82',
    routes: { [salad!.id]: routeTo('hand-over') },
  });
  expect([moved.status, finished(moved)]).toEqual(['preparing', []]);
});

test('[TK4e] more drinks on what is ready are for the counter; what was handed over comes back to it', () => {
  const more = { ...items[2]!, quantity: 2 };
  const added = sampleSignal({ second: 9, items: [...items.slice(0, 2), more] });
  expect(tell(press(accepted, { type: 'ready' }), added).status).toBe('ready');
  const handed = press(press(accepted, { type: 'ready' }), { type: 'complete' });
  expect(tell(handed, added)).toMatchObject({ status: 'ready', times: { completedAt: null } });
});

test('[BO2g] another route keeps what is done, moves no dish, and is news only where something differs', () => {
  const oven = bump(accepted, 'oven');
  const routes = { shared: routeTo('oven'), salad: routeTo('oven', 'cold') };
  const moved = tell(oven, { type: 'routed', source: 'woocommerce', externalId: '82', routes });
  expect(line(moved, 'shared')).toMatchObject({ done: true, change: null });
  expect([finished(moved), moved.dishesVersion]).toEqual([[], oven.dishesVersion]);
  expect(tell(moved, { type: 'routed', source: 'woocommerce', externalId: '82', routes })).toBe(moved);
});

test('[BO2h] an order with nothing to cook is ready with its acceptance', () => {
  const drinks = orderAt('new', { items: items.slice(2) });
  const decision = decideCommand(drinks, sampleCommand({ type: 'acknowledge', from: 'new' }), sampleContext());
  expect(decision).toMatchObject({ order: { status: 'ready' }, effects: [{ type: 'quiet' }, { type: 'tell-shop' }] });
  const ready = press(drinks, { type: 'acknowledge' });
  expect(fate(ready, { type: 'acknowledge', from: 'new' })).toBe('unchanged');
});

test('[TK4d] what came and went unseen was the last that was open: the part bumped last comes back', () => {
  const [shared, salad] = items;
  const later = sampleContext({ now: sampleNow + 60_000 });
  const first = press(orderAt('acknowledged', { items: [shared!] }), { type: 'ready', stations: ['oven'] });
  const more = tell(first, sampleSignal({ second: 9, items: [shared!, salad!] }));
  const both = press(more, { type: 'ready', stations: ['grill'] }, later);
  expect([both.status, finished(both)]).toEqual(['preparing', ['grill', 'oven']]);
  const less = tell(both, sampleSignal({ second: 10, items: [shared!] }), later);
  expect([less.status, finished(less)]).toEqual(['preparing', ['oven']]);
  expect(press(less, { type: 'ready', stations: ['grill'] }, later).status).toBe('ready');
});

test('[BO4b] called back by a screen whose bump changed nothing, the whole order comes back', () => {
  const soup = toldItem({ id: 'soup', name: 'Sopa', quantity: 1, route: routeTo() });
  const ticked = press(orderAt('acknowledged', { items: [...items, soup] }), { type: 'item-done', itemId: 'soup' });
  const ready = bump(bump(ticked, 'bar'), 'oven', 'grill', 'cold');
  const back = press(ready, { type: 'recall', stations: ['bar'], from: 'ready' });
  expect([back.status, back.finished]).toEqual(['preparing', undefined]);
});
