import { decideCommand } from '@kasera/shared/decide/command.ts';
import type { Command } from '@kasera/shared/command.ts';
import { usualSetup } from '@kasera/shared/kitchen.ts';
import type { KitchenRules, Order } from '@kasera/shared/order.ts';
import type { SyncAnswer } from '@kasera/shared/socket.ts';
import { sampleBeat } from '@kasera/shared/testing/sample-beat.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { createBoardStore } from './board-store.ts';
import type { Decide } from './foresight.ts';
import { createCell } from './cell.ts';
import type { QueuedCommand } from './command-queue.ts';

const rules: KitchenRules = {
  ...usualSetup,
  onHoldIsNew: false,
  oldOrderMs: 1,
  readyInMinutes: [10, 20],
  suggestedMinutes: 20,
};
const beat = sampleBeat();
const all = (orders: Order[], seq = 1): SyncAnswer => ({
  ...{ type: 'all', epoch: 'e', seq, rules, beat, orders, soldOut: [] },
});

function setUp(...orders: Order[]) {
  const deferred: (() => void)[] = [];
  const store = createBoardStore({
    decide: createCell<Decide | null>(decideCommand),
    defer: (run) => void deferred.push(run),
    afterFrame: (run) => void deferred.push(run),
  });
  store.sync(all(orders));
  const flush = () => deferred.splice(0).forEach((run) => run());
  flush();
  return { store, flush };
}
const pressed = (orderId: string, command: Command): QueuedCommand => ({
  ...{ orderId, number: '1', command, pressedAt: 1_000, sent: false, approved: false },
});
const a = sampleOrder({ id: 'a', status: 'new', items: [sampleItem({ id: 'i1' })] });
const b = sampleOrder({ id: 'b', status: 'preparing' });

test('[BD3] shows a press at once, through the same rules as the server', () => {
  const { store } = setUp(a, b);
  store.setPending([
    pressed('a', { type: 'acknowledge', id: 'accept-01', readyInMinutes: 10, from: 'new', version: 1 }),
  ]);
  expect(store.order('a')).toMatchObject({ status: 'acknowledged', promisedAt: 1_000 + 600_000 });
  expect(store.board().orders.get('a')?.status).toBe('new');
  store.setPending([]);
  expect(store.order('a')).toBe(a);
});

test('[BD3] folds several presses of one order in their order', () => {
  const { store } = setUp(a);
  store.setPending([
    pressed('a', { type: 'acknowledge', id: 'accept-01', from: 'new', version: 1 }),
    pressed('a', { type: 'item-done', id: 'tick-0001', itemId: 'i1', from: 'acknowledged', version: 1 }),
    pressed('a', { type: 'cancel', id: 'cancel-01', reason: 'x', from: 'preparing', version: 1 }),
    pressed('a', { type: 'confirm', id: 'confirm-1', from: 'cancelled', version: 1 }),
  ]);
  expect(store.order('a')).toMatchObject({ status: 'cancelled', stop: null });
});

test('[BD3] does not say a note twice that the server has already taken', () => {
  const { store } = setUp(a);
  const note: Command = { type: 'note', id: 'note-0001', text: 'no salt', allergy: false };
  store.setPending([pressed('a', note)]);
  const taken = store.order('a');
  expect(taken?.kitchenNotes).toHaveLength(1);
  if (taken) store.answer(taken);
  expect(store.order('a')?.kitchenNotes).toHaveLength(1);
});

test('[BD3] a press made before its rules have come shows as soon as they are there', () => {
  const decide = createCell<Decide | null>(null);
  const store = createBoardStore({ decide, defer: (run) => run(), afterFrame: (run) => run() });
  store.sync(all([a], 1));
  store.setPending([pressed('a', { type: 'note', id: 'note-0001', text: 'no salt', allergy: false })]);
  expect(store.order('a')?.kitchenNotes).toHaveLength(0);
  let told = 0;
  store.subscribeOrder('a', () => (told += 1));
  decide.set(decideCommand);
  expect([store.order('a')?.kitchenNotes.length, told]).toEqual([1, 1]);
});

