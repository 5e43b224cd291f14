import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

export type FolderLock = { type: 'locked'; release(): void } | { type: 'taken' };

/**
 * Takes a data folder for this process alone, with an exclusive lock on a SQLite file of its own. The operating system
 * drops the lock when the process dies, however it dies, so there is never a stale one to clear away.
 * Nothing else in this process may open `lock.sqlite`, not even to copy it: closing it there would drop the lock.
 * @param folder an existing folder
 * @throws when the file cannot be made
 */
export function lockFolder(folder: string): FolderLock {
  const file = new Sqlite(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    file.pragma('journal_mode = delete');
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return { type: 'taken' };
    throw error;
  }
  return { type: 'locked', release: () => void file.close() };
}
