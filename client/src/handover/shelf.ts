/** A card in its place. `leftAt`: since when its order is not here any more; null: it is. */
export interface Place {
  id: string;
  leftAt: number | null;
}

const keepsMs = 5_000;

/**
 * Where the cards stand. What leaves keeps its place for five seconds as the way back, and longer while the screen is
 * being touched: nothing closes up under a finger.
 * @param wanted ids of the orders that are here, in their order
 * @param look `now` in the same clock as before; `touched`: somebody touched the screen in the last moments
 */
export function placeCards(
  before: readonly Place[],
  wanted: readonly string[],
  look: { now: number; touched: boolean },
): readonly Place[] {
  const here = new Set(wanted);
  const places: Place[] = wanted.map((id) => ({ id, leftAt: null }));
  before.forEach(({ id, leftAt }, index) => {
    if (here.has(id)) return;
    const left = leftAt ?? look.now;
    if (look.now - left >= keepsMs && !look.touched) return;
    places.splice(placeAfter(before.slice(0, index), places), 0, { id, leftAt: left });
  });
  return isSame(before, places) ? before : places;
}

/** Behind the nearest of those that stood before it and are still there. */
function placeAfter(predecessors: readonly Place[], places: readonly Place[]): number {
  for (const { id } of predecessors.toReversed()) {
    const at = places.findIndex((place) => place.id === id);
    if (at >= 0) return at + 1;
  }
  return 0;
}

function isSame(a: readonly Place[], b: readonly Place[]): boolean {
  return (
    a.length === b.length && a.every((place, index) => place.id === b[index]?.id && place.leftAt === b[index].leftAt)
  );
}
