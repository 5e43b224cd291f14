import { expect, test } from 'vitest';
import { deepFreeze, sampleContext, sampleNow, sampleRules, sampleSignal } from '../testing/sample-signal.ts';
import { orderAt, press, tell, type Stage } from '../testing/sample-story.ts';
import { classOf, rankOf } from './shop-status.ts';
import { decideSignal } from './signal.ts';

const hour = 3_600_000;
const decide = (...[held, signal, context = sampleContext()]: Parameters<typeof tell>) =>
  decideSignal(deepFreeze(held), deepFreeze(signal), context);

test('[OR1b] ranks follow the life of an order, and custom ones stand between on-hold and processing', () => {
  const life = ['checkout-draft', 'pending', 'failed', 'on-hold', 'en-cocina', 'processing', 'completed', 'cancelled'];
  const ranks = [...life, 'refunded', 'trash'].map(rankOf);
  expect(ranks).toEqual([...ranks].toSorted((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});

test.each(['constructor', '__proto__', '', 'toString', 'PROCESSING', 'wc-processing', '💥'])(
  '[OR1b] the status %j is custom: the order is shown',
  (status) => {
    expect(classOf(status, sampleRules)).toBe('active');
    expect(tell(null, sampleSignal({ shopStatus: status })).status).toBe('new');
  },
);

test('[OR1c] an older "cook" shows the order in its newest state', () => {
  const unpaid = tell(null, sampleSignal({ shopStatus: 'pending', second: 5, note: 'newest' }));
  const shown = decide(unpaid, sampleSignal({ second: 1, note: 'older' }));
  expect(shown.order).toMatchObject({ status: 'new', unpaidAgain: true, note: 'newest' });
  expect(shown).toMatchObject({ type: 'changed', effects: [{ type: 'alert', reason: 'new' }] });
});

test('[OR1c] an older "cook" after a cancellation is kept as cancelled, and disturbs nobody', () => {
  const gone = tell(null, sampleSignal({ shopStatus: 'cancelled', second: 5 }));
  const shown = decide(gone, sampleSignal({ second: 1 }));
  expect(shown.order).toMatchObject({ status: 'cancelled', stop: null, times: { releasedAt: null } });
  expect(shown).toMatchObject({ effects: [], event: { type: 'cancelled', detail: { shown: false } } });
});

test('[OR1c] an older "cook" after a completion is shown as closed in the shop', () => {
  const stale = sampleSignal({ shopStatus: 'completed', second: 5, placedAt: sampleNow - 3 * hour });
  const shown = tell(tell(null, stale), sampleSignal({ second: 1, placedAt: sampleNow - 3 * hour }));
  expect(shown).toMatchObject({ status: 'new', closedInShop: true });
});

test('[OR1d] the same second and rank with another content: the last to arrive wins and is marked', () => {
  const held = orderAt('acknowledged');
  const told = tell(held, sampleSignal({ second: 1, note: 'sin sal' }));
  expect(told).toMatchObject({ note: 'sin sal', changed: { note: { was: '' } } });
  expect(tell(told, sampleSignal({ second: 1, note: '' }))).toMatchObject({ note: '', changed: null });
});

test('[OR1d] the same second with a lower rank is older', () => {
  const held = orderAt('new');
  expect(decide(held, sampleSignal({ shopStatus: 'on-hold', second: 1, note: 'x' })).order).toBe(held);
});

test('[OR1e] the echo of our own write-back does not complete a recalled ticket', () => {
  const written = tell(orderAt('completed'), sampleSignal({ shopStatus: 'completed', second: 10 }));
  const recalled = press(press(written, { type: 'recall' }), { type: 'recall' });
  expect(tell(recalled, sampleSignal({ shopStatus: 'completed', second: 11 })).status).toBe('preparing');
  expect(recalled.closedInShop).toBe(false);
});

test('[OR1e] a custom status of a kitchen plugin moves nothing', () => {
  expect(tell(orderAt('preparing'), sampleSignal({ shopStatus: 'en-cocina', second: 9 })).status).toBe('preparing');
});

test('[OR1e] the shop taking its "completed" back takes the mark back', () => {
  const closed = tell(orderAt('preparing'), sampleSignal({ shopStatus: 'completed', second: 9 }));
  expect(tell(closed, sampleSignal({ second: 10 })).closedInShop).toBe(false);
});

test('[OR1e] between two closed states only the word changes', () => {
  const seen = press(orderAt('stop'), { type: 'confirm' });
  const refunded = decide(seen, sampleSignal({ shopStatus: 'refunded', second: 10 }));
  expect(refunded.order).toMatchObject({ status: 'cancelled', stop: null, cancellation: { reason: 'refunded' } });
  expect(refunded).toMatchObject({ effects: [] });
});

test('[OR1i] placed over 12 h ago it is kept as late and does not ring; at 12 h sharp it rings', () => {
  const late = decide(null, sampleSignal({ placedAt: sampleNow - 12 * hour - 1 }));
  expect(late.order).toMatchObject({ status: 'new', arrivedLate: true });
  expect(late).toMatchObject({ effects: [] });
  const sharp = decide(null, sampleSignal({ placedAt: sampleNow - 12 * hour }));
  expect(sharp).toMatchObject({ order: { arrivedLate: false }, effects: [{ type: 'alert', reason: 'new' }] });
});

test('[OR1i] placed yesterday for later it rings', () => {
  const forLater = sampleSignal({ placedAt: sampleNow - 30 * hour, promisedAt: sampleNow + 1 });
  expect(tell(null, forLater).arrivedLate).toBe(false);
});

test('[OR1i] the hours are a setting', () => {
  const context = sampleContext({ rules: { ...sampleRules, oldOrderMs: hour } });
  expect(tell(null, sampleSignal({ placedAt: sampleNow - 2 * hour }), context).arrivedLate).toBe(true);
});

test('[OR1i] a bank transfer that comes two days later rings, since the order waited here', () => {
  const placedAt = sampleNow - 48 * hour;
  const then = sampleContext({ now: placedAt + 60_000 });
  const waiting = tell(null, sampleSignal({ shopStatus: 'on-hold', placedAt, modifiedAt: placedAt }), then);
  const paid = decide(waiting, sampleSignal({ placedAt }));
  expect(paid).toMatchObject({ order: { arrivedLate: false, status: 'new' }, effects: [{ type: 'alert' }] });
});

test('[OR1i] old news that was cancelled and comes back is still old news', () => {
  const placedAt = sampleNow - 20 * hour;
  const gone = tell(
    tell(null, sampleSignal({ placedAt })),
    sampleSignal({ shopStatus: 'cancelled', second: 2, placedAt }),
  );
  const back = decide(gone, sampleSignal({ second: 3, placedAt }));
  expect(back).toMatchObject({ order: { status: 'new', arrivedLate: true }, effects: [] });
});

test('[OR1j] first met as completed: shown if placed under two hours ago, or if nobody knows', () => {
  const placed = (placedAt: number | null) => tell(null, sampleSignal({ shopStatus: 'completed', placedAt })).status;
  expect([placed(sampleNow - 2 * hour + 1), placed(sampleNow - 2 * hour), placed(null)]).toEqual([
    'new',
    'unreleased',
    'new',
  ]);
});

test.each([
  ['when it was placed', { placedAt: sampleNow - hour, paidAt: null }, sampleNow - hour],
  ['when it was paid', { placedAt: sampleNow - hour, paidAt: sampleNow - 600_000 }, sampleNow - 600_000],
  ['6 h back', { placedAt: sampleNow - 6 * hour, paidAt: null }, sampleNow - 6 * hour],
  ['at receipt if older than 6 h', { placedAt: sampleNow - 6 * hour - 1, paidAt: null }, sampleNow],
  ['at receipt if in the future', { placedAt: sampleNow + 1, paidAt: null }, sampleNow],
  ['at receipt if unknown', { placedAt: null, paidAt: null }, sampleNow],
])('[OR1k] the clock starts %s', (_when, parts, clockAt) => {
  const order = tell(null, sampleSignal(parts));
  expect(order).toMatchObject({ clockAt, dueAt: clockAt + sampleRules.suggestedMinutes * 60_000 });
});

test('[OR1k] not while it still was a draft', () => {
  const opened = sampleNow - 2 * hour;
  const draftedAt = sampleNow - 90_000;
  const draft = sampleSignal({ shopStatus: 'checkout-draft', placedAt: opened, paidAt: null, modifiedAt: draftedAt });
  const placed = sampleSignal({ placedAt: opened, paidAt: null, modifiedAt: sampleNow - 60_000 });
  expect(tell(tell(null, draft), placed).clockAt).toBe(draftedAt);
});

test('[OR1l] on-hold is for the kitchen only by setting', () => {
  const onHold = sampleSignal({ shopStatus: 'on-hold' });
  expect(tell(null, onHold).status).toBe('unreleased');
  const context = sampleContext({ rules: { ...sampleRules, onHoldIsNew: true } });
  expect(tell(null, onHold, context)).toMatchObject({ status: 'new', unpaidAgain: false });
});

test('[OR1l] paid again, the mark "unpaid" goes and nothing rings', () => {
  const unpaid = tell(orderAt('preparing'), sampleSignal({ shopStatus: 'pending', second: 9 }));
  const paid = decide(unpaid, sampleSignal({ second: 10 }));
  expect(paid).toMatchObject({ order: { status: 'preparing', unpaidAgain: false }, effects: [] });
});

test.each<Stage>(['new', 'acknowledged', 'preparing', 'ready', 'completed', 'cancelled', 'stop'])(
  '[OR4h] a full refund while %s leaves a trace with its reason and its stage',
  (stage) => {
    const before = orderAt(stage);
    const after = tell(before, sampleSignal({ shopStatus: 'refunded', second: 12 }));
    expect(after.shop.status).toBe('refunded');
    if (stage === 'completed') expect(after).toMatchObject({ status: 'completed', stop: null, cancellation: null });
    else expect(after).toMatchObject({ status: 'cancelled', cancellation: { by: 'shop', reason: 'refunded' } });
  },
);

test('[OR4h] a STOP says where it was stopped, so that one while ready shows at hand-over only', () => {
  const stopped = (stage: Stage) => tell(orderAt(stage), sampleSignal({ shopStatus: 'cancelled', second: 9 })).stop;
  expect(stopped('acknowledged')).toEqual({ at: sampleNow, was: 'acknowledged' });
  expect(stopped('ready')).toEqual({ at: sampleNow, was: 'ready' });
  expect(stopped('new')).toBeNull();
});

test('[OR4a] a partial refund is a mark for the manager and moves nothing', () => {
  const refunded = decide(orderAt('preparing'), sampleSignal({ second: 9, partialRefund: true }));
  expect(refunded).toMatchObject({ order: { status: 'preparing', partialRefund: true }, effects: [] });
});

test('[OR6g] the shop’s clock alone is no event; anything a screen shows is one', () => {
  expect(decide(orderAt('new'), sampleSignal({ second: 9 }))).toMatchObject({ type: 'changed', event: null });
  expect(decide(orderAt('new'), sampleSignal({ second: 9, place: 'Mesa 7' }))).toMatchObject({
    event: { type: 'changed', actor: 'shop', at: sampleNow },
  });
  expect(decide(null, sampleSignal({ shopStatus: 'pending' }))).toMatchObject({ type: 'changed', event: null });
});

test.each<[string, Stage | null, string, string]>([
  ['arrived', null, 'processing', 'unknown'],
  ['cancelled', 'new', 'cancelled', 'new'],
  ['closed-in-shop', 'preparing', 'completed', 'preparing'],
  ['completed', 'ready', 'completed', 'ready'],
  ['restored', 'stop', 'processing', 'stopped'],
])('[OR6g] the event is called %s', (type, stage, shopStatus) => {
  const held = stage && orderAt(stage);
  expect(decide(held, sampleSignal({ shopStatus, second: 20 }))).toMatchObject({ event: { type, actor: 'shop' } });
});