test('[BD5] an event touches its order only: the others stay the same objects and their listeners are not told', () => {
  const { store, flush } = setUp(a, b);
  const before = store.order('b');
  const told: string[] = [];
  store.subscribeOrder('a', () => told.push('a'));
  store.subscribeOrder('b', () => told.push('b'));
  store.events([{ seq: 2, order: { ...a, version: 2, note: 'x' } }]);
  flush();
  expect(told).toEqual(['a']);
  expect(store.order('b')).toBe(before);
});

test('[BD5] a storm of events is told once', () => {
  const { store, flush } = setUp(a);
  let told = 0;
  store.subscribe(() => (told += 1));
  for (let seq = 2; seq < 52; seq += 1) store.events([{ seq, order: { ...a, version: seq } }]);
  expect(told).toBe(0);
  flush();
  expect(told).toBe(1);
  expect(store.orders().map((order) => order.version)).toEqual([51]);
});

test('[BD2] says that a number is missing', () => {
  const { store } = setUp(a);
  expect(store.events([{ seq: 2, order: { ...a, version: 2 } }])).toBe(false);
  expect(store.events([{ seq: 4, order: { ...a, version: 3 } }])).toBe(true);
});

test('[BD2] an older answer never puts an order back, and a full sync drops what is gone', () => {
  const { store } = setUp(a, b);
  store.events([{ seq: 2, order: { ...a, version: 5 } }]);
  store.answer({ ...a, version: 4 });
  expect(store.order('a')?.version).toBe(5);
  store.sync(all([b], 3));
  expect(store.orders().map((order) => order.id)).toEqual(['b']);
});

test('[BD5] a screen that is on for weeks forgets what was finished first, and nothing that is open', () => {
  const finished = (index: number) => sampleOrder({ id: `done-${index}`, status: 'completed', statusAt: index });
  const { store } = setUp(a, ...Array.from({ length: 600 }, (_, index) => finished(index)));
  store.events([{ seq: 2, order: sampleOrder({ id: 'next', status: 'new', statusAt: 600 }) }]);
  const held = store.orders().map((order) => order.id);
  expect(held).toHaveLength(202);
  expect(held).toEqual(expect.arrayContaining(['a', 'next', 'done-599', 'done-400']));
});

test('[BD4] tells what the server changed and whether it came alone or in a sync', () => {
  const { store } = setUp(a);
  const heard: [string | undefined, number, string][] = [];
  store.onServerChanges((changes) =>
    heard.push(
      ...changes.map(({ before, after, from }): [string | undefined, number, string] => [
        before?.id,
        after.version,
        from,
      ]),
    ),
  );
  store.events([{ seq: 2, order: { ...a, version: 2 } }]);
  store.sync(all([{ ...a, version: 2 }, b], 3));
  expect(heard).toEqual([
    ['a', 2, 'event'],
    [undefined, 1, 'sync'],
  ]);
});

test('[BD3] tells a press to its own ticket at once, and to all who look at every order when the frame is out', () => {
  const { store, flush } = setUp(a, b);
  const told: string[] = [];
  store.subscribeOrder('a', () => told.push('a'));
  store.subscribeOrder('b', () => told.push('b'));
  store.subscribe(() => told.push(`all: ${store.order('a')?.status}`));
  store.setPending([pressed('a', { type: 'acknowledge', id: 'accept-01', from: 'new', version: 1 })]);
  expect(told).toEqual(['a']);
  flush();
  expect(told).toEqual(['a', 'all: acknowledged']);
});

test('[BD3] says once what a press and an event close upon it changed', () => {
  const { store, flush } = setUp(a, b);
  let told = 0;
  store.subscribe(() => (told += 1));
  store.answer({ ...b, version: 2 });
  store.setPending([pressed('a', { type: 'acknowledge', id: 'accept-01', from: 'new', version: 1 })]);
  flush();
  expect(told).toBe(1);
});
