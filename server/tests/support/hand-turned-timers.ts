import { vi } from 'vitest';

export interface HandTurnedTimers extends Disposable {
  /** Lets so much time pass for recurring work. */
  turn(byMs: number): Promise<void>;
}

/**
 * From now on recurring work (`setInterval`) comes only when a test turns the time on; everything else goes its usual
 * way. To be called before what is to be turned is started.
 */
export function handTurnedTimers(): HandTurnedTimers {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  return {
    async turn(byMs) {
      await vi.advanceTimersByTimeAsync(byMs);
    },
    [Symbol.dispose]: () => void vi.useRealTimers(),
  };
}
