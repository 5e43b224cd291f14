import { expect, test } from 'vitest';
import type { ShopSignal } from '../order.ts';
import {
  deepFreeze,
  sampleContext,
  sampleNow,
  sampleSignal,
  sampleSnapshot,
  toldItem,
} from '../testing/sample-signal.ts';
import { orderAt, press, tell } from '../testing/sample-story.ts';
import { decideSignal } from './signal.ts';

const hour = 3_600_000;
const deleted: ShopSignal = { type: 'deleted', source: 'woocommerce', externalId: '82' };
const decide = (...[held, signal, context = sampleContext()]: Parameters<typeof tell>) =>
  decideSignal(deepFreeze(held), deepFreeze(signal), context);

test('[OR1f] a deletion keeps the held second and is no news twice', () => {
  const gone = tell(orderAt('preparing'), deleted);
  expect(gone.shop).toEqual({
    status: 'trash',
    modifiedAt: sampleSnapshot({ second: 1 }).modifiedAt,
    standing: { status: 'trash', modifiedAt: sampleSnapshot({ second: 1 }).modifiedAt },
  });
  expect(decide(gone, deleted)).toMatchObject({ type: 'unchanged', order: gone });
});

test('[OR1f] of an unknown order a deletion keeps nothing', () => {
  expect(decide(null, deleted)).toMatchObject({ type: 'unchanged', order: null });
});

test('[OR1f] a body of the same second does not bring a deleted order back; a restore of it and a newer body do', () => {
  const gone = tell(orderAt('new'), deleted);
  expect(decide(gone, sampleSignal({ second: 1 })).order).toBe(gone);
  expect(decide(gone, sampleSignal({ second: 0, restored: true })).order).toBe(gone);
  expect(tell(gone, sampleSignal({ second: 1, restored: true }))).toMatchObject({ status: 'new', restored: true });
  expect(tell(gone, sampleSignal({ second: 2 }))).toMatchObject({ status: 'new', restored: true });
});

test('[OR1f] restored to unpaid it stays cancelled until it is paid', () => {
  const unpaid = tell(
    tell(orderAt('new'), deleted),
    sampleSignal({ shopStatus: 'pending', second: 1, restored: true }),
  );
  expect(unpaid).toMatchObject({ status: 'cancelled', unpaidAgain: true });
  expect(tell(unpaid, sampleSignal({ second: 3 }))).toMatchObject({ status: 'new', unpaidAgain: false });
});

test('[OR1f] a deletion ends the mark "unpaid"', () => {
  const unpaid = tell(orderAt('preparing'), sampleSignal({ shopStatus: 'pending', second: 9 }));
  expect(tell(unpaid, deleted)).toMatchObject({ status: 'cancelled', unpaidAgain: false });
});

test('[OR1g] an unconfirmed STOP returns to its stage as if it had not been', () => {
  const preparing = orderAt('preparing');
  const back = tell(
    tell(preparing, sampleSignal({ shopStatus: 'cancelled', second: 9 })),
    sampleSignal({ second: 10 }),
  );
  const { status, items, promisedAt, dueAt, stop, cancellation, restored } = back;
  expect({ status, items, promisedAt, dueAt }).toEqual({
    status: 'preparing',
    items: preparing.items,
    promisedAt: preparing.promisedAt,
    dueAt: preparing.dueAt,
  });
  expect({ stop, cancellation, restored, cancelledAt: back.times.cancelledAt }).toEqual({
    stop: null,
    cancellation: null,
    restored: false,
    cancelledAt: null,
  });
});

test('[OR1g] what changed while it was stopped is marked when it returns', () => {
  const edited = { items: [toldItem({ quantity: 3 })], second: 10 };
  const marked = [
    { id: 'i1', quantity: 3, doneQuantity: 2, change: { type: 'quantity', was: 2 } },
    { id: 'i2', quantity: 0, change: { type: 'removed', was: 1 } },
  ];
  const inOne = tell(orderAt('stop'), sampleSignal(edited));
  expect(inOne).toMatchObject({ status: 'preparing', items: marked });
  const stopped = tell(orderAt('stop'), sampleSignal({ ...edited, shopStatus: 'cancelled' }));
  expect(tell(stopped, sampleSignal({ ...edited, second: 11 }))).toMatchObject({ status: 'preparing', items: marked });
});

test('[OR1g] an order stopped while ready comes back to the line if there is more to cook', () => {
  const back = decide(orderAt('stop-ready'), sampleSignal({ second: 10, items: [toldItem({ quantity: 3 })] }));
  expect(back.order).toMatchObject({ status: 'preparing', items: [{ quantity: 3, doneQuantity: 2 }, {}] });
  expect(back).toMatchObject({ event: { type: 'restored' } });
});

test('[OR1g] a confirmed STOP starts anew: nothing done, nothing struck through, the kitchen’s note kept', () => {
  const noted = press(orderAt('preparing'), { type: 'note', text: 'Alergia: nueces', allergy: true });
  const marked = tell(noted, sampleSignal({ second: 8, items: [toldItem()], note: 'x' }));
  const stopped = tell(marked, sampleSignal({ shopStatus: 'cancelled', second: 9, items: [toldItem()], note: 'x' }));
  const back = tell(
    press(stopped, { type: 'confirm' }),
    sampleSignal({ second: 10, items: [toldItem()], note: 'x' }),
    sampleContext({ now: sampleNow + hour }),
  );
  expect(back).toMatchObject({ status: 'new', restored: true, changed: null, clockAt: sampleNow + hour });
  expect(back.items).toEqual([{ ...toldItem(), doneQuantity: 0, done: false, change: null }]);
  expect(back.kitchenNotes).toHaveLength(1);
  expect(back.times).toMatchObject({ acknowledgedAt: null, firstTouchAt: null, readyAt: null, cancelledAt: null });
});

test('[OR1g] struck-through lines of an order cancelled before cooking do not come back', () => {
  const less = tell(orderAt('new'), sampleSignal({ second: 8, items: [toldItem()] }));
  expect(less.items).toHaveLength(2);
  const gone = tell(less, sampleSignal({ shopStatus: 'cancelled', second: 9, items: [toldItem()] }));
  const back = tell(gone, sampleSignal({ second: 10, items: [toldItem()] }));
  expect(back.items.map(({ id, change }) => [id, change])).toEqual([['i1', null]]);
});

test('[OR1h] what the kitchen cancelled stays so while the shop repeats itself, and returns when the shop takes it back', () => {
  const refused = press(orderAt('new'), { type: 'cancel', reason: 'Sin masa' });
  const repeated = tell(refused, sampleSignal({ second: 9, note: 'otra' }));
  expect(repeated).toMatchObject({ status: 'cancelled', cancellation: { by: 'kitchen', reason: 'Sin masa' } });
  const closed = tell(repeated, sampleSignal({ shopStatus: 'cancelled', second: 10 }));
  expect(closed.cancellation).toMatchObject({ by: 'kitchen', reason: 'Sin masa' });
  expect(tell(closed, sampleSignal({ second: 11 }))).toMatchObject({ status: 'new', restored: true });
});
