export interface PlacesLimit {
  ofAddress: number;
  altogether: number;
}

/** So many at once and no more, of one address and of all. */
export interface Places {
  /**
   * @param address null: it speaks for many, and only what all have together counts
   * @returns gives the place back, once however often it is called; null: there is none left for that address
   */
  take(address: string | null): (() => void) | null;
}

export function createPlaces({ ofAddress, altogether }: PlacesLimit): Places {
  const taken = new Map<string, number>();
  let all = 0;
  function leave(address: string | null): void {
    all -= 1;
    if (address === null) return;
    const left = (taken.get(address) ?? 0) - 1;
    // Whoever is gone leaves no trace here.
    if (left > 0) taken.set(address, left);
    else taken.delete(address);
  }
  return {
    take(address) {
      const held = address === null ? 0 : (taken.get(address) ?? 0);
      if (held >= ofAddress || all >= altogether) return null;
      if (address !== null) taken.set(address, held + 1);
      all += 1;
      let isHeld = true;
      return () => {
        if (isHeld) leave(address);
        isHeld = false;
      };
    },
  };
}
