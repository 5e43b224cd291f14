/**
 * How COMMITs go: `through`: at once. `hold`: not before another word. `fail`: never. `fail-after`: carried out, then
 * an error. `flaky`: every second one fails, by chance.
 */
export const commitModes = ['through', 'hold', 'fail', 'fail-after', 'flaky'] as const;
export type CommitMode = (typeof commitModes)[number];

/** What the proof asks of the process that holds the database. */
export type WorkerRequest =
  | { ask: 'commits'; mode: CommitMode }
  /** The database file may grow by so many pages of 4 KiB from now on; null: as far as it likes. */
  | { ask: 'disk'; freePages: number | null }
  | { ask: 'state' };

export interface WorkerState {
  /** COMMITs that are held back now. */
  held: number;
  journalMode: string;
  synchronous: string;
}

export type WorkerMessage = { say: 'ready'; port: number } | { say: 'done'; id: number; state: WorkerState };
