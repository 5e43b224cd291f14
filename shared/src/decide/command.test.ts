import { expect, test } from 'vitest';
import type { Order } from '../order.ts';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, sampleCommand, stages, tell, type Stage, type Wish } from '../testing/sample-story.ts';
import { decideCommand, hasUnseen, hasUnseenChange, isNoteSeen } from './command.ts';

const minute = 60_000;
const decide = (order: Order, wish: Wish, context = sampleContext()) =>
  decideCommand(deepFreeze(order), deepFreeze(sampleCommand(wish)), context);
/** `done`, `unchanged`, or the code of the refusal. */
const fate = (order: Order, wish: Wish): string => {
  const decision = decide(order, wish);
  if (decision.type === 'refused') return decision.refusal.code;
  return decision.type === 'changed' ? 'done' : 'unchanged';
};
const more = (second: number) =>
  sampleSignal({ second, items: [toldItem({ quantity: 3 }), toldItem({ id: 'i2', name: 'Carbonara', quantity: 1 })] });

test.each<[Wish, Stage]>([
  [{ type: 'acknowledge' }, 'preparing'],
  [{ type: 'item-done', itemId: 'i1' }, 'ready'],
  [{ type: 'item-undone', itemId: 'i2' }, 'preparing'],
  [{ type: 'ready' }, 'ready'],
  [{ type: 'complete' }, 'completed'],
  [{ type: 'cancel', reason: 'Sin masa' }, 'cancelled'],
  [{ type: 'confirm' }, 'preparing'],
])('[OR5b] %j on an order that is %s is at its target already, whatever it says it saw', (wish, stage) => {
  expect(fate(orderAt(stage), { ...wish, from: 'new', version: 0 })).toBe('unchanged');
});

test('[OR5b] a recall whose step is taken already is at its target', () => {
  expect(fate(orderAt('preparing'), { type: 'recall', from: 'ready', version: 0 })).toBe('unchanged');
  expect(fate(orderAt('ready'), { type: 'recall', from: 'completed', version: 0 })).toBe('unchanged');
});

test('[OR5b] two cooks at one ticket do not contradict each other', () => {
  const ticked = press(orderAt('acknowledged'), { type: 'item-done', itemId: 'i1', from: 'acknowledged' });
  expect(ticked.status).toBe('preparing');
  expect(press(ticked, { type: 'ready', from: 'acknowledged' }).status).toBe('ready');
  expect(press(orderAt('acknowledged'), { type: 'ready', from: 'preparing' }).status).toBe('ready');
});

test.each<[Wish, Stage]>([
  [{ type: 'ready', from: 'preparing' }, 'new'],
  [{ type: 'item-done', itemId: 'i2', from: 'preparing' }, 'cancelled'],
  [{ type: 'complete', from: 'ready' }, 'preparing'],
  [{ type: 'acknowledge', from: 'new' }, 'cancelled'],
  [{ type: 'recall', from: 'ready' }, 'completed'],
  [{ type: 'cancel', reason: 'Sin masa', from: 'new' }, 'acknowledged'],
])('[OR5c] %j on an order that is %s is a conflict, with a sentence', (wish, stage) => {
  const decision = decide(orderAt(stage), wish);
  const message = expect.stringMatching(/^The order is \w+ by now, not \w+\.$/);
  expect(decision).toEqual({ type: 'refused', refusal: { code: 'conflict', message } });
});

test('[OR5c] what was seen is confirmed, and a note taken, whatever the state', () => {
  const changed = tell(orderAt('ready'), sampleSignal({ second: 9, note: 'sin sal' }));
  expect(press(changed, { type: 'confirm', from: 'preparing' }).changed).toBeNull();
  expect(press(changed, { type: 'note', text: 'x', allergy: false, from: 'new' }).kitchenNotes).toHaveLength(1);
});

test.each<Wish>([
  { type: 'ready' },
  { type: 'item-done', itemId: 'i2' },
  { type: 'cancel', reason: 'Sin masa' },
  { type: 'confirm' },
])('[OR5d] %j pressed upon dishes that changed since is refused, upon the newest it is done', (wish) => {
  const before = orderAt('preparing');
  const edited = tell(before, more(9));
  expect(fate(edited, { ...wish, version: before.version })).toBe('changed');
  expect(fate(edited, { ...wish, version: edited.version })).toBe('done');
});

