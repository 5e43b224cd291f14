import { expect, test } from 'vitest';
import { nearTickets } from './near-tickets.ts';

const nothing: ReadonlySet<string> = new Set();
/** a0 … a4: one order for each of five pages. */
const places = [0, 1, 2, 3, 4].map((page) => ({ orderId: `a${page}`, page, zone: 'main' as const }));
const near = (shown: number, before = nothing) => [...nearTickets(places, before, shown, 1)];

test('[BD5.4] draws the shown page, all before it and the next one', () => {
  expect(near(0)).toEqual(['a0', 'a1']);
  expect(near(2)).toEqual(['a0', 'a1', 'a2', 'a3']);
  expect([...nearTickets(places, nothing, 1, 0)]).toEqual(['a0', 'a1', 'a2']);
});

test('[BD5.4] what is drawn stays so for one page more, and goes beyond that', () => {
  expect(near(0, new Set(['a2', 'a3']))).toEqual(['a0', 'a1', 'a2']);
});

test('[BD5.4] a ticket of which one part is near is drawn whole', () => {
  const parts = [
    { orderId: 'long', page: 1, zone: 'main' as const },
    { orderId: 'long', page: 2, zone: 'main' as const },
  ];
  expect([...nearTickets(parts, nothing, 0, 1)]).toEqual(['long']);
});

test('[BD5.4] answers the same set where nothing changed', () => {
  const before = nearTickets(places, nothing, 0, 1);
  expect(nearTickets(places, before, 0, 1)).not.toBe(nothing);
  expect(nearTickets([...places], nearTickets(places, before, 0, 1), 0, 1)).toBe(before);
});

test('[BD5.4] who waits for an answer is drawn first', () => {
  const waiting = { orderId: 'n', page: 0, zone: 'new' as const };
  expect([...nearTickets([...places, waiting], nothing, 0, 0)]).toEqual(['n', 'a0', 'a1']);
});
