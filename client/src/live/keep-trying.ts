/**
 * Loads what cannot be done without, for as long as it takes: a server that was restarted is back in a moment.
 * @param later runs something after a while: between two tries
 */
export async function keepTrying<T>(load: () => Promise<T>, later: (run: () => void) => void): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise<void>((resolve) => later(resolve));
    }
  }
}
