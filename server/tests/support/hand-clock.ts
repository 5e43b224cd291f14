import type { Schedule } from '../../src/alerts/looks.ts';

/** Below this a delay only gathers what comes together; a test does not turn it by hand. */
const soonMs = 1_000;

/** A clock the test turns. What is due soon comes by itself, at once; the rest when the time has been turned so far. */
export class HandClock {
  now: number;
  readonly #timers = new Set<{ dueAt: number; run: () => void }>();

  constructor(now = Date.parse('2026-11-21T12:00:00Z')) {
    this.now = now;
  }

  readonly read = (): number => this.now;

  readonly schedule: Schedule = (run, afterMs) => {
    if (afterMs < soonMs) {
      const timer = setTimeout(run, 1);
      return () => clearTimeout(timer);
    }
    const timer = { dueAt: this.now + afterMs, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** How long until the next thing not due soon; null: nothing is. */
  nextInMs(): number | null {
    const due = [...this.#timers].map(({ dueAt }) => dueAt - this.now);
    return due.length === 0 ? null : Math.min(...due);
  }

  turn(byMs: number): void {
    this.now += byMs;
    for (const timer of this.#timers) {
      if (timer.dueAt > this.now) continue;
      this.#timers.delete(timer);
      timer.run();
    }
  }
}
