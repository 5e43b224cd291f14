/** How tall a piece may be. */
export interface Room {
  /** Infinity: nothing limits it. */
  px: number;
  /** A whole ticket may be cut instead; a part may not. */
  isWhole: boolean;
}

/** So much of its size a ticket keeps at least where that spares it a cut: it is still read from where people stand. */
const smallestWholeEm = 0.85;
/** From the hand it can be read; what is below the wall's edge cannot, nor pressed. */
const smallestPartEm = 0.35;
const stepEm = 0.05;

/** The sizes in which a ticket may stand whole, in em: the largest first. */
export const wholeSizes: readonly number[] = [1, ...stepsDownTo(smallestWholeEm)];

/**
 * Finds the size in which a piece has room, the largest of those that are tried. A whole ticket is set smaller by little
 * only: what is read at once is better than what one has to turn the page for. Where that does not help it keeps its
 * size, and is cut. A part is set as small as it needs: its bar has to be in reach.
 * @param heightAt sets it in that size, in em, and says how tall it is then; the last it was asked for is what is answered
 * @returns its height in pixels
 */
export function fit({ px, isWhole }: Room, heightAt: (em: number) => number): number {
  const ownPx = heightAt(1);
  // Smaller words need fewer rows, too: it shrinks both ways, and never more.
  if (ownPx <= px || (isWhole && ownPx * smallestWholeEm ** 2 > px)) return ownPx;
  let heightPx = ownPx;
  for (const em of stepsDownTo(isWhole ? smallestWholeEm : smallestPartEm)) {
    heightPx = heightAt(em);
    if (heightPx <= px) return heightPx;
  }
  return isWhole ? heightAt(1) : heightPx;
}

function stepsDownTo(smallestEm: number): number[] {
  const steps = Math.round((1 - smallestEm) / stepEm);
  return Array.from({ length: steps }, (_, step) => Math.round((1 - (step + 1) * stepEm) * 100) / 100);
}
