import type { CommitSeam } from '../../src/db/sqlite-batch.ts';

export interface HeldCommit {
  commit: CommitSeam;
  /** From now on a COMMIT waits until `release` or `failAfterThis`. */
  hold(): void;
  /** From now on each COMMIT fails, as on a disk that answers with errors. */
  fail(): void;
  /** Lets the waiting ones through, and `more`; each one after them fails. */
  failAfter(more?: number): void;
  /** From now on each COMMIT is carried out, the waiting ones too. */
  release(): void;
  /** How many wait. */
  waiting(): number;
}

/** A disk whose COMMIT a test holds back or lets fail. */
export function heldCommit(): HeldCommit {
  let mode: 'open' | 'held' | 'failing' = 'open';
  let passes = 0;
  const waiting = new Set<() => void>();
  const become = (next: typeof mode) => {
    mode = next;
    for (const goOn of waiting) goOn();
    waiting.clear();
  };
  const fail = (more: number) => {
    passes = more;
    become('failing');
  };
  return {
    async commit(commitNow) {
      if (mode === 'failing' && passes-- <= 0)
        throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
      if (mode === 'held') await new Promise<void>((resolve) => waiting.add(resolve));
      commitNow();
    },
    hold: () => become('held'),
    fail: () => fail(0),
    failAfter: (more = 0) => fail(more),
    release: () => become('open'),
    waiting: () => waiting.size,
  };
}
