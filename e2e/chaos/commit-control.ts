import type { CommitSeam } from '../../server/src/db/sqlite-batch.ts';
import type { CommitMode } from './worker-messages.ts';

export interface CommitControl {
  commit: CommitSeam;
  /** From the next COMMIT on; those held back go on as the new mode says. */
  setMode(mode: CommitMode): void;
  held(): number;
}

/** Decides how each COMMIT is carried out, at the seam the database offers for it. */
export function createCommitControl(random: () => number): CommitControl {
  let mode: CommitMode = 'through';
  const held = new Set<() => void>();

  function carryOut(commitNow: () => void): void {
    if (mode === 'fail' || (mode === 'flaky' && random() < 0.5)) throw new Error('the disk went away at COMMIT');
    commitNow();
    if (mode === 'fail-after') throw new Error('the disk went away right after COMMIT');
  }

  return {
    async commit(commitNow) {
      if (mode === 'hold') await new Promise<void>((resolve) => held.add(resolve));
      carryOut(commitNow);
    },
    setMode(next) {
      mode = next;
      if (mode === 'hold') return;
      for (const goOn of held) goOn();
      held.clear();
    },
    held: () => held.size,
  };
}
