export interface Patience {
  /** For the error: "waited 10000 ms until …". */
  what: string;
  withinMs?: number;
  everyMs?: number;
}

/**
 * Waits for a condition, never for a time.
 * @returns the first value of `condition` that is neither null, undefined nor false
 * @throws when there was none in time, with the last error of `condition` as its cause
 */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  { what, withinMs = 10_000, everyMs = 20 }: Patience,
): Promise<Exclude<T, null | undefined | false>> {
  const startedAt = performance.now();
  let cause: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (holds(value)) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() - startedAt > withinMs) throw new Error(`waited ${withinMs} ms until ${what}`, { cause });
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function holds<T>(value: T): value is Exclude<T, null | undefined | false> {
  return value !== null && value !== undefined && value !== false;
}
