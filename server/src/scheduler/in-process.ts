import type { Log } from '../ops/log.ts';

export interface Ticker {
  /** Does `work` every `everyMs`, never twice at once; a failure is logged and the next time comes all the same. */
  every(name: string, everyMs: number, work: () => Promise<void> | void): void;
  /** Ends it; resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Recurring work of this process. */
export function createTicker({ log }: { log: Log }): Ticker {
  const timers: NodeJS.Timeout[] = [];
  const running = new Map<string, Promise<void>>();
  const run = async (name: string, work: () => Promise<void> | void) => {
    try {
      await work();
    } catch (error) {
      log.warn({ error, work: name }, 'recurring work failed');
    } finally {
      running.delete(name);
    }
  };
  return {
    every(name, everyMs, work) {
      const tick = () => {
        if (!running.has(name)) running.set(name, run(name, work));
      };
      timers.push(setInterval(tick, everyMs));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
