import type { Place } from './wall-state.ts';

const [mostFresh, most] = [2, 4];

/**
 * The tickets a wall begins with: those that wait for an answer, then the most pressing. Few enough to be there at once
 * on a slow screen.
 * @param places in the order of the wall: what is being made, then what is new
 * @returns the ids of the orders
 */
export function firstTickets(places: readonly Place[]): ReadonlySet<string> {
  const fresh = places.filter(({ zone }) => zone === 'new').slice(0, mostFresh);
  const main = places.filter(({ zone }) => zone === 'main').slice(0, most - fresh.length);
  return new Set([...fresh, ...main].map(({ id }) => id));
}
