export interface PlacesLimit {
  ofAddress: number;
  altogether: number;
}

/** So many at once and no more, of one address and of all. */
export interface Places {
  /** @returns gives the place back, once however often it is called; null: there is none left for that address */
  take(address: string): (() => void) | null;
}

export function createPlaces({ ofAddress, altogether }: PlacesLimit): Places {
  const taken = new Map<string, number>();
  let all = 0;
  function leave(address: string): void {
    const left = (taken.get(address) ?? 0) - 1;
    all -= 1;
    // Whoever is gone leaves no trace here.
    if (left > 0) taken.set(address, left);
    else taken.delete(address);
  }
  return {
    take(address) {
      const held = taken.get(address) ?? 0;
      if (held >= ofAddress || all >= altogether) return null;
      taken.set(address, held + 1);
      all += 1;
      let isHeld = true;
      return () => {
        if (isHeld) leave(address);
        isHeld = false;
      };
    },
  };
}
