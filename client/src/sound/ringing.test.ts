import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { quiet, ring, soundOf } from './ringing.ts';
import { soundNames, sounds } from './tones.ts';

const now = 1_700_000_000_000;
const look = { now, alarms: 0, hushed: false };
const fresh = sampleOrder({ id: 'n', status: 'new', clockAt: now });
const due = (promisedAt: number) => sampleOrder({ id: 'a', status: 'preparing', promisedAt, clockAt: now });

test('[BD1] rings for a new order every four seconds until it is answered', () => {
  let state = quiet;
  const heard = Array.from({ length: 12 }, (_, second) => {
    const orders = second < 9 ? [fresh] : [{ ...fresh, status: 'acknowledged' as const }];
    const next = ring(state, { ...look, orders, now: now + second * 1_000 });
    state = next.state;
    return next.sounds.includes('new') ? second : null;
  });
  expect(heard.filter((second) => second !== null)).toEqual([0, 4, 8]);
});

test('[BD1] does not ring for old news', () => {
  expect(ring(quiet, { ...look, orders: [{ ...fresh, arrivedLate: true }] }).sounds).toEqual([]);
});

test('[BD1] says once that a ticket turns late, and not what was late when the screen started', () => {
  const first = ring(quiet, { ...look, orders: [due(now - 1)] });
  expect(first.sounds).toEqual([]);
  const before = ring(quiet, { ...look, orders: [due(now + 500)] });
  const turned = ring(before.state, { ...look, orders: [due(now + 500)], now: now + 501 });
  expect(turned.sounds).toEqual(['late']);
  expect(ring(turned.state, { ...look, orders: [due(now + 500)], now: now + 1_500 }).sounds).toEqual([]);
});

test('[BD4] sounds each alarm once, none while hushed, and anew after the next trouble', () => {
  const first = ring(quiet, { ...look, orders: [], alarms: 1 });
  expect(first.sounds).toEqual(['disconnected']);
  expect(ring(first.state, { ...look, orders: [], alarms: 1 }).sounds).toEqual([]);
  expect(ring(first.state, { ...look, orders: [], alarms: 2 }).sounds).toEqual(['disconnected']);
  expect(ring(first.state, { ...look, orders: [], alarms: 2, hushed: true }).sounds).toEqual([]);
  const over = ring(first.state, { ...look, orders: [] });
  expect(ring(over.state, { ...look, orders: [], alarms: 1 }).sounds).toEqual(['disconnected']);
});

test('[BD1] a change and a STOP have sounds of their own, and what this screen saw or wrote has none', () => {
  const order = sampleOrder({ items: [sampleItem()] });
  const changed = { ...order, items: [sampleItem({ quantity: 2, change: { type: 'quantity', was: 1 } })] };
  const note = { id: 'k', text: 'x', allergy: true, at: 0 };
  expect(soundOf(order, changed, 's1')).toBe('changed');
  expect(soundOf(changed, { ...changed, version: 9 }, 's1')).toBeNull();
  expect(soundOf(changed, order, 's1')).toBeNull();
  expect(soundOf(order, { ...order, status: 'cancelled', stop: { at: 0, was: 'preparing' } }, 's1')).toBe('stop');
  expect(soundOf(order, { ...order, kitchenNotes: [{ ...note, seenBy: ['s2'] }] }, 's1')).toBe('changed');
  expect(soundOf(order, { ...order, kitchenNotes: [{ ...note, seenBy: ['s1'] }] }, 's1')).toBeNull();
  expect(soundOf(undefined, fresh, 's1')).toBeNull();
});

test('[BD1] every sound has two or three tones between 500 and 3000 Hz, and no two are alike', () => {
  const melodies = soundNames.map((name) => JSON.stringify(sounds[name].map((tone) => [tone.hertz, tone.startMs])));
  expect(new Set(melodies).size).toBe(soundNames.length);
  for (const tone of soundNames.flatMap((name) => sounds[name])) {
    expect(tone.hertz).toBeGreaterThanOrEqual(500);
    expect(tone.hertz).toBeLessThanOrEqual(3_000);
    expect(tone.startMs + tone.lengthMs).toBeLessThan(1_500);
  }
  for (const name of soundNames) expect([2, 3]).toContain(sounds[name].length);
});
