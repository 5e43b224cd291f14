import { usualSetup } from '@kasera/shared/kitchen.ts';
import { sampleItem, sampleOrder } from '@kasera/shared/testing/sample-order.ts';
import { expect, test } from 'vitest';
import { quiet, ring, soundOf } from './ringing.ts';
import { soundNames, sounds } from './tones.ts';

const now = 1_700_000_000_000;
const viewer = { screen: 's1', stations: null };
const look = { now, alarms: 0, hushed: false, viewer, setup: usualSetup };
const names = (result: ReturnType<typeof ring>) => result.sounds.map(({ name }) => name);
const fresh = sampleOrder({ id: 'n', status: 'new', clockAt: now });
const due = (promisedAt: number) => sampleOrder({ id: 'a', status: 'preparing', promisedAt, clockAt: now });

test('[BD1] rings for a new order every four seconds until it is answered', () => {
  let state = quiet;
  const heard = Array.from({ length: 12 }, (_, second) => {
    const orders = second < 9 ? [fresh] : [{ ...fresh, status: 'acknowledged' as const }];
    const next = ring(state, { ...look, orders, now: now + second * 1_000 });
    state = next.state;
    return names(next).includes('new') ? second : null;
  });
  expect(heard.filter((second) => second !== null)).toEqual([0, 4, 8]);
});

test('[BD1] does not ring for old news', () => {
  expect(names(ring(quiet, { ...look, orders: [{ ...fresh, arrivedLate: true }] }))).toEqual([]);
});

test('[BD1] says once that a ticket turns late, and not what was late when the screen started', () => {
  const first = ring(quiet, { ...look, orders: [due(now - 1)] });
  expect(names(first)).toEqual([]);
  const before = ring(quiet, { ...look, orders: [due(now + 500)] });
  const turned = ring(before.state, { ...look, orders: [due(now + 500)], now: now + 501 });
  expect(names(turned)).toEqual(['late']);
  expect(names(ring(turned.state, { ...look, orders: [due(now + 500)], now: now + 1_500 }))).toEqual([]);
});

test('[TK1] what was late before the first answer of the server is not said as it comes', () => {
  const blank = ring(quiet, { ...look, orders: [], isBlank: true });
  expect(names(ring(blank.state, { ...look, orders: [due(now - 1)] }))).toEqual([]);
});

test('[BD4] sounds each alarm once, none while hushed, and anew after the next trouble', () => {
  const first = ring(quiet, { ...look, orders: [], alarms: 1 });
  expect(names(first)).toEqual(['disconnected']);
  expect(names(ring(first.state, { ...look, orders: [], alarms: 1 }))).toEqual([]);
  expect(names(ring(first.state, { ...look, orders: [], alarms: 2 }))).toEqual(['disconnected']);
  expect(names(ring(first.state, { ...look, orders: [], alarms: 2, hushed: true }))).toEqual([]);
  const over = ring(first.state, { ...look, orders: [] });
  expect(names(ring(over.state, { ...look, orders: [], alarms: 1 }))).toEqual(['disconnected']);
});

