/** What a proof found to be wrong, as sentences; the proof goes on after each. */
export interface Findings {
  /** Notes the sentence unless the condition holds. @returns the condition */
  expect(condition: boolean, sentence: string): boolean;
  readonly list: readonly string[];
}

/** One broken promise often breaks a thousand times; the first ones tell enough. */
const mostKept = 50;

export function createFindings(): Findings {
  const list: string[] = [];
  return {
    expect(condition, sentence) {
      if (!condition && list.length < mostKept) list.push(sentence);
      return condition;
    },
    list,
  };
}

/** Ids for a sentence: the first few, and how many more. */
export function named(ids: readonly (string | number)[]): string {
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
}
