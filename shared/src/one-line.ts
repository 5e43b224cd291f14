/**
 * A name as one line of text: without breaks and control characters, and without the marks that turn the direction of
 * everything written after them.
 */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
