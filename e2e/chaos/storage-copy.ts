import { closeSync, copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashFile, lastCommit, openLog, type WalTracker } from './wal-tracker.ts';

/** A database and its write-ahead log, as they lay on the disk together at one moment. */
export interface StorageCopy {
  folder: string;
  generation: number;
  /** The log may be cut anywhere from here on (see `WalTracker.copiedUpTo`). */
  cutFrom: number;
  /** The end of the log's last whole transaction. */
  end: number;
  /** The file may be longer: what an older generation left there. */
  walBytes: number;
  of: 'killed' | 'live';
}

export const databaseName = 'kasera.sqlite';

/**
 * Copies the storage of a killed or a running server.
 *
 * Of a running one: the database file first, then the log. Whatever a checkpoint changed in the file while it was
 * copied came from the log, so it is in the copied log as well, unless the log began anew in between. Then the two
 * do not belong together, and it is done again.
 * @returns null where there is no log to cut, or the log began anew each time
 */
export function copyStorage(
  dataDir: string,
  target: string,
  tracker: WalTracker,
  of: StorageCopy['of'],
): StorageCopy | null {
  mkdirSync(target);
  const from = join(dataDir, databaseName);
  const to = join(target, databaseName);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { generation } = tracker.position();
    copyFileSync(from, to);
    const cutFrom = tracker.copiedUpTo(hashFile(to));
    const before = saltsOf(`${from}-wal`);
    if (before === null) return null;
    copyFileSync(`${from}-wal`, `${to}-wal`);
    const isOneMoment = tracker.position().generation === generation && saltsOf(`${from}-wal`) === before;
    const log = isOneMoment ? openLog(`${to}-wal`) : null;
    if (log === null || log.salts !== before) continue;
    const end = lastCommit(log.file, log.salts, log.pageBytes);
    closeSync(log.file);
    return { folder: target, generation, cutFrom, end, walBytes: statSync(`${to}-wal`).size, of };
  }
  return null;
}

function saltsOf(path: string): string | null {
  const log = openLog(path);
  if (log === null) return null;
  closeSync(log.file);
  return log.salts;
}
