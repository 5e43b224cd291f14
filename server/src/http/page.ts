/**
 * Cuts a page from a list that was read one row further.
 * @returns the page, and its last row while there is more behind it: where the next page begins
 */
export function pageOf<T>(rows: readonly T[], limit: number): { page: T[]; last: T | undefined } {
  const page = rows.slice(0, limit);
  return { page, last: rows.length > limit ? page.at(-1) : undefined };
}