test('[BD1] a change and a STOP have sounds of their own, and what this screen saw or wrote has none', () => {
  const order = sampleOrder({ items: [sampleItem()] });
  const changed = { ...order, items: [sampleItem({ quantity: 2, change: { type: 'quantity', was: 1 } })] };
  const note = { id: 'k', text: 'x', allergy: true, at: 0 };
  expect(soundOf(order, changed, viewer)).toBe('changed');
  expect(soundOf(changed, { ...changed, version: 9 }, viewer)).toBeNull();
  expect(soundOf(changed, order, viewer)).toBeNull();
  expect(soundOf(order, { ...order, status: 'cancelled', stop: { at: 0, was: 'preparing' } }, viewer)).toBe('stop');
  expect(soundOf(order, { ...order, kitchenNotes: [{ ...note, seenBy: ['s2'] }] }, viewer)).toBe('changed');
  expect(soundOf(order, { ...order, kitchenNotes: [{ ...note, seenBy: ['s1'] }] }, viewer)).toBeNull();
  expect(soundOf(undefined, fresh, viewer)).toBeNull();
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

test('[BO8] only a screen with a part rings, and one ring says how many wait', () => {
  const grill = (id: string) => ({
    ...fresh,
    id,
    items: [sampleItem({ route: { stations: ['grill'], handOver: false, leadMinutes: null } })],
  });
  const orders = [grill('a'), grill('b')];
  const heardAt = (stations: string[] | null) => ring(quiet, { ...look, orders, viewer: { screen: 's1', stations } });
  expect(heardAt(['grill']).sounds).toEqual([{ name: 'new', count: 2 }]);
  expect(heardAt(['salads'])).toMatchObject({ sounds: [], waiting: 0 });
  expect(heardAt(null).waiting).toBe(2);
});

test("[BO8] a change of another station's dishes is not heard, nor its lateness", () => {
  const item = sampleItem({ route: { stations: ['grill'], handOver: false, leadMinutes: null } });
  const order = sampleOrder({ items: [item], status: 'preparing', promisedAt: now + 500, clockAt: now });
  const salads = { screen: 's1', stations: ['salads'] };
  const changed = { ...order, items: [{ ...item, quantity: 2, change: { type: 'quantity' as const, was: 1 } }] };
  expect(soundOf(order, changed, salads)).toBeNull();
  expect(soundOf(order, changed, { screen: 's1', stations: ['grill'] })).toBe('changed');
  const before = ring(quiet, { ...look, viewer: salads, orders: [order] });
  expect(names(ring(before.state, { ...look, viewer: salads, orders: [order], now: now + 600 }))).toEqual([]);
});

test("[BO8] turns late by the kitchen's own ages, and says once that an order for later is to be begun", () => {
  const thresholds = { ...usualSetup.thresholds, unknown: { soon: 5, ages: [1, 2, 3] as const } };
  const setup = { ...usualSetup, thresholds };
  const order = sampleOrder({ status: 'preparing', promisedAt: null, kind: 'unknown', clockAt: now });
  const before = ring(quiet, { ...look, setup, orders: [order], now: now + 119_000 });
  expect(names(ring(before.state, { ...look, setup, orders: [order], now: now + 121_000 }))).toEqual(['late']);
  const later = sampleOrder({ status: 'acknowledged', fireAt: now + 1_000, promisedAt: now + 1_800_000, clockAt: now });
  const waiting = ring(quiet, { ...look, orders: [later] });
  const fired = ring(waiting.state, { ...look, orders: [later], now: now + 1_500 });
  expect(names(waiting)).toEqual([]);
  expect(names(fired)).toEqual(['fired']);
  expect(names(ring(fired.state, { ...look, orders: [later], now: now + 2_500 }))).toEqual([]);
});

test('[TK1] stations chosen anew say nothing of what was late before, and each ticket that turns late from then on', () => {
  const of = (id: string, station: string, promisedAt: number) => {
    const items = [sampleItem({ route: { stations: [station], handOver: false, leadMinutes: null } })];
    return sampleOrder({ id, items, status: 'preparing', promisedAt, clockAt: now });
  };
  const orders = [of('a', 'grill', now - 1), of('b', 'salads', now - 1), of('c', 'salads', now + 2_500)];
  const at = (stations: string[] | null, afterMs: number) => ({
    ...{ ...look, orders, now: now + afterMs },
    viewer: { screen: 's1', stations },
  });
  let state = ring(quiet, at(['grill'], 0)).state;
  const heard = [at(['salads'], 1_000), at(null, 2_000), at(['salads'], 3_000), at(['grill'], 4_000)].map((next) => {
    const rung = ring(state, next);
    state = rung.state;
    return names(rung);
  });
  expect(heard).toEqual([[], [], ['late'], []]);
});
