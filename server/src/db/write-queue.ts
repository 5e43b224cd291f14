import type { Row } from './database.ts';
import type { Sql } from './sql.ts';

/** A write on its way: asked for, not yet on disk. */
export interface PendingWrite {
  readonly statements: readonly Sql[];
  readonly bytes: number;
  readonly resolve: (rows: Row[][]) => void;
  readonly reject: (error: Error) => void;
  /** What its statements returned; it may be told only after COMMIT. Null until it ran, and when it failed. */
  rows: Row[][] | null;
}

/** So that no commit takes long, and traffic gets its turn between two of them. */
export const maxWritesPerCommit = 256;
export const maxBytesPerCommit = 4 * 1024 * 1024;

/** So that the first of a long trickle does not wait for its last. */
const maxGatheringTurns = 64;

/**
 * Gathers the writes asked for in one turn of the event loop (and in those right after it that bring more) and gives
 * them to `flush` together.
 * One batch is flushed at a time; what comes meanwhile waits for the next turn.
 * @param deps `flush` settles each write of its batch and never rejects
 */
export function createWriteQueue({ flush }: { flush: (batch: PendingWrite[]) => Promise<void> }): {
  add(statements: readonly Sql[]): Promise<Row[][]>;
  /** Resolves once nothing waits. */
  drained(): Promise<void>;
} {
  const waiting: PendingWrite[] = [];
  let idle: (() => void)[] = [];
  let active = false;

  function schedule(): void {
    if (active) return;
    active = true;
    setImmediate(() => gather(0, 0));
  }

  /**
   * Waits as long as each turn of the loop brings more writes: with a connection for each request, as shops send,
   * a turn brings one or two, and a commit costs the same for all of them. A lone write waits for one empty turn.
   */
  function gather(seen: number, turns: number): void {
    const { length } = waiting;
    if (length === seen || length >= maxWritesPerCommit || turns === maxGatheringTurns) return void flushNext();
    setImmediate(() => gather(length, turns + 1));
  }

  async function flushNext(): Promise<void> {
    await flush(waiting.splice(0, batchLength(waiting)));
    active = false;
    if (waiting.length > 0) return schedule();
    for (const tell of idle) tell();
    idle = [];
  }

  return {
    add: (statements) =>
      new Promise((resolve, reject) => {
        waiting.push({ statements, bytes: bytesOf(statements), resolve, reject, rows: null });
        schedule();
      }),
    drained: () =>
      new Promise((resolve) => {
        if (active) idle.push(resolve);
        else resolve();
      }),
  };
}

/** How many of the first writes share a commit: at least one, however large it is. */
function batchLength(waiting: readonly PendingWrite[]): number {
  let bytes = 0;
  let length = 0;
  for (const write of waiting) {
    bytes += write.bytes;
    if (length === maxWritesPerCommit || (length > 0 && bytes > maxBytesPerCommit)) break;
    length += 1;
  }
  return length;
}

/** The size of what is bound, near enough: a character counts as one byte. */
function bytesOf(statements: readonly Sql[]): number {
  let bytes = 0;
  for (const { values } of statements) {
    for (const value of values) {
      if (typeof value === 'string') bytes += value.length;
      else if (typeof value === 'object' && value !== null) bytes += value.byteLength;
      else bytes += 8;
    }
  }
  return bytes;
}
