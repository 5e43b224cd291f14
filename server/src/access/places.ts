import { networkOf } from './network-of.ts';

export interface PlacesLimit {
  ofAddress: number;
  altogether: number;
}

/** So many at once and no more, of one address and of all. */
export interface Places {
  /**
   * @param address all of one IPv6 network are one ([BD6b]); null: it speaks for many, and only what all have together counts
   * @returns gives the place back, once however often it is called; null: there is none left for that address
   */
  take(address: string | null): (() => void) | null;
}

export function createPlaces({ ofAddress, altogether }: PlacesLimit): Places {
  const taken = new Map<string, number>();
  let all = 0;
  function leave(caller: string | null): void {
    all -= 1;
    if (caller === null) return;
    const left = (taken.get(caller) ?? 0) - 1;
    // Whoever is gone leaves no trace here.
    if (left > 0) taken.set(caller, left);
    else taken.delete(caller);
  }
  return {
    take(address) {
      const caller = address === null ? null : networkOf(address);
      const held = caller === null ? 0 : (taken.get(caller) ?? 0);
      if (held >= ofAddress || all >= altogether) return null;
      if (caller !== null) taken.set(caller, held + 1);
      all += 1;
      let isHeld = true;
      return () => {
        if (isHeld) leave(caller);
        isHeld = false;
      };
    },
  };
}
