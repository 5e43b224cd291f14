import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * Where in SQLite's write-ahead log (WAL) something lies. A log that was emptied into the database file starts anew at
 * its beginning, with new salts: that is another generation.
 */
export interface WalPosition {
  /** Rises; a log that does not exist is a generation of its own. */
  generation: number;
  /** In bytes from the file's beginning: the end of the last whole transaction. */
  end: number;
}

export interface WalTracker {
  /** The end of the log as it stands now. */
  position(): WalPosition;
  /**
   * How much of the log the database file may hold already, in bytes. A disk that lost more of the log than from here
   * on cannot be: SQLite has the log on disk before it copies from it.
   * @param databaseHash of the database file as it was copied, before this is asked
   */
  copiedUpTo(databaseHash: string): number;
}

/**
 * Watches the log of a database from outside, by its published format: a header of 32 bytes (salts at 16), then frames
 * of 24 bytes and a page each (salts at 8; at 4 a size that only a transaction's last frame has).
 * It never locks and must not run in the process that has the database open.
 */
export function createWalTracker(databasePath: string): WalTracker {
  const walPath = `${databasePath}-wal`;
  let current = { generation: 0, salts: '', pageBytes: 4096, end: 0 };
  let start = { end: 0, databaseHash: '' };

  function position(): WalPosition {
    const log = openLog(walPath);
    if (log === null) {
      if (current.salts !== '') begin({ salts: '', pageBytes: 4096 });
      return { generation: current.generation, end: 0 };
    }
    try {
      if (log.salts !== current.salts) begin(log);
      current.end = lastCommit(log.file, log.salts, log.pageBytes, Math.max(current.end, headerBytes));
      if (start.end === 0) start.end = current.end;
      return { generation: current.generation, end: current.end };
    } finally {
      closeSync(log.file);
    }
  }

  function begin({ salts, pageBytes }: { salts: string; pageBytes: number }): void {
    current = { generation: current.generation + 1, salts, pageBytes, end: 0 };
    // First the file, then (by the caller) the log's end: the file cannot hold more of this log than that.
    start = { end: 0, databaseHash: hashFile(databasePath) };
  }

  return {
    position,
    copiedUpTo(databaseHash) {
      const attempted = headerBytes + attemptedFrames(`${databasePath}-shm`) * (frameHeaderBytes + current.pageBytes);
      return databaseHash === start.databaseHash ? Math.min(start.end, attempted) : attempted;
    },
  };
}

const headerBytes = 32;
const frameHeaderBytes = 24;

export interface OpenLog {
  file: number;
  salts: string;
  pageBytes: number;
}

/** @returns the opened log, to be closed by the caller; null where there is none yet */
export function openLog(path: string): OpenLog | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  const header = Buffer.alloc(headerBytes);
  if (readSync(file, header, 0, headerBytes, 0) === headerBytes) {
    return { file, salts: header.toString('hex', 16, 24), pageBytes: header.readUInt32BE(8) };
  }
  closeSync(file);
  return null;
}

/**
 * The end of the last whole transaction of the log's generation.
 * @param from an end found before (what followed it may have been overwritten since), or the header's end
 */
export function lastCommit(file: number, salts: string, pageBytes: number, from: number = headerBytes): number {
  const frame = Buffer.alloc(frameHeaderBytes);
  const frameBytes = frameHeaderBytes + pageBytes;
  const { size } = fstatSync(file);
  let end = from;
  for (let at = from; at + frameBytes <= size;) {
    readSync(file, frame, 0, frameHeaderBytes, at);
    if (frame.toString('hex', 8, 16) !== salts) break;
    at += frameBytes;
    if (frame.readUInt32BE(4) > 0) end = at;
  }
  return end;
}

/** SHA-256 of a file's bytes, '' where there is none. */
export function hashFile(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return '';
  }
}

/** Where the log's index keeps how far a checkpoint may have come (`nBackfillAttempted`), in the machine's own order. */
const attemptedAt = 128;

function attemptedFrames(shmPath: string): number {
  const bytes = Buffer.alloc(4);
  const file = openSync(shmPath, 'r');
  try {
    readSync(file, bytes, 0, 4, attemptedAt);
  } finally {
    closeSync(file);
  }
  return endianness() === 'LE' ? bytes.readUInt32LE() : bytes.readUInt32BE();
}
