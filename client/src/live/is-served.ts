/**
 * Whether a small file or page can be had at this moment, past the browser's own cache.
 * @param address of this server
 * @param withinMs so long an answer may take
 */
export async function isServed(address: string, withinMs: number): Promise<boolean> {
  try {
    return (await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(withinMs) })).ok;
  } catch {
    return false;
  }
}
