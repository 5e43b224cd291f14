/** How tall each order's pieces were when they were last drawn. */
export interface PlaceHeights {
  /** @returns pixels; undefined: it was never drawn */
  of(orderId: string, piece: number): number | undefined;
  /** The same, but only where it was drawn at the text's size of now. */
  exactlyOf(orderId: string, piece: number): number | undefined;
  set(orderId: string, piece: number, heightPx: number): void;
  /** The text has another size, or the columns another width. */
  rescale(): void;
  /** Only these orders still have a place; what is known of others goes. */
  keep(orderIds: ReadonlySet<string>): void;
}

/** Not worth looking through for what is gone. */
const fewPlaces = 60;

export function createPlaceHeights(): PlaceHeights {
  const known = new Map<string, { heightPx: number; scale: number }[]>();
  let scale = 0;
  return {
    of: (orderId, piece) => known.get(orderId)?.[piece]?.heightPx,
    exactlyOf(orderId, piece) {
      const held = known.get(orderId)?.[piece];
      return held?.scale === scale ? held.heightPx : undefined;
    },
    set(orderId, piece, heightPx) {
      const pieces = known.get(orderId) ?? [];
      pieces[piece] = { heightPx, scale };
      known.set(orderId, pieces);
    },
    rescale() {
      scale += 1;
    },
    keep(orderIds) {
      if (known.size <= 2 * orderIds.size + fewPlaces) return;
      for (const orderId of known.keys()) if (!orderIds.has(orderId)) known.delete(orderId);
    },
  };
}
