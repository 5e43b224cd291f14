import { expect, test } from 'vitest';
import type { Order, OrderSnapshot, SnapshotItem } from '../order.ts';
import { sampleContext, sampleNow, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, tell } from '../testing/sample-story.ts';

const hour = 3_600_000;
const pizza = toldItem();
const pasta = toldItem({ id: 'i2', name: 'Carbonara', quantity: 1 });
const salad = toldItem({ id: 'i3', name: 'Ensalada', quantity: 1 });
const thin = [{ name: 'Masa', value: 'fina' }];

/** Tells the order one content after the other, each a second newer. */
function edits(order: Order, ...contents: Partial<OrderSnapshot>[]): Order {
  return contents.reduce((held, content, index) => tell(held, sampleSignal({ second: 20 + index, ...content })), order);
}
function lines(...items: SnapshotItem[]): Partial<OrderSnapshot> {
  return { items };
}
function changesOf(order: Order): Record<string, unknown> {
  return Object.fromEntries(order.items.map(({ id, change }) => [id, change]));
}

test.each<[string, SnapshotItem[], Record<string, unknown>]>([
  ['a line added', [pizza, pasta, salad], { i1: null, i2: null, i3: { type: 'added' } }],
  ['a line removed', [pizza], { i1: null, i2: { type: 'removed', was: 1 } }],
  ['another quantity', [{ ...pizza, quantity: 1.5 }, pasta], { i1: { type: 'quantity', was: 2 }, i2: null }],
  [
    'other options',
    [{ ...pizza, options: thin }, pasta],
    { i1: { type: 'options', was: [], wasName: 'Margarita' }, i2: null },
  ],
  [
    'another name',
    [{ ...pizza, name: 'Marinara' }, pasta],
    { i1: { type: 'options', was: [], wasName: 'Margarita' }, i2: null },
  ],
])('[OR4a] %s is marked', (_what, items, changes) => {
  expect(changesOf(edits(orderAt('acknowledged'), lines(...items)))).toEqual(changes);
});

test('[OR4a] note, kind and the guest’s time are marked with what they were', () => {
  const edited = edits(orderAt('acknowledged'), { note: 'sin sal', kind: 'pickup', promisedAt: sampleNow + hour });
  expect(edited.changed).toEqual({ note: { was: '' }, kind: { was: 'delivery' }, promise: { was: null } });
});

test('[OR4a] guest, table, payment and money are just replaced', () => {
  const parts = { guest: { name: 'Leo P.' }, place: 'Mesa 7', payment: 'collect', total: '25.00' } as const;
  expect(edits(orderAt('acknowledged'), parts)).toMatchObject({ ...parts, changed: null });
});

test('[OR4b] changes add up to one mark, and one taken back unseen leaves none', () => {
  const more = { ...pizza, quantity: 3 };
  const twice = edits(orderAt('acknowledged'), lines(more, pasta), lines({ ...pizza, quantity: 5 }, pasta));
  expect(changesOf(twice).i1).toEqual({ type: 'quantity', was: 2 });
  expect(changesOf(edits(orderAt('acknowledged'), lines(more, pasta), lines(pizza, pasta)))).toEqual({
    i1: null,
    i2: null,
  });
  expect(edits(orderAt('acknowledged'), { note: 'sin sal' }, { note: '' }).changed).toBeNull();
});

test('[OR4b] a changed quantity is not forgotten while the options change to and fro', () => {
  const both = edits(
    orderAt('acknowledged'),
    lines({ ...pizza, quantity: 3 }),
    lines({ ...pizza, quantity: 3, options: thin }),
  );
  expect(changesOf(both).i1).toEqual({ type: 'options', was: [], wasName: 'Margarita', wasQuantity: 2 });
  expect(changesOf(edits(both, { ...lines({ ...pizza, quantity: 3 }), modifiedAt: sampleNow }))).toMatchObject({
    i1: { type: 'quantity', was: 2 },
  });
});

test('[OR4b] what was seen is the new beginning', () => {
  const seen = press(edits(orderAt('acknowledged'), lines({ ...pizza, quantity: 3 }, pasta)), { type: 'confirm' });
  expect(changesOf(seen)).toEqual({ i1: null, i2: null });
  const again = tell(seen, sampleSignal({ second: 30, items: [{ ...pizza, quantity: 4 }, pasta] }));
  expect(changesOf(again).i1).toEqual({ type: 'quantity', was: 3 });
});

