export interface ServerClock {
  /** The server's time, epoch milliseconds. */
  now(): number;
  /** Sets it by what the server just said. */
  set(serverNow: number): void;
}

/**
 * The server's clock, carried on by monotonic time: a screen whose own clock is wrong, or put right in the middle of
 * the evening, still shows the right minutes.
 * @param deps `monotonic` milliseconds that only ever rise; `wallClock` serves until the server first says its time
 */
export function createServerClock(deps: { monotonic: () => number; wallClock: () => number }): ServerClock {
  let offset: number | null = null;
  return {
    now: () => (offset === null ? deps.wallClock() : Math.round(offset + deps.monotonic())),
    set(serverNow) {
      offset = serverNow - deps.monotonic();
    },
  };
}
