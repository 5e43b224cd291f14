import Sqlite from 'better-sqlite3';
import { StaleWrite, StorageError } from './database.ts';

/** The families of SQLite's codes that speak of the storage, not of the statement. */
const storageFamilies = [
  'FULL',
  'IOERR',
  'READONLY',
  'NOMEM',
  'CORRUPT',
  'CANTOPEN',
  'NOTADB',
  'BUSY',
  'LOCKED',
  'PROTOCOL',
];

/** Those after which the connection itself may be dead. */
const deadlyFamilies = ['IOERR', 'READONLY', 'CORRUPT', 'CANTOPEN', 'NOTADB', 'NOMEM', 'CLOSED'];

/**
 * What the caller of one write or query is told: a {@link StorageError} where the storage is at fault, else the error
 * as it is (a constraint, a wrong statement, a stale write).
 */
export function asCallersError(error: unknown): Error {
  const code = storageCodeOf(error);
  if (code !== null) return asStorageError(error);
  return error instanceof Error ? error : new Error('the database failed', { cause: error });
}

/** What everybody in a batch that ended is told: whatever ended it, their writes were not stored. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  return new StorageError(storageCodeOf(error) ?? codeOf(error) ?? 'ROLLED_BACK', error);
}

/** Whether the same connection may be of no use any more, even when the cause is gone. */
export function isDeadly(error: unknown): boolean {
  const code = storageCodeOf(error);
  return code !== null && deadlyFamilies.includes(familyOf(code));
}

/** The engine's word for a fault of the storage, null for any other error. */
function storageCodeOf(error: unknown): string | null {
  if (error instanceof StorageError) return error.code;
  if (error instanceof StaleWrite) return null;
  if (error instanceof TypeError && error.message === 'The database connection is not open') return 'CLOSED';
  if (!(error instanceof Sqlite.SqliteError)) return null;
  return storageFamilies.includes(familyOf(error.code)) ? error.code : null;
}

/** SQLite's code, or the operating system's (`EACCES`). */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** `SQLITE_IOERR_FSYNC` -> `IOERR`. */
function familyOf(code: string): string {
  const words = code.split('_');
  return (words[0] === 'SQLITE' ? words[1] : words[0]) ?? code;
}