test('[OR4c] a removed line stays struck through as it was last seen, until it is seen', () => {
  const removed = edits(orderAt('acknowledged'), lines({ ...pizza, quantity: 5, options: thin }, pasta), lines(pasta));
  const struck = { quantity: 0, done: true, name: 'Margarita', options: [], change: { type: 'removed', was: 2 } };
  expect(removed.items.find(({ id }) => id === 'i1')).toMatchObject(struck);
  expect(press(removed, { type: 'confirm' }).items.map(({ id }) => id)).toEqual(['i2']);
});

test('[OR4c] a line that came and went unseen leaves nothing, unless it was done', () => {
  const added = edits(orderAt('acknowledged'), lines(pizza, pasta, salad));
  const without = { ...lines(pizza, pasta), second: 30 };
  expect(tell(added, sampleSignal(without)).items.map(({ id }) => id)).toEqual(['i1', 'i2']);
  const cooked = press(added, { type: 'item-done', itemId: 'i3' });
  expect(changesOf(tell(cooked, sampleSignal(without))).i3).toEqual({ type: 'removed', was: 1 });
});

test('[OR4c] a removed line that comes back is as it was', () => {
  const back = edits(orderAt('acknowledged'), lines(pasta), lines(pizza, pasta));
  expect(back.items).toEqual(orderAt('acknowledged').items);
});

test('[OR4d] more of a dish that is done opens only the difference', () => {
  const more = edits(orderAt('preparing'), lines({ ...pizza, quantity: 3 }, pasta));
  expect(more.items[0]).toMatchObject({ quantity: 3, doneQuantity: 2, done: false });
});

test.each(['ready', 'completed'] as const)(
  '[OR4d] a ticket that is %s comes back with only the difference',
  (stage) => {
    const back = edits(orderAt(stage), lines({ ...pizza, quantity: 3 }, pasta));
    expect(back).toMatchObject({ status: 'preparing', beforeReady: null, times: { readyAt: null, completedAt: null } });
    expect(back.items.map(({ doneQuantity, done }) => [doneQuantity, done])).toEqual([
      [2, false],
      [1, true],
    ]);
  },
);

test('[OR4d] less of a dish stays done and brings nothing back', () => {
  const less = edits(orderAt('ready'), lines({ ...pizza, quantity: 1 }, pasta));
  expect(less).toMatchObject({ status: 'ready', items: [{ quantity: 1, doneQuantity: 1, done: true }, {}] });
});

test('[OR4d] other options are another dish: nothing of it is done, and a bumped ticket comes back', () => {
  const other = edits(orderAt('ready'), lines({ ...pizza, options: thin }, pasta));
  expect(other).toMatchObject({ status: 'preparing', items: [{ doneQuantity: 0, done: false }, { done: true }] });
});

test('[OR4e] handed over long ago, or closed in the shop, an edit brings nothing back', () => {
  const more = lines({ ...pizza, quantity: 3 }, pasta);
  const later = (ms: number) => sampleContext({ now: sampleNow + ms });
  const edit = sampleSignal({ second: 20, ...more });
  expect(tell(orderAt('completed'), edit, later(12 * hour - 1)).status).toBe('preparing');
  expect(tell(orderAt('completed'), edit, later(12 * hour)).status).toBe('completed');
  const closed = tell(orderAt('completed'), sampleSignal({ shopStatus: 'completed', second: 10 }));
  const booked = tell(closed, sampleSignal({ shopStatus: 'completed', second: 20, ...more }));
  expect(booked).toMatchObject({ status: 'completed', changed: null, items: [{ change: null }, { change: null }] });
});

