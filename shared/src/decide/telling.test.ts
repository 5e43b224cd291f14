import { expect, test } from 'vitest';
import { defaultMapping, type WriteBackMapping } from '../shop.ts';
import type { Order, ShopSignal } from '../order.ts';
import { outcomeOf } from '../testing/outcome.ts';
import { deepFreeze, sampleContext, sampleNow, sampleSignal, toldItem } from '../testing/sample-signal.ts';
import { orderAt, press, sampleCommand, tell, type Wish } from '../testing/sample-story.ts';
import { specTable } from '../testing/spec-table.ts';
import { decideCommand } from './command.ts';
import { decideSignal } from './signal.ts';

const minute = 60_000;
const writeBack: WriteBackMapping = {
  accepted: { status: 'en-cocina', note: 'customer' },
  ready: { status: null, note: 'private' },
  completed: { status: 'completed', note: 'none' },
  cancelled: { status: 'cancelled', note: 'customer' },
};
const at = (ms: number) => sampleContext({ now: sampleNow + ms, writeBack });
const decide = (held: Order, wish: Wish, context = at(0)) =>
  decideCommand(deepFreeze(held), sampleCommand(wish), context);
const says = (shopStatus: string, second = 100) => sampleSignal({ shopStatus, second });
const place = { source: 'woocommerce', externalId: '82' };
const written = (tap: string, status: string, second = 50): ShopSignal => ({
  ...{ type: 'written', ...place, tap, guestTold: { at: sampleNow, what: 'completed', promisedAt: null } },
  standing: { status, modifiedAt: says(status, second).snapshot.modifiedAt },
});
const gone: ShopSignal = {
  ...{ type: 'conflict', ...place, tap: 'press-complete' },
  conflict: { at: sampleNow, wanted: 'completed', found: 'gone' },
};

/** An order whose kitchen has just said so, with that on its way to the shop; or that was taken back after it may have left. */
const held: Record<string, () => Order> = {
  'telling accepted': () => press(orderAt('new'), { type: 'acknowledge' }, at(0)),
  'telling ready': () => press(orderAt('preparing'), { type: 'ready' }, at(0)),
  'telling completed': () => press(orderAt('ready'), { type: 'complete' }, at(0)),
  'telling cancelled': () => press(orderAt('preparing'), { type: 'cancel', reason: 'Sin masa' }, at(0)),
  'completed, recalled at once': () =>
    press(press(orderAt('ready'), { type: 'complete' }, at(0)), { type: 'recall' }, at(0)),
  'completed, recalled late': () =>
    press(press(orderAt('ready'), { type: 'complete' }, at(0)), { type: 'recall' }, at(minute)),
  'told completed, recalled': () =>
    press(tell(press(orderAt('ready'), { type: 'complete' }, at(0)), written('press-complete', 'completed')), {
      type: 'recall',
    }),
};

const signals: Record<string, ShopSignal> = {
  'written, `completed`': written('press-complete', 'completed'),
  'a conflict': gone,
  '`processing`': says('processing'),
  '`en-cocina`': says('en-cocina'),
  '`completed`': says('completed'),
  '`on-hold`': says('on-hold'),
  '`cancelled`': says('cancelled'),
  'more to cook': sampleSignal({ second: 100, items: [{ ...toldItem(), quantity: 9 }] }),
};

test.each(specTable('What the shop does while it is told'))(
  '[SH5a] the shop says $row while $column: $cell',
  ({ row, column, cell }) => {
    const signal = signals[row];
    const order = held[column]?.();
    if (!signal || !order) throw new Error(`SPEC.md has "${row}" and "${column}", which the test does not know`);
    expect(outcomeOf(order, decideSignal(deepFreeze(order), deepFreeze(signal), at(2 * minute)))).toBe(cell);
  },
);

test('[SH5a] the table is whole', () => {
  const cells = specTable('What the shop does while it is told');
  expect(cells).toHaveLength(Object.keys(signals).length * Object.keys(held).length);
});

test.each([
  ['accepted', orderAt('new'), { type: 'acknowledge', readyInMinutes: 30 }, 'en-cocina'],
  ['ready', orderAt('acknowledged'), { type: 'ready' }, null],
  ['completed', orderAt('ready'), { type: 'complete' }, 'completed'],
  ['cancelled', orderAt('ready'), { type: 'cancel', reason: 'Sin masa' }, 'cancelled'],
] as const)('[SH5b] the kitchen’s %s is on its way to the shop, and leaves a minute after the tap', (...row) => {
  const [step, order, wish, status] = row;
  const decision = decide(order, { ...wish, ageMs: 5_000 }, at(30_000));
  const tap = `press-${wish.type}`;
  expect(decision).toMatchObject({ order: { telling: { tap, step, status, leavesAt: sampleNow + 85_000 } } });
  if (decision.type !== 'changed') throw new Error('not changed');
  const { promisedAt } = decision.order;
  expect(decision.effects.at(-1)).toEqual({ type: 'tell-shop', tap, step, leavesAt: sampleNow + 85_000, promisedAt });
});

test('[SH5b] a press that waited on a screen without connection leaves time for the undo that waited behind it', () => {
  const waited = press(orderAt('ready'), { type: 'complete', ageMs: 10 * minute }, at(10 * minute));
  expect(waited.telling?.leavesAt).toBe(sampleNow + 10 * minute + 15_000);
  const undone = press(waited, { type: 'recall', ageMs: 9 * minute }, at(10 * minute + 1_000));
  expect(undone).not.toHaveProperty('telling');
  expect(undone).not.toHaveProperty('echoes');
});

