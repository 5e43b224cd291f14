import Sqlite from 'better-sqlite3';
import { StaleWrite, type Row } from './database.ts';
import type { Sql } from './sql.ts';

interface Prepared {
  statement: Sqlite.Statement<unknown[], Row>;
  returnsRows: boolean;
  changesOneAtMost: boolean;
}

/** One row of values, not the rows of a query. */
const insertOfOneRow = /^\s*insert into \w+ \([\w\s,]+\)\s+values \([^()]*\)(?!\s*,)/;

/** How long a COMMIT waits for another program that holds the file (somebody's sqlite3 shell); it blocks the process. */
const busyTimeoutMs = 2000;

/**
 * How many pages of 4 KiB the WAL gathers before they move to the database file. Larger means fewer, longer moves:
 * at SQLite's own 1000 a storm moves its pages with nearly every commit.
 */
const checkpointPages = 4000;
const maxIdleWalBytes = 64 * 1024 * 1024;

/** One connection with the statements it has prepared, by the identity of their template. */
export class SqliteConnection {
  readonly #sqlite: Sqlite.Database;
  readonly #prepared = new WeakMap<readonly string[], Prepared>();
  readonly begin: Sqlite.Statement<unknown[]>;
  readonly commit: Sqlite.Statement<unknown[]>;
  readonly savepoint: Sqlite.Statement<unknown[]>;
  readonly release: Sqlite.Statement<unknown[]>;
  readonly undo: Sqlite.Statement<unknown[]>;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
    this.begin = sqlite.prepare('begin immediate');
    this.commit = sqlite.prepare('commit');
    this.savepoint = sqlite.prepare('savepoint one_write');
    this.release = sqlite.prepare('release one_write');
    this.undo = sqlite.prepare('rollback to one_write');
  }

  get isOpen(): boolean {
    return this.#sqlite.open;
  }

  get inTransaction(): boolean {
    return this.#sqlite.inTransaction;
  }

  /** Runs one statement and answers its rows (none for one that returns nothing). */
  run(sql: Sql): Row[] {
    const { statement, returnsRows } = this.#prepare(sql.strings);
    if (returnsRows) {
      const rows = statement.all(...sql.values);
      if (sql.expected !== null && rows.length !== sql.expected) throw staleWrite(sql, rows.length);
      return rows;
    }
    const { changes } = statement.run(...sql.values);
    if (sql.expected !== null && changes !== sql.expected) throw staleWrite(sql, changes);
    return [];
  }

  /** Whether it can change no more than a single row, by its text alone. */
  changesOneAtMost(sql: Sql): boolean {
    return this.#prepare(sql.strings).changesOneAtMost;
  }

  pragma(text: string): unknown {
    return this.#sqlite.pragma(text, { simple: true });
  }

  /** Ends the transaction whatever it takes: where even ROLLBACK fails, with the connection. */
  rollBack(): void {
    if (!this.#sqlite.open || !this.#sqlite.inTransaction) return;
    try {
      this.#sqlite.exec('rollback');
    } catch {
      this.close();
    }
  }

  close(): void {
    this.#sqlite.close();
  }

  #prepare(strings: readonly string[]): Prepared {
    const known = this.#prepared.get(strings);
    if (known) return known;
    const text = strings.join('?');
    const statement = this.#sqlite.prepare<unknown[], Row>(text);
    const prepared = { statement, returnsRows: statement.reader, changesOneAtMost: insertOfOneRow.test(text) };
    this.#prepared.set(strings, prepared);
    return prepared;
  }
}

/**
 * Opens the one connection that writes: WAL, each COMMIT on disk before it returns.
 * @throws when the file cannot be opened, or its file system cannot do WAL
 */
export function openWriter(path: string, mustExist: boolean): SqliteConnection {
  return opened(new Sqlite(path, { timeout: busyTimeoutMs, fileMustExist: mustExist }), (sqlite) => {
    const mode = sqlite.pragma('journal_mode = wal', { simple: true });
    if (mode !== 'wal') throw new Error(`this file system cannot hold the database: its journal is ${String(mode)}`);
    sqlite.pragma('synchronous = full');
    // On macOS fsync alone leaves the bytes in the drive's own memory.
    sqlite.pragma('fullfsync = on');
    sqlite.pragma('foreign_keys = on');
    // What a savepoint has to remember never needs room on a disk that is perhaps full.
    sqlite.pragma('temp_store = memory');
    sqlite.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    sqlite.pragma(`journal_size_limit = ${maxIdleWalBytes}`);
    // Creates the WAL, and throws here and now where the file may only be read.
    sqlite.exec('begin immediate; rollback');
  });
}

/** Opens a connection that only reads, and so sees only what is committed. */
export function openReader(path: string): SqliteConnection {
  return opened(new Sqlite(path, { timeout: busyTimeoutMs, readonly: true }), () => {});
}

function opened(sqlite: Sqlite.Database, prepare: (sqlite: Sqlite.Database) => void): SqliteConnection {
  try {
    prepare(sqlite);
    return new SqliteConnection(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function staleWrite(sql: Sql, rows: number): StaleWrite {
  return new StaleWrite(`expected ${sql.expected} rows but met ${rows}: ${sql.strings.join('?').trim().slice(0, 80)}`);
}
