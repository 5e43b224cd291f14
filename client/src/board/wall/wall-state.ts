import type { Order } from '@kasera/shared/order.ts';
import { byDueAt } from '@kasera/shared/tickets.ts';
import { isRecallable, type Listing } from '../listing.ts';

/** `main`: the columns by due time. `new`: the fixed column of unanswered orders. */
export type Zone = 'main' | 'new';
/** `undo`: just bumped, the grey slot in its place. `gone`: left while somebody is at the screen; nothing moves yet. */
export type Face = 'ticket' | 'undo' | 'gone';

export interface Place {
  id: string;
  zone: Zone;
  face: Face;
}

export interface WallState {
  places: readonly Place[];
  /** Bumped orders and until when (monotonic milliseconds) their slot offers to take it back. */
  undo: ReadonlyMap<string, number>;
  /** Somebody is at the screen: nothing closes up, not even where a ticket became shorter. */
  held: boolean;
  /** When the gaps of what left were last closed, monotonic milliseconds. */
  closedUpAt: number;
}

export const emptyWall: WallState = { places: [], undo: new Map(), held: false, closedUpAt: -Infinity };
const undoForMs = 5_000;
const restForMs = 1_500;
/** In a storm a slow screen would do nothing else, and nobody could read what moves all the time. */
const stormRestMs = 3_000;

/**
 * Decides which tickets stand where. Phases: what was just bumped gets its undo slot; the wall as it should be is drawn
 * up; but within 1.5 s of a touch or key, and in a storm within 3 s of the last time gaps were closed, everything stays
 * where it is, and only new things are added at the ends.
 * @param look `now` and `lastInputAt` in monotonic milliseconds
 * @returns `nextAt`: when to look again without being asked, or null
 */
export function settleWall(
  state: WallState,
  look: { listing: Pick<Listing, 'fresh' | 'main' | 'done'>; now: number; lastInputAt: number; isStorm?: boolean },
): { state: WallState; nextAt: number | null } {
  const { listing, now, lastInputAt, isStorm = false } = look;
  const bumped = bumpedOrders(state, listing);
  const undo = new Map(bumped.map((order) => [order.id, state.undo.get(order.id) ?? now + undoForMs]));
  for (const [id, until] of undo) if (until <= now) undo.delete(id);
  const wanted = wantedPlaces(
    listing,
    bumped.filter((order) => undo.has(order.id)),
  );
  const restsAt = Math.max(lastInputAt + restForMs, isStorm ? state.closedUpAt + stormRestMs : -Infinity);
  const held = now < restsAt && state.places.length > 0;
  const isTouched = now < lastInputAt + restForMs;
  const places = held ? heldPlaces(state.places, wanted).filter((place) => isTouched || !isGoneNew(place)) : wanted;
  const closedUpAt = held || doAllStay(state.places, wanted) ? state.closedUpAt : now;
  const dates = [...undo.values(), ...(held ? [restsAt] : [])];
  return {
    state: keepIfSame(state, { places, undo, held, closedUpAt }),
    nextAt: dates.length > 0 ? Math.min(...dates) : null,
  };
}

/**
 * Finished here since the last look, or already showing their undo slot. In the NEW column too: there a ticket stays for a
 * moment after it was accepted, and a second tap by mistake bumps it.
 */
function bumpedOrders(state: WallState, listing: Pick<Listing, 'done'>): Order[] {
  const stood = new Set(state.places.filter((place) => place.face === 'ticket').map((place) => place.id));
  return listing.done.filter((order) => isRecallable(order) && (stood.has(order.id) || state.undo.has(order.id)));
}

function wantedPlaces(listing: Pick<Listing, 'fresh' | 'main'>, undo: Order[]): Place[] {
  const undone = new Set(undo.map((order) => order.id));
  const main = undo.length > 0 ? [...listing.main, ...undo].toSorted(byDueAt) : listing.main;
  return [
    ...main.map(({ id }): Place => ({ id, zone: 'main', face: undone.has(id) ? 'undo' : 'ticket' })),
    ...listing.fresh.map(({ id }): Place => ({ id, zone: 'new', face: 'ticket' })),
  ];
}

function heldPlaces(places: readonly Place[], wanted: readonly Place[]): Place[] {
  const faces = new Map(wanted.map((place) => [place.id, place.face]));
  const stood = new Set(places.map((place) => place.id));
  const kept = places.map((place): Place => ({ ...place, face: faces.get(place.id) ?? 'gone' }));
  return [...kept, ...wanted.filter((place) => !stood.has(place.id))];
}

/** In a storm nothing that left keeps the room of what waits for an answer. */
function isGoneNew({ zone, face }: Place): boolean {
  return zone === 'new' && face === 'gone';
}

function doAllStay(places: readonly Place[], wanted: readonly Place[]): boolean {
  const zones = new Map(wanted.map(({ id, zone }) => [id, zone]));
  return places.every(({ id, zone }) => zones.get(id) === zone);
}

function keepIfSame(before: WallState, after: WallState): WallState {
  const places = isSame(before.places, after.places) ? before.places : after.places;
  const isUnchanged = places === before.places && before.held === after.held && isSameUndo(before.undo, after.undo);
  return isUnchanged ? before : { ...after, places };
}

function isSame(a: readonly Place[], b: readonly Place[]): boolean {
  return a.length === b.length && a.every((place, index) => isSamePlace(place, b[index]));
}

function isSamePlace(a: Place, b: Place | undefined): boolean {
  return a.id === b?.id && a.zone === b.zone && a.face === b.face;
}

function isSameUndo(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, until]) => b.get(id) === until);
}