test.each<[string, Partial<OrderSnapshot>, boolean]>([
  ['a quantity', lines({ ...pizza, quantity: 3 }, pasta), true],
  ['a removed line', lines(pizza), true],
  ['the note', { note: 'sin sal' }, true],
  ['the sequence of lines', lines(pasta, pizza), false],
  ['a product that is gone', lines({ ...pizza, productId: null }, pasta), false],
  ['a variation’s id', lines({ ...pizza, variationId: '71' }, pasta), false],
  ['the kind', { kind: 'pickup' }, false],
  ['the promise', { promisedAt: sampleNow + hour }, false],
  ['the total', { total: '9.00' }, false],
])('[OR4f] %s: whether a command on the older sight is refused', (_what, content, refuses) => {
  const before = orderAt('preparing');
  const after = edits(before, content);
  expect(after.version).toBe(before.version + 1);
  expect(after.dishesVersion).toBe(refuses ? after.version : before.dishesVersion);
});

test('[OR4f] a cancellation raises it, whoever cancels', () => {
  const byShop = tell(orderAt('preparing'), sampleSignal({ shopStatus: 'cancelled', second: 9 }));
  const byKitchen = press(orderAt('preparing'), { type: 'cancel', reason: 'Sin masa' });
  expect([byShop.dishesVersion, byKitchen.dishesVersion]).toEqual([byShop.version, byKitchen.version]);
});

test('[OR4g] the guest’s time replaces every promise, and taken back the kitchen’s holds again', () => {
  const accepted = press(orderAt('new'), { type: 'acknowledge', readyInMinutes: 30 });
  const wished = edits(accepted, { promisedAt: sampleNow + hour });
  expect(wished).toMatchObject({ promisedAt: sampleNow + hour, guestPromisedAt: sampleNow + hour });
  const takenBack = tell(wished, sampleSignal({ second: 30 }));
  expect(takenBack).toMatchObject({ promisedAt: sampleNow + 30 * 60_000, guestPromisedAt: null });
});

test('[OR4g] what was accepted on the guest’s time is not left without a promise', () => {
  const wished = tell(null, sampleSignal({ promisedAt: sampleNow + hour }));
  const accepted = press(wished, { type: 'acknowledge' });
  expect(edits(accepted, { promisedAt: null })).toMatchObject({ promisedAt: sampleNow + hour, guestPromisedAt: null });
});

test('[OR4g] a promise from before a cancellation holds no more', () => {
  const stopped = tell(orderAt('preparing'), sampleSignal({ shopStatus: 'cancelled', second: 9 }));
  const anew = tell(press(stopped, { type: 'confirm' }), sampleSignal({ second: 10 }));
  expect(anew.promisedAt).toBeNull();
  expect(edits(anew, { promisedAt: sampleNow + hour }, { promisedAt: null }).promisedAt).toBeNull();
});

test('[OR4g] the place in the order of time follows the guest until acceptance, and is fixed then', () => {
  const fresh = orderAt('new');
  const wished = edits(fresh, { promisedAt: sampleNow + hour });
  expect(wished.dueAt).toBe(sampleNow + hour);
  expect(tell(wished, sampleSignal({ second: 30 })).dueAt).toBe(fresh.dueAt);
  const accepted = orderAt('acknowledged');
  expect(edits(accepted, { promisedAt: sampleNow + hour }).dueAt).toBe(accepted.dueAt);
});

test('[OR7a] every promise is kept, the guest’s changes too', () => {
  const wished = tell(null, sampleSignal({ promisedAt: sampleNow + hour }));
  const changed = edits(press(wished, { type: 'acknowledge' }), { promisedAt: sampleNow + 2 * hour });
  expect(changed.promises).toEqual([
    { at: sampleNow, promisedAt: sampleNow + hour, by: 'guest' },
    { at: sampleNow, promisedAt: sampleNow + 2 * hour, by: 'guest' },
  ]);
});

test('[OR7a] when it arrived is when it first was for the kitchen; placed and paid are the shop’s words', () => {
  const waiting = tell(
    null,
    sampleSignal({ shopStatus: 'pending', paidAt: null }),
    sampleContext({ now: sampleNow - 50_000 }),
  );
  expect(waiting.times).toMatchObject({ releasedAt: null, paidAt: null });
  const paid = tell(waiting, sampleSignal({ second: 9, paidAt: sampleNow - 1000 }));
  expect(paid.times).toMatchObject({
    placedAt: sampleNow - 60_000,
    paidAt: sampleNow - 1000,
    arrivedAt: sampleNow,
    releasedAt: sampleNow,
  });
});