test('[OR5d] what changed besides the dishes refuses no step, and a note is always taken', () => {
  const before = orderAt('preparing');
  const moved = tell(before, sampleSignal({ second: 9, promisedAt: sampleNow + 60 * minute }));
  expect(fate(moved, { type: 'ready', version: before.version })).toBe('done');
  const note = { type: 'note', text: 'x', allergy: false, version: before.version } as const;
  expect(fate(tell(before, more(9)), note)).toBe('done');
});

test('[OR5d] a press from before a cancellation is refused, also if the order came back since', () => {
  const before = orderAt('preparing');
  const back = tell(tell(before, sampleSignal({ shopStatus: 'cancelled', second: 9 })), sampleSignal({ second: 10 }));
  expect(fate(back, { type: 'ready', from: 'preparing', version: before.version })).toBe('changed');
});

test('[OR5d] a dish that is gone cannot be ticked, however young the press', () => {
  const less = tell(orderAt('preparing'), sampleSignal({ second: 9, items: [toldItem()] }));
  expect(fate(less, { type: 'item-done', itemId: 'i2' })).toBe('changed');
  expect(fate(less, { type: 'item-done', itemId: '__proto__' })).toBe('changed');
});

test('[OR5e] the acting time is now less the age, and never before the order arrived', () => {
  const later = sampleContext({ now: sampleNow + 10 * minute });
  expect(press(orderAt('new'), { type: 'acknowledge', ageMs: 2 * minute }, later)).toMatchObject({
    times: { acknowledgedAt: sampleNow + 8 * minute },
    promisedAt: sampleNow + (8 + sampleRules.suggestedMinutes) * minute,
    statusAt: later.now,
  });
  const absurd = press(orderAt('new'), { type: 'acknowledge', ageMs: 9_999 * minute }, later);
  expect(absurd.times.acknowledgedAt).toBe(sampleNow);
});

test('[OR5f] every acceptance carries a promise: chosen, else suggested', () => {
  expect(press(orderAt('new'), { type: 'acknowledge', readyInMinutes: 35 })).toMatchObject({
    promisedAt: sampleNow + 35 * minute,
    dueAt: sampleNow + 35 * minute,
    promises: [{ at: sampleNow, promisedAt: sampleNow + 35 * minute, by: 'kitchen' }],
  });
  expect(press(orderAt('new'), { type: 'acknowledge' }).promisedAt).toBe(sampleNow + 20 * minute);
});

test('[OR5f] the time the guest chose is the promise, whatever is tapped', () => {
  const wished = orderAt('new', { promisedAt: sampleNow + 90 * minute });
  expect(press(wished, { type: 'acknowledge', readyInMinutes: 10 })).toMatchObject({
    promisedAt: sampleNow + 90 * minute,
    dueAt: sampleNow + 90 * minute,
    promises: [{ by: 'guest', promisedAt: sampleNow + 90 * minute }],
  });
});

test('[OR5f] accepting ends the ring and the marks of a new ticket', () => {
  const gone = tell(orderAt('new'), sampleSignal({ shopStatus: 'cancelled', second: 9 }));
  const restored = tell(tell(gone, sampleSignal({ second: 10 })), sampleSignal({ second: 11, note: 'sin sal' }));
  const decision = decide(restored, { type: 'acknowledge', from: 'new', version: restored.version });
  expect(decision).toMatchObject({
    order: { status: 'acknowledged', restored: false, arrivedLate: false, changed: null },
    effects: [{ type: 'quiet', reason: 'answered' }, { type: 'tell-shop' }],
  });
});

test('[OR5g] a recall restores what was done before the bump, and the place in the order of time', () => {
  const before = orderAt('preparing');
  const later = sampleContext({ now: sampleNow + 30 * minute });
  const recalled = press(press(before, { type: 'ready' }, later), { type: 'recall' }, later);
  expect(recalled).toEqual({
    ...before,
    version: before.version + 2,
    statusAt: later.now,
  });
});

