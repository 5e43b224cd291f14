/** Guesses how tall a ticket is that is not drawn, from those that are. */
export interface HeightGuess {
  /** A drawn ticket of so many lines is that tall. */
  learn(lines: number, heightPx: number): void;
  of(lines: number): number;
  /** The text has another size, or the columns another width: what was learned says nothing any more. */
  forget(emPx: number): void;
}

/** What stands above and below the dishes, and one line of them, in the size of the text: until one was measured. */
const [besidesEm, lineEm] = [5.6, 1.35];
/** The last so many count. */
const remembered = 40;

export function createHeightGuess(): HeightGuess {
  let usualPx = 0;
  /** How tall tickets are, in proportion to what was expected. */
  let ratio = 1;
  let learned = 0;
  const expected = (lines: number) => (besidesEm + lines * lineEm) * usualPx;
  return {
    learn(lines, heightPx) {
      if (usualPx === 0) return;
      learned = Math.min(remembered, learned + 1);
      ratio += (heightPx / expected(lines) - ratio) / learned;
    },
    of: (lines) => Math.round(ratio * expected(lines)),
    forget(emPx) {
      usualPx = emPx;
      learned = 0;
      ratio = 1;
    },
  };
}
