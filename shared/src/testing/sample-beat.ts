import type { ShopAsking } from '../shop.ts';
import type { Beat } from '../socket.ts';

/** A beat with which nothing is wrong and no shop connected, for tests: name only what the test is about. */
export function sampleBeat(parts: Partial<Beat> = {}): Beat {
  return {
    seq: 1,
    epoch: 'e',
    now: 0,
    build: 'b',
    intake: { state: 'ok' },
    shopHeardAt: null,
    shopPingedAt: null,
    shopCheckedAt: null,
    shopUrl: null,
    asking: sampleAsking(),
    notices: [],
    screens: [],
    ...parts,
  };
}

/** No shop is asked. */
export function sampleAsking(parts: Partial<ShopAsking> = {}): ShopAsking {
  return {
    ...{ state: 'off', checkedAt: null, everyMs: 10_000, failingSince: null, fault: null, catchUp: null },
    ...parts,
  };
}