test('[OR5g] a ticket bumped without a tick goes back to accepted', () => {
  const bumped = press(orderAt('acknowledged'), { type: 'ready' });
  expect(bumped.items.every(({ done }) => done)).toBe(true);
  expect(press(bumped, { type: 'recall' })).toMatchObject({
    status: 'acknowledged',
    items: [{ done: false }, { done: false }],
    times: { readyAt: null },
  });
});

test('[OR5g] recalled twice from completed it is where it was', () => {
  const once = press(orderAt('completed'), { type: 'recall' });
  expect(once).toMatchObject({ status: 'ready', times: { completedAt: null } });
  expect(press(once, { type: 'recall' })).toMatchObject({
    status: 'preparing',
    items: [{ done: true }, { done: false }],
  });
});

test('[OR5g] a line that is less by now is not more than done', () => {
  const bumped = tell(orderAt('ready'), sampleSignal({ second: 9, items: [toldItem({ quantity: 1 })] }));
  expect(press(bumped, { type: 'recall' }).items[0]).toMatchObject({ quantity: 1, doneQuantity: 1, done: true });
});

test('[OR5g] a line with the name of something every object has is just a line', () => {
  const items = [toldItem({ id: 'constructor', quantity: 1 }), toldItem({ id: '__proto__', quantity: 1 })];
  const accepted = press(orderAt('new', { items }), { type: 'acknowledge' });
  const bumped = press(press(accepted, { type: 'item-done', itemId: '__proto__' }), { type: 'ready' });
  const recalled = press(JSON.parse(JSON.stringify(bumped)) as Order, { type: 'recall' });
  expect(recalled.items.map(({ doneQuantity }) => doneQuantity)).toEqual([0, 1]);
});

test('[OR5g] what the shop cancelled after it was handed over is not recalled into a ticket without a STOP', () => {
  const refunded = tell(orderAt('completed'), sampleSignal({ shopStatus: 'refunded', second: 9 }));
  expect(fate(refunded, { type: 'recall' })).toBe('not-allowed');
});

test('[OR5h] a note carries its press, and is one note however often it is applied', () => {
  const noted = press(orderAt('preparing'), {
    type: 'note',
    id: 'press-note-1',
    text: 'Alergia: nueces',
    allergy: true,
    screen: 'grill',
    ageMs: 1000,
  });
  const note = { id: 'press-note-1', text: 'Alergia: nueces', allergy: true, at: sampleNow, seenBy: ['grill'] };
  expect(noted.kitchenNotes).toEqual([note]);
  expect(fate(noted, { type: 'note', id: 'press-note-1', text: 'Alergia: nueces', allergy: true })).toBe('unchanged');
});

test('[OR5h] a note stays marked on each screen until that screen confirms it, or a script for all', () => {
  const noted = press(orderAt('preparing'), { type: 'note', text: 'x', allergy: false, screen: 'pass' });
  expect([hasUnseen(noted, 'pass'), hasUnseen(noted, 'grill'), hasUnseen(noted)]).toEqual([false, true, true]);
  const grill = press(noted, { type: 'confirm', screen: 'grill' });
  expect([hasUnseen(grill, 'grill'), hasUnseen(grill, 'fryer')]).toEqual([false, true]);
  const all = press(grill, { type: 'confirm' });
  expect([hasUnseen(all, 'fryer'), isNoteSeen(all.kitchenNotes[0]?.seenBy ?? [])]).toEqual([false, true]);
});

test('[OR5h] twenty notes are enough', () => {
  const full = Array.from({ length: 20 }, (_, index) => `press-${index}`).reduce(
    (order, id) => press(order, { type: 'note', id, text: 'x', allergy: false }),
    orderAt('preparing'),
  );
  expect(fate(full, { type: 'note', id: 'press-20', text: 'x', allergy: false })).toBe('not-allowed');
});

test('[OR5h] notes survive the shop’s next update', () => {
  const noted = press(orderAt('preparing'), { type: 'note', text: 'x', allergy: false });
  expect(tell(noted, more(9)).kitchenNotes).toEqual(noted.kitchenNotes);
});

