const asleepMs = 10_000;

/**
 * Tells, asked again and again, whether the device slept since it was last asked. In many browsers the monotonic clock
 * stands still meanwhile: silence is then not noticed by it, and the connection may be long dead. A clock that is set
 * forward by hand looks the same; asking the server once too often does no harm.
 */
export function createSleepWatch(): (now: { wall: number; monotonic: number }) => boolean {
  let last: number | null = null;
  return ({ wall, monotonic }) => {
    const before = last;
    last = wall - monotonic;
    return before !== null && last - before > asleepMs;
  };
}
