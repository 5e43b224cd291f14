import type { IncomingHttpHeaders } from 'node:http';
import { createPlaces, type PlacesLimit } from '../access/places.ts';
import type { TurnedAway } from '../access/turned-away.ts';
import type { ClientAddress } from '../http/client-address.ts';

/** One screen's or script's connection before anything is said on it; Socket.IO's `conn`. */
export interface Arrival {
  readonly remoteAddress: string;
  readonly request: { headers: IncomingHttpHeaders };
  once(event: 'close', listener: () => void): unknown;
  close(): unknown;
}

export interface Door {
  /** Whether another one may knock at all: past that nobody gets a sentence any more, only a no. */
  isOpen(): boolean;
  /** Somebody has connected and not yet said who. */
  arrived(arrival: Arrival): void;
  /** Its key is right. False: there are too many already, and it is to go. */
  letIn(arrival: Arrival): boolean;
}

export interface DoorLimits {
  /** With a key: far more than a kitchen has screens behind one address, and what a small machine carries easily. */
  screens: PlacesLimit;
  /** Without one yet. They take no screen's place: a screen brings its cookie along. */
  knocking: PlacesLimit;
  /** Those who are just being told that there are too many. */
  turnedAway: number;
}

export const usualDoor: DoorLimits = {
  screens: { ofAddress: 1_500, altogether: 3_000 },
  knocking: { ofAddress: 200, altogether: 500 },
  turnedAway: 50,
};

/** How many may be connected at once ([BD6b]), counted by the address each comes from ([BD6c]). */
export function createDoor(deps: {
  limits: DoorLimits;
  isKnown(headers: IncomingHttpHeaders): boolean;
  /** Whose address it counts as. */
  addressOf: ClientAddress['of'];
  turnedAway: TurnedAway;
}): Door {
  const { limits, isKnown, addressOf, turnedAway } = deps;
  const [screens, knocking] = [createPlaces(limits.screens), createPlaces(limits.knocking)];
  /** What each holds, and gives back as it goes; null: there was no place. */
  const held = new Map<Arrival, { isScreen: boolean; leave: () => void } | null>();
  let refused = 0;

  function hold(arrival: Arrival, isScreen: boolean): boolean {
    const address = addressOf(arrival.remoteAddress, arrival.request.headers);
    const leave = (isScreen ? screens : knocking).take(address);
    held.get(arrival)?.leave();
    held.set(arrival, leave && { isScreen, leave });
    if (leave) return true;
    refused += 1;
    turnedAway.count();
    return false;
  }
  return {
    isOpen() {
      const isOpen = refused < limits.turnedAway;
      if (!isOpen) turnedAway.count();
      return isOpen;
    },
    arrived(arrival) {
      hold(arrival, isKnown(arrival.request.headers));
      arrival.once('close', () => {
        const place = held.get(arrival);
        held.delete(arrival);
        if (place) place.leave();
        else refused -= 1;
      });
    },
    letIn(arrival) {
      const place = held.get(arrival);
      if (!place) return false;
      return place.isScreen || hold(arrival, true);
    },
  };
}
