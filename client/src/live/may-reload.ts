const [most, withinMs] = [3, 10 * 60_000];

/**
 * Whether a page may be loaded anew because a part of it could not be had, or drawn: where that did not help a few times, it will
 * not help now, and people work with what there is.
 * @param reloaded when it was done before, epoch milliseconds
 */
export function mayReload(reloaded: readonly number[], now: number): boolean {
  return reloaded.filter((at) => now - at < withinMs).length < most;
}
