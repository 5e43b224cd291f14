import { expect, test } from 'vitest';
import { firstTickets } from './first-tickets.ts';
import type { Place, Zone } from './wall-state.ts';

const places = (zone: Zone, ...ids: string[]) => ids.map((id): Place => ({ id, zone, face: 'ticket' }));

test('[BD5] a wall begins with those that wait longest for an answer, and the most pressing', () => {
  const wall = [...places('main', 'a', 'b', 'c', 'd', 'e'), ...places('new', 'v', 'w', 'x', 'y')];
  expect([...firstTickets(wall)]).toEqual(['v', 'w', 'a', 'b']);
  expect([...firstTickets(places('main', 'a', 'b'))]).toEqual(['a', 'b']);
});
