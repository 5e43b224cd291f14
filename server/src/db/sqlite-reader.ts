import type { Row } from './database.ts';
import type { Sql } from './sql.ts';
import { openReader, type SqliteConnection } from './sqlite-connection.ts';
import { asCallersError, isDeadly } from './storage-fault.ts';

/** The connection that only reads; opened anew when it has died, or when told that the file's WAL is another one. */
export class SqliteReader {
  readonly #path: string;
  #connection: SqliteConnection;

  constructor(path: string) {
    this.#path = path;
    this.#connection = openReader(path);
  }

  /** @throws {StorageError} when the storage is at fault */
  read(statement: Sql): Row[] {
    try {
      if (!this.#connection.isOpen) this.#connection = openReader(this.#path);
      return this.#connection.run(statement);
    } catch (error) {
      if (isDeadly(error)) this.close();
      throw asCallersError(error);
    }
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }
}
