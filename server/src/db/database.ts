import type { Sql } from './sql.ts';

export type Row = Record<string, unknown>;

/** The port (DESIGN 4): one SQL, several engines. Every adapter passes `database-contract.ts`. */
export interface Database extends AsyncDisposable {
  /** Reads. Sees everything whose `write` has resolved. */
  query<T extends object = Row>(statement: Sql): Promise<T[]>;
  /**
   * All or none; on disk when it resolves.
   * @returns for each statement the rows of its `returning` clause (empty without one)
   * @throws {StaleWrite} when a statement changed another number of rows than it expected; the write is undone
   * @throws {StorageError} when it could not be stored; nothing of it was
   */
  write(statements: readonly Sql[]): Promise<Row[][]>;
}

/** Somebody else changed the row first: load, decide and write again. */
export class StaleWrite extends Error {
  override readonly name = 'StaleWrite';
}

/** The engine could not store (disk full, read-only, gone). `code` is the engine's own word for it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: string;
  constructor(code: string, cause: unknown) {
    super(`the database could not store: ${code}`, { cause });
    this.code = code;
  }
}
