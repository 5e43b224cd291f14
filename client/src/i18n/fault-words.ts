/**
 * Why something did not work, in brackets behind a sentence; nothing where it is not known.
 * @param words by the kind of fault
 * @param fault a kind, or the words of something older than this page
 */
export function because(words: Readonly<Record<string, string>>, fault: string | null | undefined): string {
  return fault ? ` (${wordFor(words, fault)})` : '';
}

/** The word for a code, or the code itself where no word is known: a shop may have statuses of its own. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
