/**
 * Waits for something to become so, looking often.
 * @returns what `look` gave when it was no longer undefined, null or false
 * @throws when it has not come about within `withinMs`
 */
export async function until<T>(
  look: () => T | Promise<T>,
  withinMs = 8_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${look.toString().slice(0, 200)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function isThere<T>(seen: T): seen is Exclude<T, undefined | null | false> {
  return seen !== undefined && seen !== null && seen !== false;
}