test('[SH5b] a step the mapping does not tell is not on its way; nor is anything without a mapping', () => {
  const quiet = sampleContext({ writeBack: defaultMapping });
  expect(press(orderAt('new'), { type: 'acknowledge' }, quiet)).not.toHaveProperty('telling');
  expect(press(orderAt('ready'), { type: 'complete' }, quiet)).toHaveProperty('telling');
  expect(press(orderAt('ready'), { type: 'complete' })).not.toHaveProperty('telling');
});

test('[SH5b] a test order is never told', () => {
  const order = orderAt('ready', { source: 'test' });
  expect(decide(order, { type: 'complete' })).toMatchObject({ effects: [], order: { status: 'completed' } });
  expect(press(order, { type: 'complete' }, at(0))).not.toHaveProperty('telling');
});

test('[SH5b] what the shop completes or cancels by itself is not told back', () => {
  const completed = decideSignal(orderAt('ready'), says('completed'), at(0));
  expect(completed).toMatchObject({ order: { status: 'completed' }, effects: [] });
  const cancelled = decideSignal(orderAt('preparing'), says('cancelled'), at(0));
  expect(cancelled).toMatchObject({ effects: [{ type: 'quiet' }] });
});

test('[SH5c] a recall before it left leaves no trace; later it may still come back as an echo', () => {
  const completed = held['telling completed']?.();
  if (!completed) throw new Error('no order');
  const before = decide(completed, { type: 'recall' }, at(minute - 1));
  expect(before).toMatchObject({ effects: [{ type: 'untell-shop', reason: 'recalled' }] });
  expect(before).not.toHaveProperty('order.telling');
  expect(before).not.toHaveProperty('order.echoes');
  expect(decide(completed, { type: 'recall' }, at(minute))).toMatchObject({ order: { echoes: ['completed'] } });
});

test('[SH5c] a later step replaces the one before it', () => {
  const accepted = press(orderAt('new'), { type: 'acknowledge' }, at(0));
  expect(decide(accepted, { type: 'ready' }, at(1_000))).toMatchObject({
    order: { telling: { step: 'ready', tap: 'press-ready' } },
    effects: [
      { type: 'untell-shop', reason: 'overtaken' },
      { type: 'tell-shop', step: 'ready' },
    ],
  });
});

test('[SH5d] what was told stays said after a recall', () => {
  const order = held['told completed, recalled']?.();
  expect(order).toMatchObject({ status: 'ready', guestTold: { what: 'completed' }, shop: { status: 'completed' } });
});

test('[SH5d] a settled press leaves another one, pressed since, on its way', () => {
  const again = { ...sampleCommand({ type: 'complete' }), id: 'second' };
  const recalled = held['completed, recalled late']?.();
  if (!recalled) throw new Error('no order');
  const decision = decideCommand(recalled, again, at(2 * minute));
  if (decision.type !== 'changed') throw new Error('not changed');
  const settled = tell(decision.order, written('press-complete', 'completed'), at(2 * minute));
  expect(settled).toMatchObject({ telling: { tap: 'second' }, shop: { status: 'completed' } });
  expect(tell(settled, written('second', 'completed', 60), at(2 * minute))).not.toHaveProperty('telling');
});

test('[SH5e] an answer older than what the shop said since, or of the second it closed the order, changes nothing of it', () => {
  const completed = press(orderAt('ready'), { type: 'complete' }, at(0));
  const cancelled = tell(completed, says('cancelled', 50), at(2 * minute));
  for (const second of [49, 50]) {
    expect(tell(cancelled, written('x', 'completed', second)).shop.standing?.status).toBe('cancelled');
  }
  expect(tell(cancelled, written('x', 'completed', 51)).shop.standing?.status).toBe('completed');
});

test('[SH5e] an answer of the same second stands whatever its rank', () => {
  const accepted = press(orderAt('new'), { type: 'acknowledge' }, at(0));
  expect(tell(accepted, written('press-acknowledge', 'en-cocina', 1)).shop.status).toBe('en-cocina');
});

test('[SH5e] news in an answer is not swallowed: it waits for the shop to tell it', () => {
  const ready = press(orderAt('preparing'), { type: 'ready' }, at(0));
  const settled = tell(ready, written('press-ready', 'cancelled'), at(2 * minute));
  expect(settled).toMatchObject({ status: 'ready', shop: { status: 'processing' } });
  expect(settled).not.toHaveProperty('telling');
  expect(tell(settled, says('cancelled', 50))).toMatchObject({ status: 'cancelled', stop: { was: 'ready' } });
});

test('[SH5f] a conflict waits to be seen, by a person', () => {
  const order = tell(orderAt('completed'), gone, at(0));
  expect(order.shopConflict).toEqual({ at: sampleNow, wanted: 'completed', found: 'gone' });
  expect(press(order, { type: 'confirm' })).not.toHaveProperty('shopConflict');
});

test('[SH5f] what will not be told is on its way no more', () => {
  const untold: ShopSignal = { type: 'untold', ...place, tap: 'press-complete' };
  const order = press(orderAt('ready'), { type: 'complete' }, at(0));
  expect(tell(order, untold, at(2 * minute))).not.toHaveProperty('telling');
  expect(tell(order, { ...untold, tap: 'other' }, at(2 * minute))).toBe(order);
});

test('[SH5f] news of orders Kasera does not know changes nothing', () => {
  for (const signal of [gone, written('x', 'completed')]) {
    expect(decideSignal(null, signal, at(0))).toMatchObject({ type: 'unchanged', order: null });
  }
});

test('[SH4] erased in the shop it is cancelled, with that reason', () => {
  const erased: ShopSignal = { type: 'deleted', ...place, erased: true };
  expect(tell(orderAt('preparing'), erased)).toMatchObject({ status: 'cancelled', cancellation: { reason: 'erased' } });
});
