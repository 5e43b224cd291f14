import type { PrintOutcome } from './print-what.ts';
import type { Slip } from './slip.ts';

export interface PrintQueue {
  /** Sends slips to the printer when those before them have gone. Never rejects. */
  print(slips: readonly Slip[]): Promise<PrintOutcome>;
}

/**
 * Prints one job after the other: a browser that is asked for a second one while the first is under way drops it.
 * @param deps `open` hands slips to the browser and answers `over`, when it will take the next; throws where it cannot
 */
export function createPrintQueue(deps: { open(slips: readonly Slip[]): { over: Promise<void> } }): PrintQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    print(slips) {
      const job = last.then(() => deps.open(slips));
      last = job.then(({ over }) => over).catch(() => {});
      return job.then(
        () => 'sent',
        () => 'failed',
      );
    },
  };
}
