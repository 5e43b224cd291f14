import type { Schedule } from '../alerts/looks.ts';

export interface Pacer {
  /** Does the work: at once, or when the rest after the last time is over; asked for often meanwhile, it is done once. */
  ask(): void;
  stop(): void;
}

/** Keeps work from being done more often than every `everyMs`, and never leaves out the last one asked for. */
export function createPacer({ everyMs, schedule }: { everyMs: number; schedule: Schedule }, work: () => void): Pacer {
  let [resting, asked] = [false, false];
  let callOff = (): void => undefined;
  const run = (): void => {
    [resting, asked] = [true, false];
    callOff = schedule(() => {
      resting = false;
      if (asked) run();
    }, everyMs);
    work();
  };
  return {
    ask() {
      if (resting) asked = true;
      else run();
    },
    stop: () => callOff(),
  };
}
