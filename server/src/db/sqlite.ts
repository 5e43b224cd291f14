import { closeSync, openSync } from 'node:fs';
import { StorageError, type Database, type Row } from './database.ts';
import { fileIdentity } from './file-identity.ts';
import { runBatch, type CommitSeam } from './sqlite-batch.ts';
import { openWriter, type SqliteConnection } from './sqlite-connection.ts';
import { SqliteReader } from './sqlite-reader.ts';
import type { Sql } from './sql.ts';
import { asStorageError, isDeadly } from './storage-fault.ts';
import { createWriteQueue, type PendingWrite } from './write-queue.ts';

export interface SqliteOptions {
  /** The database file; made (readable by its owner only) where there is none. Its folder must exist. */
  path: string;
  log?: { warn(details: object, message: string): void; info(details: object, message: string): void };
  /** How far the file may grow, in pages of 4096 bytes; then writes reject with SQLITE_FULL. Default: no limit. */
  maxPageCount?: number;
  hooks?: {
    /** How a COMMIT is carried out; default: at once. For whoever measures or slows the disk. */
    commit?: CommitSeam;
    /** The connections were opened anew: whoever reads through one of its own has to do the same. */
    reopened?: () => void;
  };
}

export interface SqliteDatabase extends Database {
  readonly path: string;
  /** Sets `maxPageCount` anew, from the next write on. */
  limitPages(maxPageCount: number): void;
  /** The value of a pragma, as the connection that writes has it. */
  readPragma(name: string): unknown;
}

/**
 * Opens a database in one file, for this process alone (see `folder-lock.ts`).
 * Writes go through one connection, in batches; reads through a second one, so that they never see what is not yet
 * committed. When the cause of a fault is gone, it works again by itself.
 * @throws {StorageError} when it cannot be opened
 */
export async function openSqlite(options: SqliteOptions): Promise<SqliteDatabase> {
  try {
    return new SqliteStore(options);
  } catch (error) {
    throw asStorageError(error);
  }
}

/** How the writing connection keeps its promises to the disk, read back from it. */
export function readDurability(database: SqliteDatabase): { journalMode: string; synchronous: string } {
  const levels = ['off', 'normal', 'full', 'extra'];
  const level = Number(database.readPragma('synchronous'));
  return {
    journalMode: String(database.readPragma('journal_mode')),
    synchronous: levels[level] ?? String(level),
  };
}

/**
 * SQLite heals most faults itself: it rolls back and drops its cache, and the next commit overwrites in the WAL what a
 * failed one left there. So a connection is replaced only when it fails this often in a row: its handle is dead.
 */
const maxDeadlyFaults = 2;

class SqliteStore implements SqliteDatabase {
  readonly path: string;
  readonly #log: SqliteOptions['log'];
  readonly #commit: CommitSeam;
  readonly #reopened: (() => void) | undefined;
  readonly #queue = createWriteQueue({ flush: (batch) => this.#flush(batch) });
  #maxPageCount: number | undefined;
  #writer: SqliteConnection;
  #reader: SqliteReader;
  #file: string | null;
  #wal: string | null;
  #deadlyFaults = 0;
  #failing = false;
  #closed = false;

  constructor({ path, log, maxPageCount, hooks }: SqliteOptions) {
    this.path = path;
    this.#log = log;
    this.#maxPageCount = maxPageCount;
    this.#commit = hooks?.commit ?? ((commitNow) => commitNow());
    this.#reopened = hooks?.reopened;
    createPrivately(path);
    this.#writer = this.#openWriter();
    this.#reader = new SqliteReader(path);
    this.#file = fileIdentity(path);
    this.#wal = fileIdentity(`${path}-wal`);
  }

  async query<T extends object = Row>(statement: Sql): Promise<T[]> {
    if (this.#closed) throw new StorageError('CLOSED', undefined);
    // The caller knows the shape of the rows it asks for: the port's promise, not the engine's.
    return this.#reader.read(statement) as T[];
  }

  write(statements: readonly Sql[]): Promise<Row[][]> {
    if (this.#closed) return Promise.reject(new StorageError('CLOSED', undefined));
    return this.#queue.add(statements);
  }

  limitPages(maxPageCount: number): void {
    this.#maxPageCount = maxPageCount;
    if (this.#writer.isOpen) this.#writer.pragma(`max_page_count = ${maxPageCount}`);
  }

  readPragma(name: string): unknown {
    return this.#writer.pragma(name);
  }

  /** Stores what was asked for before, refuses what comes after, closes. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#queue.drained();
    this.#close();
  }

  async #flush(batch: PendingWrite[]): Promise<void> {
    try {
      this.#makeReady();
      this.#writer.begin.run();
      await runBatch(this.#writer, batch, this.#commit);
    } catch (error) {
      return this.#giveUp(batch, error);
    }
    this.#deadlyFaults = 0;
    if (this.#failing) this.#log?.info({}, 'the database stores again');
    this.#failing = false;
    for (const write of batch) if (write.rows) write.resolve(write.rows);
  }

  #giveUp(batch: PendingWrite[], error: unknown): void {
    this.#writer.rollBack();
    if (isDeadly(error)) this.#deadlyFaults += 1;
    const fault = asStorageError(error);
    if (!this.#failing) this.#log?.warn({ code: fault.code, writes: batch.length }, 'the database cannot store');
    this.#failing = true;
    for (const write of batch) write.reject(fault);
  }

  /** Makes sure that what is written will be found at the path after a restart. */
  #makeReady(): void {
    if (fileIdentity(this.path) !== this.#file) throw new StorageError('FILE_GONE', undefined);
    const walGone = fileIdentity(`${this.path}-wal`) !== this.#wal;
    if (this.#writer.isOpen && !walGone && this.#deadlyFaults < maxDeadlyFaults) return;
    // Closing moves what the WAL holds into the file, even from a WAL that has lost its name.
    this.#close();
    this.#writer = this.#openWriter();
    this.#reader = new SqliteReader(this.path);
    this.#wal = fileIdentity(`${this.path}-wal`);
    this.#deadlyFaults = 0;
    this.#log?.info({}, 'the database was opened anew');
    this.#reopened?.();
  }

  #openWriter(): SqliteConnection {
    const writer = openWriter(this.path, true);
    if (this.#maxPageCount !== undefined) writer.pragma(`max_page_count = ${this.#maxPageCount}`);
    return writer;
  }

  /** The writer last: only it can move the WAL into the file. */
  #close(): void {
    this.#reader.close();
    this.#writer.close();
  }
}

/** Orders name people, so nobody else on the machine may read the file; SQLite gives its WAL the same rights. */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