test('[OR5i] a confirmation says "seen" of nothing that came after the press: an allergy, a mark, another time', () => {
  const changed = tell(orderAt('preparing'), sampleSignal({ second: 9, kind: 'pickup' }));
  const confirm = { type: 'confirm', screen: 'grill', version: changed.version } as const;
  expect(fate(changed, confirm)).toBe('done');
  const allergy = press(changed, { type: 'note', text: 'Alergia: nueces', allergy: true, screen: 'pass' });
  expect(fate(allergy, confirm)).toBe('changed');
  const closed = tell(changed, sampleSignal({ shopStatus: 'completed', second: 10, kind: 'pickup' }));
  expect(fate(closed, confirm)).toBe('changed');
  const moved = tell(changed, sampleSignal({ second: 10, kind: 'pickup', promisedAt: sampleNow + minute }));
  expect(fate(moved, confirm)).toBe('changed');
});

test('[OR5i] a tick of a colleague does not stand in the way of a confirmation', () => {
  const changed = tell(orderAt('preparing'), sampleSignal({ second: 9, kind: 'pickup' }));
  const ticked = press(changed, { type: 'item-done', itemId: 'i2' });
  expect(fate(ticked, { type: 'confirm', version: changed.version })).toBe('done');
});

test('[OR5i] accepting and bumping leave the marks of what came after the press', () => {
  for (const [stage, type] of [['new', 'acknowledge'] as const, ['preparing', 'ready'] as const]) {
    const before = orderAt(stage);
    const moved = tell(before, sampleSignal({ second: 9, kind: 'pickup' }));
    expect(hasUnseenChange(press(moved, { type, version: before.version }))).toBe(true);
    expect(hasUnseenChange(press(moved, { type, version: moved.version }))).toBe(false);
    expect(hasUnseenChange(press(moved, { type }))).toBe(false);
  }
});

test('[OR4h] one "seen" ends the STOP, and the order stays cancelled', () => {
  expect(press(orderAt('stop'), { type: 'confirm' })).toMatchObject({ status: 'cancelled', stop: null });
});

test('[OR5j] the same press applied to its own outcome changes nothing', () => {
  const wishes: Wish[] = [
    { type: 'acknowledge' },
    { type: 'item-done', itemId: 'i2' },
    { type: 'item-undone', itemId: 'i1' },
    { type: 'ready' },
    { type: 'complete' },
    { type: 'cancel', reason: 'Sin masa' },
    { type: 'confirm' },
    { type: 'note', text: 'x', allergy: false },
  ];
  for (const stage of stages) {
    for (const wish of [...wishes, { type: 'recall', from: orderAt(stage).status } as const]) {
      const decision = decide(orderAt(stage), wish);
      if (decision.type === 'changed') expect([stage, wish.type, fate(decision.order, wish)]).toContain('unchanged');
    }
  }
});

test('[OR6g] a command is one event, also where it begins the preparing', () => {
  const at = sampleNow;
  expect(decide(orderAt('acknowledged'), { type: 'item-done', itemId: 'i1' })).toMatchObject({
    order: { status: 'preparing' },
    event: { type: 'item-done', actor: 'kitchen', at, detail: { itemId: 'i1' } },
  });
  expect(decide(orderAt('ready'), { type: 'recall' })).toMatchObject({
    event: { type: 'recalled', detail: { from: 'ready' } },
  });
});

test('[OR7a] answered, first touch, ready and handed over are kept by the acting time', () => {
  const at = (minutes: number) => sampleContext({ now: sampleNow + minutes * minute });
  const accepted = press(orderAt('new'), { type: 'acknowledge' }, at(1));
  const touched = press(accepted, { type: 'item-done', itemId: 'i1', ageMs: minute }, at(6));
  const ticked = press(touched, { type: 'item-done', itemId: 'i2' }, at(7));
  const handed = press(press(ticked, { type: 'ready' }, at(9)), { type: 'complete' }, at(12));
  expect(handed.times).toMatchObject({
    acknowledgedAt: at(1).now,
    firstTouchAt: at(5).now,
    readyAt: at(9).now,
    completedAt: at(12).now,
  });
  expect(press(handed, { type: 'recall' }, at(13)).times).toMatchObject({ readyAt: at(9).now, completedAt: null });
});
